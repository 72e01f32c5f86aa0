package ai.wikibuilder.answers;

import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.queries.RelatedWords;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which words of a question stand in what was found, be it as a part of a name: a question about
 * another project is told by them. Stateless.
 */
public final class WordCoverage {
  /** Share of the question's words that must stand in what was found. */
  private static final double KNOWN_SHARE_MIN = 0.5;

  /** What code calls longer words: configuration stands where config does. */
  private static final List<String> SHORT_FORMS =
      List.of(
          "admin", "alloc", "arg", "async", "attr", "auth", "calc", "cert", "config", "conn",
          "elem", "env", "exec", "expr", "func", "impl", "info", "init", "lang", "lib", "param",
          "perm", "prop", "sync", "util");

  /** Endings are cut from longer words only. */
  private static final int STEM_CHAR_COUNT_MIN = 4;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private WordCoverage() {}

  /** Words that stand nowhere in the places found. */
  public static List<String> missing(List<String> words, List<SearchHit> hits, TextReader reader) {
    StringBuilder all = new StringBuilder();
    for (SearchHit hit : hits) {
      all.append(near(hit.path())).append(' ').append(hit.symbol()).append(' ');
      reader.text(hit.path()).ifPresent(text -> all.append(lines(text, hit)).append('\n'));
    }
    String found = all.toString().toLowerCase(Locale.ROOT);
    Set<String> parts = WordParts.of(all.toString());
    List<String> missing = new ArrayList<>();
    for (String word : words) {
      boolean stands = true;
      for (String part : NO_WORD.split(word.toLowerCase(Locale.ROOT), -1)) {
        stands &=
            found.contains(stem(part))
                || RelatedWords.base(part).filter(found::contains).isPresent()
                || isShortened(part, parts);
      }
      if (!stands) {
        missing.add(word);
      }
    }
    return missing;
  }

  /** A file and its folder; what stands before them, such as a product's name, many files share. */
  private static String near(String path) {
    int folder = path.lastIndexOf('/', path.lastIndexOf('/') - 1);
    return path.substring(folder + 1);
  }

  private static boolean isShortened(String word, Set<String> parts) {
    return SHORT_FORMS.stream().anyMatch(form -> word.startsWith(form) && parts.contains(form));
  }

  /**
   * Whether enough of a question is known to answer it. Of two words the one that any program has
   * is not enough: where something is stored is not answered by what stores other things. Nor is
   * the second: what is opened, or what kind of container it is, is said by the first.
   *
   * @param telling words that say what is asked
   */
  public static boolean suffices(List<String> telling, List<String> missing) {
    List<String> known = telling.stream().filter(word -> !missing.contains(word)).toList();
    if (telling.size() == 2 && known.size() == 1) {
      boolean telltale =
          !isEveryday(known.getFirst()) || telling.stream().allMatch(WordCoverage::isEveryday);
      return telltale && known.contains(telling.getFirst());
    }
    return known.size() >= telling.size() * KNOWN_SHARE_MIN;
  }

  /** Words of a question that is about the names in it; more of them may be a pasted message. */
  private static final int NAMING_WORD_COUNT_MAX = 4;

  /**
   * Whether what was found is about what is asked, in a language whose nouns have no capitals: no
   * name in the question stands nowhere, be it in other words, and two words stand in one file.
   */
  static boolean isAboutThis(List<String> telling, List<SearchHit> hits, TextReader reader) {
    List<String> missing = missing(telling, hits, reader);
    boolean inVain =
        names(telling).stream()
            .filter(missing::contains)
            .map(name -> RelatedWords.of(name.toLowerCase(Locale.ROOT)))
            .anyMatch(others -> missing(others, hits, reader).size() == others.size());
    boolean apart =
        telling.size() == 2 && missing.isEmpty() && !standTogether(telling, hits, reader);
    return !inVain && !apart;
  }

  /**
   * The names of things, written with a capital letter, in a short question. The first word may
   * have its capital from where it stands.
   *
   * @param telling words that say what is asked, of a language whose nouns have no capitals
   */
  static List<String> names(List<String> telling) {
    if (telling.size() > NAMING_WORD_COUNT_MAX) {
      return List.of();
    }
    return telling.stream()
        .filter(word -> {
          boolean first = word.equals(telling.getFirst());
          return word.chars().skip(first ? 1 : 0).anyMatch(Character::isUpperCase);
        })
        .toList();
  }

  /**
   * Whether some file among the places found has all of these words: where one stands here and the
   * other there, nobody speaks of both.
   */
  static boolean standTogether(List<String> words, List<SearchHit> hits, TextReader reader) {
    Map<String, List<SearchHit>> byFile =
        hits.stream().collect(Collectors.groupingBy(SearchHit::path));
    return byFile.values().stream().anyMatch(ofFile -> missing(words, ofFile, reader).isEmpty());
  }

  private static boolean isEveryday(String word) {
    return !RelatedWords.of(word).isEmpty();
  }

  /** Without the commonest English endings: registered is found in register. */
  public static String stem(String word) {
    for (String ending : List.of("ing", "ies", "ed", "es", "s")) {
      if (word.endsWith(ending) && word.length() - ending.length() >= STEM_CHAR_COUNT_MIN) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static String lines(SourceText text, SearchHit hit) {
    int last = Math.min(hit.endLine(), text.lineCount());
    return hit.startLine() > last ? "" : text.lines(hit.startLine(), last);
  }
}
