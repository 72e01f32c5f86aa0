package ai.wikibuilder.server.accounts.letters;

import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.MailSettings;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends letters by SMTP, beside the requests that ask for them: whether an address has an account
 * cannot be told from how long an answer takes, and a mail server that is away costs nobody an
 * account. A letter is tried a few times; one that does not go out is named in the log, without its
 * text, which holds a secret, and can be asked for again on the page it was asked for. Threads may
 * share it.
 */
public final class SmtpLetters implements LetterSender, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpLetters.class);

  /** Letters at once; mail servers dislike many connections of one client. */
  private static final int THREAD_COUNT = 2;

  /** Letters that wait; more are refused, which is written down. */
  private static final int WAITING_COUNT_MAX = 1_000;

  private static final int TRY_COUNT_MAX = 4;

  /** Wait before the second try; doubled before each later one. */
  public static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
  private static final Duration SILENCE_MAX = Duration.ofSeconds(30);
  private static final Duration CLOSE_MAX = Duration.ofSeconds(15);

  private final MailSettings settings;
  private final Clock clock;
  private final Duration pause;
  private final Session session;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREAD_COUNT,
          THREAD_COUNT,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_COUNT_MAX),
          Thread.ofVirtual().name("letters-", 0).factory());

  public SmtpLetters(MailSettings settings, Clock clock, Duration pause) {
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
    this.session = session(settings);
  }

  private static Session session(MailSettings settings) {
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", Integer.toString(settings.port()));
    properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT_MAX.toMillis()));
    properties.put("mail.smtp.timeout", Long.toString(SILENCE_MAX.toMillis()));
    properties.put("mail.smtp.writetimeout", Long.toString(SILENCE_MAX.toMillis()));
    properties.put("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.mime.allowutf8", "true");
    // Message-ID ends in its domain, instead of in the name of this machine.
    properties.put("mail.from", settings.from().address().text());
    switch (settings.tls()) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case NONE -> properties.put("mail.smtp.starttls.enable", "false");
    }
    return Session.getInstance(properties, authenticator(settings));
  }

  private static Authenticator authenticator(MailSettings settings) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        MailSettings.Login login = settings.login().orElseThrow();
        return new PasswordAuthentication(login.user(), login.password());
      }
    };
  }

  @Override
  public void send(LetterSender.Letter letter) {
    try {
      threads.execute(() -> tryToSend(letter));
    } catch (RejectedExecutionException e) {
      LOG.error("letter not taken on subject=\"{}\" waiting={}", letter.subject(), waiting());
    }
  }

  private int waiting() {
    return threads.getQueue().size();
  }

  private void tryToSend(Letter letter) {
    Duration wait = pause;
    for (int count = 1; ; count++) {
      try {
        Transport.send(message(letter));
        LOG.info("letter sent subject=\"{}\" tries={}", letter.subject(), count);
        return;
      } catch (MessagingException e) {
        boolean last = count == TRY_COUNT_MAX;
        LOG.atLevel(last ? org.slf4j.event.Level.ERROR : org.slf4j.event.Level.WARN)
            .log(
                "letter not sent subject=\"{}\" server={} tries={} cause=\"{}\"",
                letter.subject(),
                settings,
                count,
                LetterFailure.cause(e));
        if (last || !waited(wait)) {
          return;
        }
        wait = wait.multipliedBy(2);
      }
    }
  }

  private static boolean waited(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private MimeMessage message(Letter letter) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(sender());
    message.setRecipient(Message.RecipientType.TO, address(letter.to()));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setText(letter.text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated"); // so that no absence notice comes back
    return message;
  }

  private InternetAddress sender() throws MessagingException {
    InternetAddress sender = address(settings.from().address());
    try {
      sender.setPersonal(settings.from().name().orElse(null), StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every JVM has UTF-8", e);
    }
    return sender;
  }

  private static InternetAddress address(EmailAddress email) throws MessagingException {
    InternetAddress address = new InternetAddress();
    address.setAddress(email.text());
    address.validate();
    return address;
  }

  /** Lets letters that were taken on go out, for a while. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(CLOSE_MAX.toSeconds(), TimeUnit.SECONDS)) {
        LOG.error("letters not sent before the end waiting={}", waiting());
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
