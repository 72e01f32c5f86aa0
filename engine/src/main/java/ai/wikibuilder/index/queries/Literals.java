package ai.wikibuilder.index.queries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The texts that every match of an expression holds. Reads only what is sure: characters that stand
 * for themselves outside groups, none at all when there is an alternative at the top or a flag.
 *
 * @param runs in order; between two of them anything may stand
 */
record Literals(List<String> runs) {
  /** Shorter ones stand in every file. */
  private static final int CHARS_MIN = 3;

  private static final String ESCAPABLE = ".()[]{}*+?|^$\\/-\"'<>=:;,!@#%&~`_ ";

  static Literals of(String expression) {
    return new Scanner(expression).scan();
  }

  /** The longest run of at least three characters, or the empty text. */
  String longest() {
    return runs.stream()
        .filter(run -> run.length() >= CHARS_MIN)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  /** Words with something that is no word on both sides, so that none is a part of a longer one. */
  List<String> wholeWords() {
    List<String> words = new ArrayList<>();
    for (String run : runs) {
      int start = -1; // a word at the edge of a run may go on outside
      for (int i = 0; i < run.length(); i++) {
        if (WordRun.isWordChar(run.charAt(i))) {
          continue;
        }
        if (start >= 0 && i > start + 1) {
          words.add(run.substring(start + 1, i));
        }
        start = i;
      }
    }
    return words;
  }

  /** One pass over an expression that is known to be valid. */
  private static final class Scanner {
    private final String expression;
    private final List<String> runs = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private int at;

    Scanner(String expression) {
      this.expression = expression;
    }

    Literals scan() {
      if (expression.contains("(?") || expression.contains("\\Q")) {
        return new Literals(List.of());
      }
      while (at < expression.length()) {
        char c = expression.charAt(at);
        switch (c) {
          case '|' -> {
            return new Literals(List.of());
          }
          case '(' -> skipGroup();
          case '[' -> skipClass();
          case '\\' -> escape();
          case '?', '*', '{' -> optional();
          case '+', '.', '^', '$' -> end();
          default -> run.append(c);
        }
        at++;
      }
      end();
      return new Literals(List.copyOf(runs));
    }

    private void end() {
      if (!run.isEmpty()) {
        runs.add(run.toString());
        run.setLength(0);
      }
    }

    /** The character before may be missing. */
    private void optional() {
      if (!run.isEmpty()) {
        run.setLength(
            run.length() - (Character.isLowSurrogate(run.charAt(run.length() - 1)) ? 2 : 1));
      }
      end();
      int close = expression.charAt(at) == '{' ? expression.indexOf('}', at) : at;
      at = Math.max(at, close);
    }

    private void escape() {
      char next = at + 1 < expression.length() ? expression.charAt(at + 1) : '\\';
      at++;
      if (ESCAPABLE.indexOf(next) >= 0) {
        run.append(next);
        return;
      }
      end();
      if (next == 'p' || next == 'P' || next == 'x') {
        int close =
            at + 1 < expression.length() && expression.charAt(at + 1) == '{'
                ? expression.indexOf('}', at)
                : at + (next == 'x' ? 2 : 1);
        at = Math.max(at, close);
      } else if (Character.isDigit(next)) {
        while (at + 1 < expression.length() && Character.isDigit(expression.charAt(at + 1))) {
          at++;
        }
      }
    }

    private void skipClass() {
      end();
      int i = at + 1;
      if (i < expression.length() && expression.charAt(i) == '^') {
        i++;
      }
      if (i < expression.length() && expression.charAt(i) == ']') {
        i++;
      }
      while (i < expression.length() && expression.charAt(i) != ']') {
        boolean named = expression.startsWith("[:", i) && expression.indexOf(":]", i) > 0;
        i = named ? expression.indexOf(":]", i) + 2 : i + (expression.charAt(i) == '\\' ? 2 : 1);
      }
      at = i;
    }

    private void skipGroup() {
      end();
      int depth = 0;
      while (at < expression.length()) {
        char c = expression.charAt(at);
        if (c == '\\') {
          at++;
        } else if (c == '[') {
          skipClass();
        } else if (c == '(') {
          depth++;
        } else if (c == ')' && --depth == 0) {
          return;
        }
        at++;
      }
    }
  }
}
