package ai.wikibuilder.server.accounts.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.server.tenants.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of letters, a file for each language: {@code words/letters_<language>.properties}. A
 * letter is written while the request that causes it is answered, in the language that the pages
 * speak to whoever sent it. Immutable.
 */
final class LetterWords {
  /** Where there is no request, or it asks for a language that has no file. */
  private static final String USUAL = "en";

  private static final String PREFIX = "letters_";
  private static final String SUFFIX = ".properties";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

  private final Map<String, Properties> languages = new TreeMap<>();

  LetterWords() {
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver(LetterWords.class.getClassLoader())
              .getResources("classpath*:words/" + PREFIX + "*" + SUFFIX)) {
        String name = String.valueOf(file.getFilename());
        languages.put(name.substring(PREFIX.length(), name.length() - SUFFIX.length()), read(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the words of letters", e);
    }
  }

  private static Properties read(Resource file) throws IOException {
    Properties words = new Properties();
    try (InputStream in = file.getInputStream()) {
      words.load(new InputStreamReader(in, UTF_8));
    }
    return words;
  }

  /** The languages that have a file. */
  Set<String> languages() {
    return Set.copyOf(languages.keySet());
  }

  /**
   * The words for a key, in the language of the request that is being answered.
   *
   * @param values take the places {@code {0}} to {@code {9}}
   */
  String say(String key, String... values) {
    return PLACE
        .matcher(pattern(key))
        .replaceAll(place -> Matcher.quoteReplacement(values[Integer.parseInt(place.group(1))]));
  }

  String role(Role role) {
    return pattern("role." + role.word());
  }

  private String pattern(String key) {
    String found = current().getProperty(key);
    if (found == null) {
      throw new IllegalArgumentException("expected words for " + key + " in every language");
    }
    return found;
  }

  /** Spring keeps the language for the thread of a request; a machine has none to speak of. */
  private Properties current() {
    return Optional.ofNullable(LocaleContextHolder.getLocaleContext())
        .flatMap(context -> Optional.ofNullable(context.getLocale()))
        .flatMap(locale -> Optional.ofNullable(languages.get(locale.getLanguage())))
        .orElseGet(() -> Optional.ofNullable(languages.get(USUAL)).orElseThrow());
  }
}
