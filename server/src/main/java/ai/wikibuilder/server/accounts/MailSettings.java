package ai.wikibuilder.server.accounts;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mail server that letters go out by. Immutable; shows no password.
 *
 * @param login user and password there; none when it asks for none
 * @param from who letters come from
 */
public record MailSettings(String host, int port, Optional<Login> login, Sender from, Tls tls) {

  /**
   * Who letters come from.
   *
   * @param name shown beside the address, at most 100 characters; none when it is the address alone
   */
  public record Sender(Optional<String> name, EmailAddress address) {
    private static final int NAME_LENGTH_MAX = 100;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Cs}]+");

    public Sender {
      name.ifPresent(text -> {
        if (text.length() > NAME_LENGTH_MAX || !NAME.matcher(text).matches()) {
          throw new IllegalArgumentException(
              "expected a name of at most 100 characters, without control characters");
        }
      });
    }

    /** Without a name. */
    public static Sender of(EmailAddress address) {
      return new Sender(Optional.empty(), address);
    }

    /**
     * Reads an address, or {@code Name <address>} as RFC 5322 has it.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Sender parse(String typed) {
      try {
        if (!typed.contains("<")) {
          return of(EmailAddress.parse(typed));
        }
        InternetAddress mailbox = new InternetAddress(typed.strip());
        return new Sender(
            Optional.ofNullable(mailbox.getPersonal())
                .map(String::strip)
                .filter(name -> !name.isEmpty()),
            EmailAddress.parse(mailbox.getAddress()));
      } catch (AddressException | AccountException e) {
        throw new IllegalArgumentException(
            "expected an address such as Name <name@example.org>", e);
      }
    }
  }

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
