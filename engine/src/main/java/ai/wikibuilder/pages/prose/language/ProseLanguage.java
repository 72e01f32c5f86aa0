package ai.wikibuilder.pages.prose.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one language that claims are made of. Immutable; threads may share it.
 *
 * <p>Read from {@code <language>.properties} beside this class: number words, verbs in both voices,
 * nouns that count; see {@code en.properties}.
 */
public final class ProseLanguage {
  /** Languages whose words are not kept apart by blanks. */
  private static final Set<String> WITHOUT_BLANKS = Set.of("zh", "ja", "ko");

  private static final Set<String> KNOWN =
      Set.of("en", "tr", "de", "fr", "es", "pt", "ru", "zh", "ja", "ko");

  private static final Pattern UNESCAPED_BLANK = Pattern.compile("(?<!\\\\) ");

  /** A number counts what stands within a few words behind it, in the same part of the sentence. */
  private static final Pattern AFTER = Pattern.compile("[\\s-]*(?:[\\p{L}\\p{N}'’-]+\\s*){0,4}");

  private final Properties words = new Properties();
  private final boolean blanks;
  private final NumberReader numbers;
  private final RelationReader relations;
  private final Pattern lines;
  private final Pattern pronounFirst;
  private final Pattern chat;
  private final Map<Countable, Pattern> nouns = new EnumMap<>(Countable.class);

  private ProseLanguage(String code) {
    try (InputStream in = ProseLanguage.class.getResourceAsStream(code + ".properties")) {
      if (in == null) {
        throw new IllegalStateException("no words of " + code);
      }
      words.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    blanks = !WITHOUT_BLANKS.contains(code);
    numbers =
        new NumberReader(
            List.of(UNESCAPED_BLANK.split(text("numbers"), -1)),
            List.of(text("tens").split(" ", -1)),
            blanks);
    lines = line();
    pronounFirst = Pattern.compile("^[\\s,;:]*" + bounded("pronoun"));
    chat = Pattern.compile("(?iu)^[¡“\"]*(?:" + text("chat") + ")");
    relations = new RelationReader(this);
    for (Countable countable : Countable.values()) {
      nouns.put(
          countable, Pattern.compile(bounded("noun." + countable.name().toLowerCase(Locale.ROOT))));
    }
  }

  /** The words of a language by its code, {@code de} or {@code pt-BR}; English for others. */
  public static ProseLanguage of(String code) {
    String base = code.split("[-_]", 2)[0];
    return new ProseLanguage(KNOWN.contains(base) ? base : "en");
  }

  /** Whether names and words stand apart by blanks. */
  boolean hasBlanks() {
    return blanks;
  }

  String text(String key) {
    return words.getProperty(key, "");
  }

  /** The pattern of a key as whole words; one that matches nothing when the language has none. */
  String bounded(String key) {
    String pattern = text(key);
    if (pattern.isEmpty()) {
      return "(?!)";
    }
    return blanks
        ? "(?iu)(?<![\\p{L}\\p{N}_])(?:" + pattern + ")(?![\\p{L}\\p{N}_])"
        : "(?iu)(?:" + pattern + ")";
  }

  /** Numbers in a sentence, in order; parts of names and versions are none. */
  public List<StatedNumber> numbers(String sentence) {
    List<StatedNumber> all = numbers.in(sentence);
    return blanks
        ? all
        : all.stream().filter(one -> one.digits() || count(sentence, one).isPresent()).toList();
  }

  /** Who does what to whom in a sentence with places for its names. */
  public List<StatedRelation> relations(String sentence) {
    return relations.in(sentence);
  }

  /** The noun a number counts, when it is one that can be counted in code. */
  public Optional<StatedCount> count(String sentence, StatedNumber number) {
    int from = number.end();
    Matcher rest = AFTER.matcher(sentence).region(from, sentence.length());
    int limit = rest.lookingAt() ? rest.end() : from;
    TreeMap<Integer, StatedCount> found = new TreeMap<>();
    nouns.forEach((countable, noun) -> {
      Matcher matcher = noun.matcher(sentence).region(from, limit).useTransparentBounds(true);
      if (matcher.find()) {
        StatedCount count =
            new StatedCount(number, countable, matcher.group().strip(), matcher.end());
        int key = matcher.start() * 2 + (matcher.end() == limit ? 0 : 1);
        found.merge(key, count, (one, other) -> one.end() >= other.end() ? one : other);
      }
    });
    if (!found.isEmpty()) {
      return Optional.of(found.firstEntry().getValue());
    }
    return blanks ? Optional.empty() : before(sentence, number);
  }

  /** In languages that say {@code 메서드 5개} the noun stands before. */
  private Optional<StatedCount> before(String sentence, StatedNumber number) {
    int from = Math.max(0, number.start() - 8);
    for (Map.Entry<Countable, Pattern> noun : nouns.entrySet()) {
      Matcher matcher = noun.getValue().matcher(sentence).region(from, number.start());
      if (matcher.find() && sentence.substring(matcher.end(), number.start()).isBlank()) {
        return Optional.of(
            new StatedCount(number, noun.getKey(), matcher.group().strip(), number.end()));
      }
    }
    return Optional.empty();
  }

  /** Whether a sentence names a line by its number, which is for code to do. */
  public boolean namesALine(String sentence) {
    return lines.matcher(sentence).find();
  }

  /** Whether a sentence is said to whoever asked for the text, and is none of it. */
  public boolean isChat(String sentence) {
    return chat.matcher(sentence).find();
  }

  private Pattern line() {
    String word = text("line");
    String number = "\\d+(?:\\s*[-–]\\s*\\d+)?";
    String behind =
        blanks
            ? "(?<![\\p{L}\\d])(?:" + word + ")\\s+" + number
            : "第\\s*" + number + "\\s*(?:" + word + ")|" + number + "\\s*(?:行目|번째)";
    return Pattern.compile(
        "(?iu)"
            + behind
            + "|\\bL\\d+(?:-L?\\d+)?\\b|\\.\\p{Alnum}{1,6}:\\d+|"
            + number
            + "\\.\\s*satır");
  }

  /** Whether a word of a sentence is a pronoun that stands for what was spoken of before. */
  boolean startsWithPronoun(String clause) {
    return pronounFirst.matcher(clause).find();
  }
}
