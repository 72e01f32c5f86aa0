package ai.wikibuilder.server.web.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds which of the sentences known by heart somebody has said, and what was told in it. What
 * refuses a form or ends a build says why in English, for programs; a page says the same in its
 * reader's language. Immutable.
 */
final class Retelling {
  /** Keys of sentences that other parts of the server say. */
  static final String TOLD = "told.";

  /**
   * Keys of notes that other parts make, such as {@code noted.invited.as} of what an invitation is
   * written down with. A note is too short to be known without its place.
   */
  static final String NOTED = "noted.";

  /** Longer ones are no sentence of ours. */
  private static final int LENGTH_MAX = 2_000;

  private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

  private final List<Shape> shapes;

  private Retelling(List<Shape> shapes) {
    this.shapes = List.copyOf(shapes);
  }

  /** One that finds nothing: English need not be told again. */
  static Retelling none() {
    return new Retelling(List.of());
  }

  /**
   * One that knows the English words whose keys begin so; their places are numbered in order.
   *
   * @param prefix {@link #TOLD}, or {@link #NOTED} and a place
   */
  static Retelling of(Map<String, String> english, String prefix) {
    List<Shape> shapes = new ArrayList<>();
    english.forEach((key, pattern) -> {
      if (key.startsWith(prefix)) {
        shapes.add(Shape.of(key, pattern));
      }
    });
    // What says more by itself is tried before what is nearly all places.
    shapes.sort(Comparator.comparingInt(Shape::wordLength).reversed().thenComparing(Shape::key));
    return new Retelling(shapes);
  }

  Optional<Found> find(String sentence) {
    if (sentence.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    for (Shape shape : shapes) {
      Matcher matcher = shape.form().matcher(sentence);
      if (matcher.matches()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
          values.add(matcher.group(i));
        }
        return Optional.of(new Found(shape.key(), values));
      }
    }
    return Optional.empty();
  }

  /** A sentence that was known, and what was told in it. */
  record Found(String key, List<String> values) {}

  private record Shape(String key, int wordLength, Pattern form) {
    static Shape of(String key, String pattern) {
      StringBuilder form = new StringBuilder();
      int length = 0;
      String[] words = PLACE.split(pattern, -1);
      for (int i = 0; i < words.length; i++) {
        form.append(i == 0 ? "" : "(.*?)").append(Pattern.quote(words[i]));
        length += words[i].length();
      }
      return new Shape(key, length, Pattern.compile(form.toString(), Pattern.DOTALL));
    }
  }
}
