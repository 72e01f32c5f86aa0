package ai.wikibuilder.server;

import ai.wikibuilder.server.database.Database;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantTransactions;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts the parts of the server together. Each module's own parts are in its configuration. */
@SpringBootApplication(
    proxyBeanMethods = false,
    exclude = UserDetailsServiceAutoConfiguration.class)
class ServerApplication {
  @Bean(destroyMethod = "")
  DataSource dataSource(Database database) {
    return database.application();
  }

  @Bean
  TenantTransactions tenantTransactions(Database database) {
    return new TenantTransactions(database.application());
  }

  @Bean
  SystemTransactions systemTransactions(Database database) {
    return new SystemTransactions(database.application());
  }
}
