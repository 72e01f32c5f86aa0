package ai.wikibuilder.pages.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of composed pages in one language. Immutable; threads may share it.
 *
 * <p>A key may have variants, {@code key.2} and so on; which one is taken depends on the subject
 * alone, so that a page that did not change is written in the same words again.
 */
public final class Catalogue {
  /** Languages with a file of their own. */
  public static final List<String> LANGUAGES = List.of("en", "tr");

  /** Numbers written as words at most. */
  private static final int WORD_COUNT_MAX = 13;

  private final String language;
  private final Properties shapes = new Properties();
  private final Map<String, Shape> parsed = new ConcurrentHashMap<>();

  /**
   * @throws IllegalArgumentException when there is no file for the language
   */
  public Catalogue(String language) {
    this.language = language;
    String name = "composed_" + language + ".properties";
    try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("expected the words of composed pages in " + name);
      }
      shapes.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  public String language() {
    return language;
  }

  /** The sentence of a key, to be filled in. */
  public Phrase say(String key) {
    return new Phrase(this, shape(key));
  }

  /** The sentence of a key in one of its variants, always the same one for the same subject. */
  public Phrase say(String key, String subject) {
    int count = 1;
    while (shapes.containsKey(key + "." + (count + 1))) {
      count++;
    }
    int variant = 1 + Math.floorMod((key + subject).hashCode() >>> 3, count);
    return say(variant == 1 ? key : key + "." + variant);
  }

  /** A sentence without places. */
  public Sentence plain(String key) {
    return say(key).end();
  }

  /**
   * The words of a key as they stand.
   *
   * @throws IllegalArgumentException when the language has no such key
   */
  public String text(String key) {
    String text = shapes.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("expected words for " + key + " in " + language);
    }
    return text;
  }

  private Shape shape(String key) {
    return parsed.computeIfAbsent(key, missing -> Shape.of(missing, text(missing)));
  }

  /** A number in prose: a word for a small one, digits in groups beyond. */
  public String number(long number) {
    return number >= 0 && number < WORD_COUNT_MAX ? text("number." + number) : digits(number);
  }

  /** A number in digits whatever its size. */
  public String digits(long number) {
    StringBuilder out = new StringBuilder(Long.toString(number));
    for (int at = out.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
      out.insert(at, text("number.group"));
    }
    return out.toString();
  }

  /** Words as a list: {@code a}, {@code a and b}, {@code a, b and c}. */
  public String list(List<String> words) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      out.append(i == 0 ? "" : separator(i == words.size() - 1)).append(words.get(i));
    }
    return out.toString();
  }

  String separator(boolean last) {
    return last ? " " + text("list.and") + " " : ", ";
  }
}
