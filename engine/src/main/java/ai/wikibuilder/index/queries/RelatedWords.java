package ai.wikibuilder.index.queries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that code uses for what somebody who does not know it calls otherwise: who asks what
 * happens when a storage is overloaded is answered where it is throttled. Stateless.
 *
 * <p>They stand in {@code related-words.txt}, a list for any program.
 */
public final class RelatedWords {
  private static final Map<String, List<String>> RELATED = read();

  /** Endings of English words, and what stands in their place. */
  private static final Map<String, List<String>> ENDINGS =
      new TreeMap<>(
          Map.of(
              "ies", List.of("y"),
              "ied", List.of("y"),
              "s", List.of(""),
              "es", List.of(""),
              "ed", List.of("", "e"),
              "ing", List.of("", "e"),
              "ion", List.of("", "e"),
              "ation", List.of("", "e")));

  /** Forms of words that no ending makes, each behind the word it is a form of. */
  private static final Map<String, String> IRREGULAR =
      forms(
          "begin began begun; bind bound; break broke broken; build built; catch caught;"
              + " choose chose chosen; draw drew drawn; fail failure; find found; forget forgot"
              + " forgotten; give gave given; hide hid hidden; hold held; keep kept; lose lost;"
              + " rebuild rebuilt; run ran; send sent; show shown; spend spent; take taken;"
              + " throw threw thrown; unbind unbound; wake woke woken; withdraw withdrawn;"
              + " write wrote written; overwrite overwritten; override overridden; rewrite rewritten");

  /** Shorter words have no ending. */
  private static final int STEM_CHAR_COUNT_MIN = 3;

  /** Words that say one thing only when they stand together, as code writes them. */
  private static final Pattern TWO_AS_ONE =
      Pattern.compile(
          "\\b(?:(log|sign)(?:s|ged|ging|ned|ning|ed|ing)?[ -](in|out|up|on|off)"
              + "|(shut|tear)(?:s|ting|ing)?[ -](down)|(clean|back|start|look|set)(?:s|ed|ing|t?ing)?[ -](up)|(roll|fall)(?:s|ed|ing)?[ -](back)"
              + "|(e)[ -](mails?)|(time)(?:s|d)?[ -](out))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASKS =
      Pattern.compile(
          "^\\s*(?:how|what|where|when|which|why|who|does|do|is|are|can)\\b|\\?\\s*$",
          Pattern.CASE_INSENSITIVE);

  private RelatedWords() {}

  /** Whether a text is a question in words; a name or a message is looked for as it is written. */
  static boolean asks(String text) {
    return ASKS.matcher(text).find();
  }

  /** A text with words as code writes them: of "log in", which is no log, {@code login} is left. */
  public static String joined(String text) {
    Matcher two = TWO_AS_ONE.matcher(text);
    return two.replaceAll(match -> {
      StringBuilder one = new StringBuilder();
      for (int group = 1; group <= match.groupCount(); group++) {
        if (match.group(group) != null) {
          one.append(match.group(group));
        }
      }
      return one.toString();
    });
  }

  /** What else code may call a word, the likeliest first; empty when nothing is known. */
  public static List<String> of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    Optional<String> base = base(word);
    if (base.isPresent()) {
      List<String> others = new ArrayList<>(List.of(base.get()));
      others.addAll(RELATED.getOrDefault(base.get(), List.of()));
      return others;
    }
    List<String> direct = RELATED.get(lower);
    if (direct != null) {
      return direct;
    }
    for (Map.Entry<String, List<String>> ending : ENDINGS.entrySet()) {
      int end = lower.length() - ending.getKey().length();
      if (end >= STEM_CHAR_COUNT_MIN && lower.endsWith(ending.getKey())) {
        for (String stem : stems(lower.substring(0, end), ending.getValue())) {
          List<String> related = RELATED.get(stem);
          if (related != null) {
            return related;
          }
        }
      }
    }
    return List.of();
  }

  /**
   * What code calls that which does something: {@code resolver} and {@code resolvor} of
   * <em>resolved</em>, of which one may stand somewhere. Empty for a word that tells of no doing.
   */
  public static List<String> doers(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (String ending : List.of("ed", "ing")) {
      String cut = lower.substring(0, Math.max(0, lower.length() - ending.length()));
      if (lower.endsWith(ending) && cut.length() >= STEM_CHAR_COUNT_MIN) {
        return List.of(cut + "er", cut + "or");
      }
    }
    return List.of();
  }

  /** What else may stand in code for a word of a question; empty when nothing is known. */
  public static List<String> inCode(String word) {
    List<String> words = new ArrayList<>(of(word));
    words.addAll(doers(word));
    return words;
  }

  /** The word of which a word is a form that no ending makes: <em>find</em> of <em>found</em>. */
  public static Optional<String> base(String word) {
    return Optional.ofNullable(IRREGULAR.get(word.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, String> forms(String lists) {
    Map<String, String> forms = new HashMap<>();
    for (String list : lists.split("; ?", -1)) {
      List<String> words = List.of(list.split(" ", -1));
      words.subList(1, words.size()).forEach(form -> forms.put(form, words.getFirst()));
    }
    return Map.copyOf(forms);
  }

  private static Set<String> stems(String cut, List<String> endings) {
    Set<String> stems = new LinkedHashSet<>();
    endings.forEach(ending -> stems.add(cut + ending));
    int last = cut.length() - 1;
    if (cut.charAt(last) == cut.charAt(last - 1)) {
      stems.add(cut.substring(0, last)); // stopped, running
    }
    return stems;
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> related = new HashMap<>();
    try (InputStream stream = RelatedWords.class.getResourceAsStream("related-words.txt")) {
      if (stream == null) {
        throw new IllegalStateException("related-words.txt is missing beside RelatedWords.class");
      }
      for (String line : new String(stream.readAllBytes(), UTF_8).lines().toList()) {
        int colon = line.indexOf(':');
        if (colon > 0 && !line.startsWith("#")) {
          related.put(line.substring(0, colon), List.of(line.substring(colon + 2).split(" ", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(related);
  }
}
