package ai.wikibuilder.server.accounts.letters;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a letter did not go out, in words of our own: what a mail server or the library says may name
 * the address.
 */
final class LetterFailure {
  /** How the library says it; it has no type for it. */
  private static final String NO_STARTTLS = "STARTTLS is required";

  /** Failures inside a failure that are looked at. */
  private static final int DEPTH_MAX = 10;

  private LetterFailure() {}

  /** What came, and which setting to look at; its kind when nothing more is known. */
  static String cause(MessagingException failure) {
    String certificate = null;
    String known = null;
    Throwable inner = failure;
    for (int depth = 0; inner != null && depth < DEPTH_MAX; depth++) {
      if (inner instanceof CertificateException) {
        certificate =
            "the server's certificate is not trusted here, or is for another name; see mail.host";
      }
      known = known == null ? known(inner) : known;
      inner = inner(inner);
    }
    if (certificate != null) {
      return certificate;
    }
    return known == null ? kind(failure) + ", see mail.host" : known;
  }

  private static @Nullable String known(Throwable failure) {
    return switch (failure) {
      case AuthenticationFailedException _ ->
          "the login was refused; see mail.user and mail.password";
      case SendFailedException _ ->
          "the server refused the sender or the receiver; see mail.from and mail.user";
      case UnknownHostException _ -> "no server of that name is known here; see mail.host";
      case ConnectException _ -> "nobody answers there; see mail.host and mail.port";
      case SocketTimeoutException _ ->
          "the server does not answer in time; see mail.host, mail.port and mail.tls";
      case SSLException _ ->
          "the server does not speak TLS as expected; see mail.tls and mail.port";
      case MessagingException other when saysNoStartTls(other) ->
          "the server offers no STARTTLS; set mail.tls to tls, with the port of it (usually 465), or"
              + " to none for a server on this machine";
      default -> null;
    };
  }

  private static boolean saysNoStartTls(MessagingException failure) {
    String message = failure.getMessage();
    return message != null && message.startsWith(NO_STARTTLS);
  }

  private static @Nullable Throwable inner(Throwable failure) {
    return failure instanceof MessagingException mail
        ? mail.getNextException()
        : failure.getCause();
  }

  private static String kind(MessagingException failure) {
    Exception inner = failure.getNextException();
    return failure.getClass().getSimpleName()
        + (inner == null ? "" : "/" + inner.getClass().getSimpleName());
  }
}
