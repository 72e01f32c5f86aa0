package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.accounts.Registration.Credentials;
import ai.wikibuilder.server.accounts.browsers.BrowserEntrance;
import ai.wikibuilder.server.accounts.browsers.BrowserSessions;
import ai.wikibuilder.server.accounts.letters.LetterSender;
import ai.wikibuilder.server.accounts.letters.Letters;
import ai.wikibuilder.server.accounts.letters.SmtpLetters;
import ai.wikibuilder.server.accounts.passwords.CommonPasswords;
import ai.wikibuilder.server.accounts.passwords.PasswordHashing;
import ai.wikibuilder.server.accounts.passwords.PasswordRules;
import ai.wikibuilder.server.accounts.tokens.ApiTokens;
import ai.wikibuilder.server.accounts.tokens.Bearers;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.accounts.tokens.SigningKeys;
import ai.wikibuilder.server.accounts.tokens.TokenFamilies;
import ai.wikibuilder.server.quota.RateLimit;
import ai.wikibuilder.server.quota.RateLimits;
import ai.wikibuilder.server.secrets.MasterKey;
import ai.wikibuilder.server.secrets.SecretBox;
import ai.wikibuilder.server.telemetry.Metric;
import ai.wikibuilder.server.telemetry.Metrics;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {
  /** To one address, of those that anybody may ask for; a person needs two or three in a day. */
  private static final RateLimit LETTERS = new RateLimit("letters", 10, Duration.ofHours(1));

  @Bean
  People people(SystemTransactions system, Clock clock) {
    return new People(system, clock);
  }

  /**
   * Half of the processors hash at most, so that whoever guesses passwords slows no reader down.
   */
  @Bean
  Credentials credentials(Metrics metrics) {
    int processors = Runtime.getRuntime().availableProcessors();
    PasswordHashing hashing = new PasswordHashing(Math.max(1, processors / 2));
    metrics.watch(Metric.PASSWORDS_WAITING, hashing::waitingCount);
    metrics.watch(Metric.PASSWORDS_HASHING, hashing::runningCount);
    return new Credentials(new PasswordRules(CommonPasswords.read()), hashing);
  }

  @Bean
  LetterSender letterSender(AccountSettings settings, Clock clock) {
    return settings
        .mail()
        .<LetterSender>map(mail -> new SmtpLetters(mail, clock, SmtpLetters.PAUSE))
        .orElseGet(LetterSender.ToLog::new);
  }

  @Bean
  Letters letters(LetterSender sender, AccountSettings settings, RateLimits limits) {
    return new Letters(sender, settings, to -> limits.count(LETTERS, to).letIn());
  }

  @Bean
  OneTimeLinks oneTimeLinks(SecureRandom random, Clock clock) {
    return new OneTimeLinks(random, clock);
  }

  @Bean
  SigningKeys signingKeys(SystemTransactions system, SecretBox box, MasterKey key, Clock clock) {
    SigningKeys keys = new SigningKeys(system, box, clock);
    keys.prepare(key);
    return keys;
  }

  @Bean
  TokenFamilies tokenFamilies(
      SystemTransactions system, SigningKeys keys, SecureRandom random, Clock clock) {
    return new TokenFamilies(system, keys, random, clock);
  }

  @Bean
  Sessions sessions(SystemTransactions system, Clock clock) {
    return new Sessions(system, clock);
  }

  @Bean
  ApiTokens apiTokens(TenantTransactions transactions, SecureRandom random, Clock clock) {
    return new ApiTokens(transactions, random, clock);
  }

  @Bean
  Bearers bearers(SystemTransactions system, SigningKeys keys, Clock clock) {
    return new Bearers(system, keys, clock);
  }

  @Bean
  BrowserSessions browserSessions(SystemTransactions system, SecureRandom random, Clock clock) {
    return new BrowserSessions(system, random, clock);
  }

  @Bean
  BrowserEntrance browserEntrance(BrowserSessions sessions) {
    return new BrowserEntrance(sessions);
  }
}
