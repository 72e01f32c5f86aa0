package ai.wikibuilder.server.accounts.letters;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.MailSettings;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters to a real SMTP server on this machine. */
class SmtpLettersTest {
  private static final LetterSender.Letter LETTER =
      new LetterSender.Letter(
          new EmailAddress("mia@example.org"),
          "Verify your address",
          "Öffne: https://wiki.example.org/verify?link=lnk_secret\n");
  private static final Duration SOON = Duration.ofMillis(300);
  private static final long WAIT_MAX_MS = 20_000;

  private GreenMail server;

  @BeforeEach
  void start() {
    server = new GreenMail(setup(0, ServerSetup.PROTOCOL_SMTP));
    server.start();
    server.setUser("wiki@example.org", "wiki", "the password there");
  }

  @AfterEach
  void stop() {
    server.stop();
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
        new EmailAddress("wiki@example.org"),
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
    assertThat(message.getFrom()).extracting(Object::toString).containsExactly("wiki@example.org");
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
  }

  @Test
  void nothingIsSaidToAServerThatDoesNotTurnToTls() {
    send(settings(port(), MailSettings.Tls.STARTTLS, "the password there"));

    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerWhoseCertificateNobodyKnowsGetsNothing() {
    GreenMail unknown = new GreenMail(setup(0, ServerSetup.PROTOCOL_SMTPS));
    unknown.setUser("wiki@example.org", "wiki", "the password there");
    unknown.start();

    try {
      send(settings(unknown.getSmtps().getPort(), MailSettings.Tls.TLS, "the password there"));

      assertThat(unknown.getReceivedMessages()).isEmpty();
    } finally {
      unknown.stop();
    }
  }

  @Test
  void settingsShowNoPassword() {
    MailSettings settings = settings(25, MailSettings.Tls.TLS, "the password there");

    assertThat(settings + " " + settings.login()).isEqualTo("127.0.0.1:25, tls Optional[wiki]");
  }
}
