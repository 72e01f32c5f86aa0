package ai.wikibuilder.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Stems of another language and the words code uses for them. Immutable.
 *
 * @param asking words that only ask
 * @param words what code calls a stem; empty when it has no word for it
 * @param pairs the same of two words, with an underscore between their stems
 */
record Glossary(Set<String> asking, Map<String, String> words, Map<String, String> pairs) {
  private static final String SOFT = "cğbd";

  /** What each soft consonant is at the end of a word. */
  private static final String HARD = "çkpt";

  Glossary {
    asking = Set.copyOf(asking);
    words = Map.copyOf(words);
    pairs = Map.copyOf(pairs);
  }

  /** Turkish. */
  static Glossary turkish() {
    Properties read = new Properties();
    try (InputStream in = Glossary.class.getResourceAsStream("glossary_tr.properties")) {
      if (in == null) {
        throw new IllegalStateException("expected the glossary beside the program");
      }
      read.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the glossary", e);
    }
    Map<String, String> words = new LinkedHashMap<>();
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String stem : read.stringPropertyNames()) {
      (stem.indexOf('_') < 0 ? words : pairs).put(stem, read.getProperty(stem));
    }
    String asking = words.remove("asking");
    return new Glossary(asking == null ? Set.of() : Set.of(asking.split(" ", -1)), words, pairs);
  }

  /** Whether a word only asks. */
  boolean onlyAsks(String word) {
    return asking.contains(word);
  }

  /** What the longest stem that a word begins with means: endings do not matter. */
  Optional<String> word(String word, int stemMin) {
    for (int end = word.length(); end >= stemMin; end--) {
      String stem = word.substring(0, end);
      String meant = words.getOrDefault(stem, words.get(hardened(stem)));
      if (meant != null) {
        return Optional.of(meant);
      }
    }
    return Optional.empty();
  }

  /** As a stem is without an ending, before which its last consonant is soft: kitabı, kitap. */
  private static String hardened(String stem) {
    int last = stem.length() - 1;
    int soft = SOFT.indexOf(stem.charAt(last));
    return soft < 0 ? stem : stem.substring(0, last) + HARD.charAt(soft);
  }

  /** What two words mean together, by the longest stems they begin with. */
  Optional<String> pair(String first, String second) {
    String best = "";
    for (String stems : pairs.keySet()) {
      int border = stems.indexOf('_');
      boolean fits =
          first.startsWith(stems.substring(0, border))
              && second.startsWith(stems.substring(border + 1));
      best = fits && stems.length() > best.length() ? stems : best;
    }
    return Optional.ofNullable(pairs.get(best));
  }
}
