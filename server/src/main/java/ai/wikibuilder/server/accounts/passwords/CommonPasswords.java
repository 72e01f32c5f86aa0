package ai.wikibuilder.server.accounts.passwords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that are tried first: the list of the zxcvbn library (MIT licence), some thirty
 * thousand from published leaks. Immutable.
 */
public final class CommonPasswords {
  private static final String LIST = "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";

  private final Set<String> words;

  private CommonPasswords(Set<String> words) {
    this.words = words;
  }

  /** Reads the list, which takes some milliseconds. */
  public static CommonPasswords read() {
    try (InputStream list = CommonPasswords.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException("the list of common passwords is missing: " + LIST);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
      return new CommonPasswords(lines.lines().collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(String password) {
    return words.contains(password.toLowerCase(Locale.ROOT));
  }

  int size() {
    return words.size();
  }
}
