package ai.wikibuilder.pages.walks;

import ai.wikibuilder.source.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands around a line inside its function, told by indentation: the languages differ in their
 * syntax, but people indent all of them.
 */
public sealed interface Surroundings {
  /** Nothing: the line is reached whenever the function runs. */
  record Straight() implements Surroundings {}

  record Loop() implements Surroundings {}

  /**
   * A branch for failures.
   *
   * @param type what is caught when it is one name, else empty
   */
  record Failure(String type) implements Surroundings {}

  /**
   * A branch.
   *
   * @param words the condition when it is one name or one call, else empty
   */
  record Condition(String words) implements Surroundings {}

  /** Lines above a call that are looked at. */
  int LINE_COUNT_MAX = 200;

  Pattern BRANCH =
      Pattern.compile(
          "[}\\s]*(if|elif|else|unless|for|foreach|while|until|loop|catch|except|rescue|case|when"
              + "|switch|match|default)\\b(.*)");

  Pattern SIMPLE = Pattern.compile("\\(?(!?[A-Za-z_$][\\w.$>?!-]*(?:\\([^()]*\\))?)\\)?\\s*[:{]?");

  /** {@code (Outer.Failed e)}, {@code Failed as e:}: one type, not several. */
  Pattern CAUGHT =
      Pattern.compile(
          "\\s*\\(?\\s*(?:final\\s+)?([A-Z][\\w.]*)(?=\\s+\\w+\\s*\\)|\\s+as\\b|\\s*:|\\s*=>|\\s*$)");

  /** What stands nearest around a line, not further up than the line the function begins on. */
  static Surroundings of(SourceText text, int line, int functionLine) {
    int at = lineOf(text, line, functionLine);
    if (at == 0) {
      return new Straight();
    }
    Matcher matcher = BRANCH.matcher(text.lines(at, at).stripTrailing());
    return matcher.matches() ? of(matcher.group(1), matcher.group(2)) : new Straight();
  }

  /** The line that {@link #of} speaks of; 0 when there is none. */
  static int lineOf(SourceText text, int line, int functionLine) {
    int indent = indent(text.lines(line, line));
    for (int at = line - 1; at > functionLine && line - at < LINE_COUNT_MAX; at--) {
      String words = text.lines(at, at).stripTrailing();
      if (words.isBlank() || indent(words) >= indent) {
        continue;
      }
      indent = indent(words);
      if (BRANCH.matcher(words).matches()) {
        return at;
      }
    }
    return 0;
  }

  private static Surroundings of(String keyword, String rest) {
    return switch (keyword) {
      case "for", "foreach", "while", "until", "loop" -> new Loop();
      case "catch", "except", "rescue" -> {
        Matcher caught = CAUGHT.matcher(rest);
        yield new Failure(caught.lookingAt() ? caught.group(1) : "");
      }
      case "if", "elif" -> {
        Matcher simple = SIMPLE.matcher(rest.strip());
        yield new Condition(simple.matches() ? simple.group(1) : "");
      }
      default -> new Condition("");
    };
  }

  private static int indent(String line) {
    int width = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\t') {
        width += 4;
      } else if (line.charAt(i) == ' ') {
        width++;
      } else {
        break;
      }
    }
    return width;
  }
}
