package ai.wikibuilder.server.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address as its owner writes it.
 *
 * @param text at most 254 characters, one @, no white space
 */
public record EmailAddress(String text) {
  private static final int LENGTH_MAX = 254;
  private static final Pattern FORM =
      Pattern.compile("[^\\s@\"<>,;:\\\\\\p{Cntrl}\\p{Cf}\\p{Cs}]{1,64}@[\\p{L}\\p{N}.-]{1,190}");

  public EmailAddress {
    if (text.length() > LENGTH_MAX || !FORM.matcher(text).matches()) {
      throw new AccountException(
          AccountException.Kind.INVALID,
          "email: expected an address such as name@example.org, at most 254 characters");
    }
  }

  /** Reads one that may have white space around it. */
  public static EmailAddress parse(String typed) {
    return new EmailAddress(typed.strip());
  }

  /** The same for all spellings that reach the same person: case and forms of letters set aside. */
  public String key() {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  boolean isSameAs(String other) {
    return FORM.matcher(other).matches() && key().equals(new EmailAddress(other).key());
  }

  @Override
  public String toString() {
    return text;
  }
}
