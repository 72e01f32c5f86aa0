package ai.wikibuilder.pages.wording;

import java.util.ArrayList;
import java.util.List;

/**
 * One sentence with places for words. Immutable.
 *
 * <p>{@code {name}} is a place, {@code {name|one file|# files}} a number with its noun (one form
 * for languages whose nouns do not change), {@code [...]} a part that is left out when one of its
 * places has no words, {@code **words**} are strong and {@code `words`} code.
 */
record Shape(String key, List<Part> parts) {
  /** A part of a shape. */
  sealed interface Part {
    record Text(String text) implements Part {}

    record Strong(String text) implements Part {}

    record Code(String text) implements Part {}

    record Slot(String name) implements Part {}

    /**
     * A number with its noun.
     *
     * @param forms for one and for many, or for both
     */
    record Counted(String name, List<String> forms) implements Part {}

    record Maybe(List<Part> parts) implements Part {}
  }

  Shape {
    parts = List.copyOf(parts);
  }

  static Shape of(String key, String text) {
    return new Shape(key, new Parser(key, text).parts(text.length()));
  }

  /** Reads a shape from left to right. */
  private static final class Parser {
    private final String key;
    private final String text;
    private int at;

    Parser(String key, String text) {
      this.key = key;
      this.text = text;
    }

    List<Part> parts(int end) {
      List<Part> parts = new ArrayList<>();
      StringBuilder plain = new StringBuilder();
      while (at < end) {
        char c = text.charAt(at);
        boolean strong = text.startsWith("**", at);
        if (c == '{' || c == '[' || c == '`' || strong) {
          flush(plain, parts);
          parts.add(marked(c));
        } else {
          plain.append(c);
          at++;
        }
      }
      flush(plain, parts);
      return parts;
    }

    private Part marked(char mark) {
      return switch (mark) {
        case '{' -> slot(inside("{", "}"));
        case '`' -> new Part.Code(inside("`", "`"));
        case '[' -> new Part.Maybe(new Parser(key, inside("[", "]")).all());
        default -> new Part.Strong(inside("**", "**"));
      };
    }

    private List<Part> all() {
      return parts(text.length());
    }

    private static void flush(StringBuilder plain, List<Part> parts) {
      if (!plain.isEmpty()) {
        parts.add(new Part.Text(plain.toString()));
        plain.setLength(0);
      }
    }

    private String inside(String open, String close) {
      int from = at + open.length();
      int to = text.indexOf(close, from);
      if (to < 0) {
        throw new IllegalArgumentException("expected " + close + " after " + open + " in " + key);
      }
      at = to + close.length();
      return text.substring(from, to);
    }

    private static Part slot(String words) {
      String[] pieces = words.split("\\|", -1);
      return pieces.length == 1
          ? new Part.Slot(words)
          : new Part.Counted(pieces[0], List.of(pieces).subList(1, pieces.length));
    }
  }
}
