package ai.wikibuilder.server.accounts.passwords;

import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords are good enough: long, not among those that are tried first, not the address. No
 * kinds of characters are asked for, nothing is cut off. Immutable.
 */
public final class PasswordRules {
  /** Fewest characters; more are advised. */
  private static final int LENGTH_MIN = 10;

  /** Most characters, so that nobody sends a megabyte to be hashed. */
  private static final int LENGTH_MAX = 256;

  /** Shorter parts of an address are in too many words to be told from them. */
  private static final int SHORT_NAME_LENGTH_MAX = 3;

  private final CommonPasswords common;

  public PasswordRules(CommonPasswords common) {
    this.common = common;
  }

  /** What is wrong with the password of the person with that address; none when it will do. */
  public Optional<String> problem(String password, String email) {
    int length = password.codePointCount(0, password.length());
    if (length < LENGTH_MIN || length > LENGTH_MAX) {
      return Optional.of(
          "password: expected %d to %d characters, got %d"
              .formatted(LENGTH_MIN, LENGTH_MAX, length));
    }
    String lower = password.toLowerCase(Locale.ROOT);
    String address = email.toLowerCase(Locale.ROOT);
    String name = address.replaceFirst("@.*$", "");
    if (common.contains(password) || common.contains(lower.replaceFirst("[\\d\\W]+$", ""))) {
      return Optional.of(
          "password: this is among the passwords that are tried first; several words that do not"
              + " belong together make a good one");
    }
    if (lower.contains(address)
        || (name.length() > SHORT_NAME_LENGTH_MAX && lower.contains(name))) {
      return Optional.of("password: it must not hold your address");
    }
    return Optional.empty();
  }
}
