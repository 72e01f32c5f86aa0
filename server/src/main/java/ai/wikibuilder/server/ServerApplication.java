package ai.wikibuilder.server;

import ai.wikibuilder.server.accounts.AccountSettings;
import ai.wikibuilder.server.database.Database;
import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.server.jobs.JobSettings;
import ai.wikibuilder.server.providers.Providers;
import ai.wikibuilder.server.quota.RateSettings;
import ai.wikibuilder.server.retention.RetentionSettings;
import ai.wikibuilder.server.secrets.KeyWatch;
import ai.wikibuilder.server.secrets.MasterKey;
import ai.wikibuilder.server.secrets.SecretBox;
import ai.wikibuilder.server.storage.StorageFolders;
import ai.wikibuilder.server.storage.StorageSettings;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** What the modules share. Each module's own parts are in its configuration. */
@SpringBootApplication(
    proxyBeanMethods = false,
    exclude = UserDetailsServiceAutoConfiguration.class)
class ServerApplication {
  @Bean(destroyMethod = "")
  DataSource dataSource(Database database) {
    return database.application();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Bean
  FilterRegistrationBean<RoleFilter> roleFilter(ServerSettings settings) {
    FilterRegistrationBean<RoleFilter> filter =
        new FilterRegistrationBean<>(new RoleFilter(settings.roles()));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  MasterKey masterKey(ServerSettings settings) {
    MasterKey found = MasterKey.find(settings.secrets());
    found.warnWhenAllMayRead(settings.dataFolder());
    return found;
  }

  @Bean
  KeyWatch keyWatch(MasterKey master) {
    return KeyWatch.over(master);
  }

  @Bean
  SecretBox secretBox(MasterKey master) {
    return new SecretBox(master);
  }

  @Bean
  AccountSettings accountSettings(ServerSettings settings, Environment environment) {
    return new AccountSettings(
        settings.registration(),
        settings.pages(),
        () -> listening(settings, environment),
        settings.mail());
  }

  @Bean
  Providers providers(ServerSettings settings) {
    return settings.providers();
  }

  @Bean
  RateSettings rateSettings(ServerSettings settings) {
    return settings.rates();
  }

  @Bean
  EngineSettings engineSettings(ServerSettings settings) {
    return settings.engine();
  }

  @Bean
  StorageFolders storageFolders(ServerSettings settings) {
    return new StorageFolders(settings.dataFolder().resolve("storage"));
  }

  @Bean
  StorageSettings storageSettings(ServerSettings settings) {
    return settings.storage();
  }

  @Bean
  RetentionSettings retentionSettings(ServerSettings settings) {
    return settings.retention();
  }

  @Bean
  JobSettings jobSettings(ServerSettings settings) {
    return JobSettings.standard(settings.roles().contains(ServerRole.WORKER));
  }

  private static URI listening(ServerSettings settings, Environment environment) {
    return Server.address(
        settings.host(), environment.getRequiredProperty("local.server.port", Integer.class));
  }
}
