package ai.wikibuilder.server.accounts.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.MailSettings;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Letters to a real SMTP server on this machine. */
class SmtpLettersTest {
  private static final LetterSender.Letter LETTER =
      new LetterSender.Letter(
          new EmailAddress("mia@example.org"),
          "Verify your address",
          "Öffne: https://wiki.example.org/verify?link=lnk_secret\n");
  private static final Duration SOON = Duration.ofMillis(300);
  private static final long WAIT_MAX_MS = 20_000;

  private final Logger log = (Logger) LoggerFactory.getLogger(SmtpLetters.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  private GreenMail server;

  @BeforeEach
  void start() {
    server = new GreenMail(setup(0, ServerSetup.PROTOCOL_SMTP));
    server.start();
    said.start();
    log.addAppender(said);
    server.setUser("wiki@example.org", "wiki", "the password there");
  }

  @AfterEach
  void stop() {
    server.stop();
    log.detachAppender(said);
    assertThat(said.list.stream().map(ILoggingEvent::getFormattedMessage))
        .noneMatch(line -> line.contains("mia@") || line.contains("password there"));
  }

  /** What the log says of each try that failed; there is one at least. */
  private List<String> causes() {
    List<String> causes =
        said.list.stream()
            .map(ILoggingEvent::getFormattedMessage)
            .filter(line -> line.startsWith("letter not sent"))
            .map(line -> line.replaceAll("(?s).* cause=\"(.*)\"", "$1"))
            .toList();
    assertThat(causes).isNotEmpty();
    return causes;
  }

  private static ServerSetup setup(int port, String protocol) {
    ServerSetup setup = new ServerSetup(port, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(WAIT_MAX_MS);
    return setup;
  }

  private static MailSettings settings(int port, MailSettings.Tls tls, String password) {
    return new MailSettings(
        "127.0.0.1",
        port,
        Optional.of(new MailSettings.Login("wiki", password)),
        MailSettings.Sender.parse("\"Wiki, şimdi\" <wiki@example.org>"),
        tls);
  }

  private static void send(MailSettings settings) {
    try (SmtpLetters letters = new SmtpLetters(settings, Clock.systemUTC(), SOON)) {
      letters.send(LETTER);
    }
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  @Test
  void aLetterArrivesWithItsWordsAndSaysThatAProgramWroteIt() throws Exception {
    send(settings(port(), MailSettings.Tls.NONE, "the password there"));

    assertThat(server.waitForIncomingEmail(WAIT_MAX_MS, 1)).isTrue();
    MimeMessage message = server.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("Verify your address");
    assertThat(message.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("mia@example.org");
    assertThat(message.getFrom())
        .singleElement()
        .isInstanceOfSatisfying(
            InternetAddress.class,
            from -> {
              assertThat(from.getAddress()).isEqualTo("wiki@example.org");
              assertThat(from.getPersonal()).isEqualTo("Wiki, şimdi");
            });
    assertThat(message.getMessageID()).endsWith("@example.org>");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getContent().toString().strip()).isEqualTo(LETTER.text().strip());
  }

  @Test
  void aMailServerThatComesLateGetsTheLetterAllTheSame() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    GreenMail late = new GreenMail(setup(port, ServerSetup.PROTOCOL_SMTP));
    late.setUser("wiki@example.org", "wiki", "the password there");

    try (SmtpLetters letters =
        new SmtpLetters(
            settings(port, MailSettings.Tls.NONE, "the password there"),
            Clock.systemUTC(),
            Duration.ofSeconds(1))) {
      letters.send(LETTER);
      late.start();

      assertThat(late.waitForIncomingEmail(WAIT_MAX_MS, 1)).isTrue();
    } finally {
      late.stop();
    }
  }

  @Test
  void whatCannotBeSentFailsNobodyWhoAsked() {
    send(settings(port(), MailSettings.Tls.NONE, "another password"));

    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(causes())
        .containsOnly("the login was refused; see mail.user and mail.password")
        .hasSize(4);
  }

  @Test
  void nothingIsSaidToAServerThatDoesNotTurnToTls() {
    send(settings(port(), MailSettings.Tls.STARTTLS, "the password there"));

    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(causes())
        .allMatch(cause -> cause.startsWith("the server offers no STARTTLS; set mail.tls"));
  }

  @Test
  void aServerThatIsNotThereOrDoesNotBeginWithTlsIsSaid() {
    int port = port();
    send(settings(port, MailSettings.Tls.TLS, "the password there"));
    server.stop();
    send(settings(port, MailSettings.Tls.NONE, "the password there"));

    assertThat(Set.copyOf(causes()))
        .containsExactlyInAnyOrder(
            "the server does not speak TLS as expected; see mail.tls and mail.port",
            "nobody answers there; see mail.host and mail.port");
  }

  @Test
  void aServerWhoseCertificateNobodyKnowsGetsNothing() {
    GreenMail unknown = new GreenMail(setup(0, ServerSetup.PROTOCOL_SMTPS));
    unknown.setUser("wiki@example.org", "wiki", "the password there");
    unknown.start();

    try {
      send(settings(unknown.getSmtps().getPort(), MailSettings.Tls.TLS, "the password there"));

      assertThat(unknown.getReceivedMessages()).isEmpty();
      assertThat(causes())
          .allMatch(cause -> cause.startsWith("the server's certificate is not trusted here"));
    } finally {
      unknown.stop();
    }
  }

  @Test
  void aSenderIsAnAddressWithANameOrWithout() {
    EmailAddress address = new EmailAddress("wiki@example.org");

    assertThat(MailSettings.Sender.parse(" wiki@example.org "))
        .isEqualTo(MailSettings.Sender.parse("<wiki@example.org>"))
        .isEqualTo(MailSettings.Sender.of(address));
    assertThat(MailSettings.Sender.parse("Our Wiki <wiki@example.org>"))
        .isEqualTo(new MailSettings.Sender(Optional.of("Our Wiki"), address));
    for (String wrong :
        new String[] {
          "",
          "Wiki",
          "Wiki <>",
          "Wiki <wiki>",
          "Wiki <wiki@example.org",
          "A <a@example.org>, B <b@example.org>",
          "A\r\nBcc: b@example.org <a@example.org>",
          "x".repeat(101) + " <wiki@example.org>"
        }) {
      assertThatThrownBy(() -> MailSettings.Sender.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void settingsShowNoPassword() {
    MailSettings settings = settings(25, MailSettings.Tls.TLS, "the password there");

    assertThat(settings + " " + settings.login()).isEqualTo("127.0.0.1:25, tls Optional[wiki]");
  }
}
