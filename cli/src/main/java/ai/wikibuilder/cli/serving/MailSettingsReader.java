package ai.wikibuilder.cli.serving;

import ai.wikibuilder.cli.configuration.Configuration;
import ai.wikibuilder.cli.configuration.Setting;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.server.accounts.MailSettings;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads which mail server letters go out by. */
final class MailSettingsReader {
  private static final int PORT_MAX = 65_535;

  private MailSettingsReader() {}

  /**
   * The mail server; none when no host is set.
   *
   * @throws UsageException when a value is not of its kind, or only a part is set
   */
  static Optional<MailSettings> read(Configuration configuration) {
    return configuration
        .optional(Setting.MAIL_HOST)
        .map(host ->
            new MailSettings(
                host,
                port(configuration),
                login(configuration),
                from(configuration),
                tls(configuration)));
  }

  private static int port(Configuration configuration) {
    long port = configuration.count(Setting.MAIL_PORT);
    if (port < 1 || port > PORT_MAX) {
      throw new UsageException("mail.port: expected 1 to %d, got %d".formatted(PORT_MAX, port));
    }
    return (int) port;
  }

  private static Optional<MailSettings.Login> login(Configuration configuration) {
    Optional<String> user = configuration.optional(Setting.MAIL_USER);
    Optional<String> password = configuration.optional(Setting.MAIL_PASSWORD);
    if (user.isPresent() != password.isPresent()) {
      throw new UsageException(
          "mail.user and mail.password: expected both or neither, got the %s alone"
              .formatted(user.isPresent() ? "user" : "password"));
    }
    return user.map(name -> new MailSettings.Login(name, password.orElseThrow()));
  }

  private static MailSettings.Sender from(Configuration configuration) {
    String typed = configuration.optional(Setting.MAIL_FROM).orElse("");
    try {
      return MailSettings.Sender.parse(typed);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "mail.from: expected the address that letters come from, such as wiki@example.org or Wiki"
              + " <wiki@example.org>, got "
              + (typed.isEmpty() ? "nothing" : typed));
    }
  }

  private static MailSettings.Tls tls(Configuration configuration) {
    String typed = configuration.text(Setting.MAIL_TLS);
    return MailSettings.Tls.ofWord(typed)
        .orElseThrow(() ->
            new UsageException(
                "mail.tls: expected one of %s, got %s"
                    .formatted(
                        Arrays.stream(MailSettings.Tls.values())
                            .map(MailSettings.Tls::word)
                            .collect(Collectors.joining(", ")),
                        typed)));
  }
}
