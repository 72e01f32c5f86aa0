package ai.wikibuilder.server.web.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of the pages in one language. Immutable; the language of the machine plays no part.
 *
 * <p>Sentences are whole, with places {@code {0}} to {@code {9}} for what is told in them: a
 * language may put them in any order.
 */
public final class Words {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

  /** Digits behind the point of a dollar; single calls cost parts of a cent. */
  private static final int DIGITS = 4;

  private static final int MICRO_DIGITS = 6;

  private static final String DEVICE = "device";
  private static final String LOOKED = "looked";
  private static final String STEP = "step";

  private final String language;
  private final Locale locale;
  private final Map<String, String> patterns;
  private final Retelling retelling;
  private final Map<String, Retelling> notes;

  /**
   * The words of a language.
   *
   * @param notes by the place where they are made
   */
  Words(
      String language,
      Map<String, String> patterns,
      Retelling retelling,
      Map<String, Retelling> notes) {
    this.language = language;
    this.locale = Locale.of(language);
    this.patterns = Map.copyOf(patterns);
    this.retelling = retelling;
    this.notes = Map.copyOf(notes);
  }

  /** What pages and browsers call it: {@code en}, {@code tr}. */
  public String language() {
    return language;
  }

  /** What its speakers call it. */
  public String name() {
    return say("language.name");
  }

  /** What there are words for. */
  Set<String> keys() {
    return new TreeSet<>(patterns.keySet());
  }

  /**
   * The words for a key.
   *
   * @param values take the places in the order of their numbers
   * @throws IllegalArgumentException when the language has no such key, or the words more places
   */
  public String say(String key, String... values) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces(key)) {
      if (piece.place() >= values.length) {
        throw new IllegalArgumentException(
            "expected %d values for %s, got %d".formatted(piece.place() + 1, key, values.length));
      }
      text.append(piece.isPlace() ? values[piece.place()] : piece.text());
    }
    return text.toString();
  }

  /** The words for a number of things, which is their first place: for one, and for others. */
  public String counted(String key, long number) {
    return say(key + (number == 1 ? ".one" : ".many"), count(number));
  }

  /**
   * Words that stand for a word of rows and of the API, such as a state; the word itself for one
   * that has none.
   */
  public String word(String kind, String word) {
    return Optional.ofNullable(patterns.get(kind + "." + word)).orElse(word);
  }

  /**
   * The words for a key cut at their places, where those are markup.
   *
   * @throws IllegalArgumentException when the language has no such key
   */
  public List<Piece> pieces(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("expected words for " + key + " in " + language);
    }
    List<Piece> pieces = new ArrayList<>();
    Matcher places = PLACE.matcher(pattern);
    int at = 0;
    while (places.find()) {
      pieces.add(new Piece(pattern.substring(at, places.start()), Piece.NONE));
      pieces.add(new Piece("", Integer.parseInt(places.group(1))));
      at = places.end();
    }
    pieces.add(new Piece(pattern.substring(at), Piece.NONE));
    return pieces;
  }

  /**
   * A part of a sentence: words, or a place.
   *
   * @param place its number; {@link #NONE} for words
   */
  public record Piece(String text, int place) {
    static final int NONE = -1;

    public boolean isPlace() {
      return place != NONE;
    }
  }

  /**
   * What the rest of the server says in English, in this language; as it is where no words here
   * have its form.
   */
  public String retell(String english) {
    return retelling
        .find(english)
        .map(found -> say(found.key(), told(found.values())))
        .orElse(english);
  }

  /**
   * A note that some part of the server made in English, in this language; as it is where no words
   * here have its form. Roles and devices in it are said in this language too.
   *
   * @param place where it was made: the action of an entry of the audit, {@code looked} for what an
   *     answer looks at, {@code step} for what a research does, {@code device}
   */
  public String noted(String place, String english) {
    return Optional.ofNullable(notes.get(place))
        .flatMap(known -> known.find(english))
        .map(found ->
            say(
                found.key(),
                found.values().stream().map(value -> within(place, value)).toArray(String[]::new)))
        .orElse(english);
  }

  private String within(String place, String value) {
    return switch (place) {
      case DEVICE, LOOKED -> value;
      case STEP -> noted(LOOKED, value);
      default -> device(word("role", value));
    };
  }

  /** What somebody is logged in with, such as Firefox on Linux. */
  public String device(String english) {
    return noted(DEVICE, english);
  }

  private String[] told(List<String> values) {
    return values.stream().map(value -> word("input", value)).toArray(String[]::new);
  }

  public String count(long number) {
    return String.format(locale, "%,d", number);
  }

  /** Dollars; parts of a cent where there are any. */
  public String dollars(long microDollars) {
    BigDecimal exact =
        BigDecimal.valueOf(microDollars, MICRO_DIGITS).setScale(DIGITS, RoundingMode.HALF_UP);
    boolean cents = exact.remainder(new BigDecimal("0.01")).signum() == 0;
    return say("format.dollars", String.format(locale, cents ? "%,.2f" : "%,.4f", exact));
  }

  public String day(Instant instant) {
    return time("format.day", instant);
  }

  /** In UTC, since nobody's place is known without script. */
  public String minute(Instant instant) {
    return time("format.minute", instant);
  }

  /** The same where several may be of one minute. */
  public String second(Instant instant) {
    return time("format.second", instant);
  }

  private String time(String key, Instant instant) {
    return DateTimeFormatter.ofPattern(say(key), locale).withZone(ZoneOffset.UTC).format(instant);
  }
}
