package ai.wikibuilder.server.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The mail server that letters go out by. Immutable; shows no password.
 *
 * @param login user and password there; none when it asks for none
 * @param from address that letters come from
 */
public record MailSettings(
    String host, int port, Optional<Login> login, EmailAddress from, Tls tls) {

  /** A user of the mail server. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /** How the connection is kept from being read. */
  public enum Tls {
    /** It begins in the open and must turn to TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte, usually port 465. */
    TLS,
    /** Not at all: for a mail server on this machine. */
    NONE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, if there is one. */
    public static Optional<Tls> ofWord(String word) {
      return Arrays.stream(values()).filter(tls -> tls.word().equals(word)).findFirst();
    }
  }

  @Override
  public String toString() {
    return "%s:%d, %s".formatted(host, port, tls.word());
  }
}
