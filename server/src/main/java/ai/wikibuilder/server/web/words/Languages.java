package ai.wikibuilder.server.web.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.server.accounts.browsers.HostCookie;
import ai.wikibuilder.server.secrets.RandomSecret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The languages of the pages: those that have a file. Whoever chose one is spoken to in it, others
 * in the first of those that their browser asks for. Threads may share it.
 */
@Component
public final class Languages {
  /** Where there is nothing else to go by. */
  private static final String USUAL = "en";

  private static final String PREFIX = "pages_";
  private static final String SUFFIX = ".properties";

  /** A choice is no secret; the cookie is as careful as the others all the same. */
  private static final HostCookie CHOICE = new HostCookie("__Host-aiwiki-language");

  private static final Duration CHOICE_LIFE = Duration.ofDays(365);

  /** A header with more is nobody's. */
  private static final int ASKED_LENGTH_MAX = 500;

  private final SequencedMap<String, Words> languages = new TreeMap<>();

  Languages() {
    Map<String, Map<String, String>> files = files();
    Map<String, String> english =
        Optional.ofNullable(files.get(USUAL))
            .orElseThrow(() -> new IllegalStateException("expected words/pages_en.properties"));
    files.forEach((language, patterns) ->
        languages.put(
            language,
            new Words(
                language,
                patterns,
                language.equals(USUAL) ? Retelling.none() : Retelling.of(english, Retelling.TOLD),
                language.equals(USUAL) ? Map.of() : notes(english))));
  }

  private static Map<String, Retelling> notes(Map<String, String> english) {
    Map<String, Retelling> notes = new HashMap<>();
    for (String key : english.keySet()) {
      if (key.startsWith(Retelling.NOTED)) {
        String rest = key.substring(Retelling.NOTED.length());
        String place = rest.substring(0, rest.indexOf('.'));
        notes.computeIfAbsent(place, _ -> Retelling.of(english, Retelling.NOTED + place + "."));
      }
    }
    return notes;
  }

  private static Map<String, Map<String, String>> files() {
    Map<String, Map<String, String>> files = new HashMap<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver(Languages.class.getClassLoader())
              .getResources("classpath*:words/" + PREFIX + "*" + SUFFIX)) {
        String name = String.valueOf(file.getFilename());
        String language = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        files.put(language, read(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the words of the pages", e);
    }
    return files;
  }

  private static Map<String, String> read(Resource file) throws IOException {
    Properties words = new Properties();
    try (InputStream in = file.getInputStream()) {
      words.load(new InputStreamReader(in, UTF_8));
    }
    Map<String, String> patterns = new HashMap<>();
    words.stringPropertyNames().forEach(key -> patterns.put(key, words.getProperty(key)));
    return patterns;
  }

  /** All, by their codes. */
  public List<Words> all() {
    return List.copyOf(languages.values());
  }

  /** The words of a language; none for one that has no file. */
  public Optional<Words> of(String language) {
    return Optional.ofNullable(languages.get(language));
  }

  /** The words for whoever sent a request. */
  public Words of(HttpServletRequest request) {
    return CHOICE
        .in(request)
        .flatMap(chosen -> of(chosen.text()))
        .or(() -> asked(request.getHeader("Accept-Language")))
        .orElseGet(() -> languages.get(USUAL));
  }

  private Optional<Words> asked(@org.jspecify.annotations.Nullable String header) {
    if (header == null || header.length() > ASKED_LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      return LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> of(range.getRange().replaceFirst("-.*", "")).stream())
          .findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // it says nothing that can be understood
    }
  }

  /** Lets the browser remember what its reader chose. */
  public static void choose(HttpServletResponse response, Words chosen) {
    CHOICE.give(response, new RandomSecret(chosen.language()), Optional.of(CHOICE_LIFE));
  }
}
