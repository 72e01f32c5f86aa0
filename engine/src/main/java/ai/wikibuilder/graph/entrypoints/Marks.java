package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the marks of a file with the definitions they stand on, in every way of writing them.
 */
final class Marks {
  /** Tokens between the last mark and the bracket behind the definition's name. */
  private static final int REACH = 60;

  private static final List<String> MODIFIERS =
      List.of(
          "public",
          "private",
          "protected",
          "static",
          "final",
          "abstract",
          "open",
          "suspend",
          "async",
          "export",
          "default",
          "override",
          "internal",
          "sealed",
          "partial",
          "readonly",
          "data",
          "inner",
          "synchronized",
          "pub",
          "virtual",
          "required",
          "unsafe",
          "companion");

  private static final List<String> TYPES =
      List.of("class", "interface", "record", "object", "struct", "enum", "trait", "actor");

  private final Tokens tokens;
  private final boolean brackets;
  private final boolean hashBrackets;
  private final List<Mark.Group> groups = new ArrayList<>();
  private String owner = "";
  private int ownerEnd = -1;

  private Marks(Tokens tokens, String language) {
    this.tokens = tokens;
    this.brackets = language.equals("csharp");
    this.hashBrackets = language.equals("php") || language.equals("rust");
  }

  static List<Mark.Group> of(Tokens tokens, String language) {
    Marks marks = new Marks(tokens, language);
    marks.collect(language.equals("python"));
    return marks.groups;
  }

  private void collect(boolean indented) {
    int at = 0;
    while (at < tokens.count()) {
      if (at > ownerEnd && !indented) {
        owner = "";
        ownerEnd = tokens.count();
      }
      if (startsMark(at)) {
        List<Mark> marks = new ArrayList<>();
        at = definition(at, marks);
        group(marks, at);
      } else if (tokens.isWord(at) && isType(at)) {
        enterType(at);
        at++;
      } else {
        at++;
      }
    }
  }

  private boolean isType(int at) {
    return tokens.isWord(at + 1) && !tokens.is(at - 1, '.') && tokens.isAny(at, TYPES);
  }

  private void enterType(int at) {
    owner = tokens.text(at + 1);
    ownerEnd = tokens.count();
    for (int i = at + 2; i < at + REACH; i++) {
      if (tokens.is(i, '{')) {
        ownerEnd = tokens.close(i);
        return;
      }
      if (tokens.is(i, ';')) {
        return;
      }
    }
  }

  private boolean startsMark(int at) {
    if (hashBrackets) {
      return tokens.is(at, '#') && tokens.is(at + 1, '[');
    }
    if (brackets) {
      return tokens.is(at, '[') && tokens.isWord(at + 1) && tokens.startsLine(at);
    }
    return tokens.is(at, '@') && tokens.isWord(at + 1) && tokens.touchesNext(at);
  }

  /** Takes marks and modifiers from a token on; the token of the definition behind them. */
  private int definition(int from, List<Mark> marks) {
    int at = from;
    while (at < tokens.count()) {
      if (startsMark(at)) {
        int next = hashBrackets || brackets ? bracketed(at, marks) : single(at + 1, marks);
        at = Math.max(at + 1, next);
      } else if (tokens.isAny(at, MODIFIERS)) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  /** {@code [A("x"), B]}: several marks inside one pair of brackets. */
  private int bracketed(int from, List<Mark> marks) {
    int open = hashBrackets ? from + 1 : from;
    int end = tokens.close(open);
    int at = open + 1;
    while (at < end) {
      at = tokens.isWord(at) ? Math.max(at + 1, single(at, marks)) : at + 1;
    }
    return Math.min(end, tokens.count()) + 1;
  }

  /** Takes a dotted name with its arguments; the token after them. */
  private int single(int first, List<Mark> marks) {
    int at = first;
    StringBuilder qualifier = new StringBuilder();
    while (tokens.is(at + 1, '.') && tokens.isWord(at + 2) && qualifier.length() < 200) {
      qualifier.append(qualifier.isEmpty() ? "" : ".").append(tokens.text(at));
      at += 2;
    }
    boolean arguments = tokens.is(at + 1, '(');
    int open = arguments ? at + 1 : -1;
    marks.add(new Mark(qualifier.toString(), tokens.text(at), open, tokens.line(first)));
    int close = arguments ? tokens.close(open) : at;
    return close >= tokens.count() ? at + 2 : close + 1;
  }

  private void group(List<Mark> marks, int definition) {
    if (tokens.isWord(definition) && isType(definition)) {
      groups.add(new Mark.Group(List.copyOf(marks), true, tokens.text(definition + 1), ""));
      return;
    }
    groups.add(new Mark.Group(List.copyOf(marks), false, callable(definition), owner));
  }

  /** The word before the first bracket of a head. */
  private String callable(int from) {
    for (int i = from; i < from + REACH; i++) {
      boolean head = tokens.is(i + 1, '(') && tokens.isWord(i);
      if (head && !tokens.is(i, "fun") && !tokens.is(i, "function")) {
        return tokens.text(i);
      }
      if (tokens.is(i, ';') || tokens.is(i, '{') || tokens.is(i, '=')) {
        return "";
      }
    }
    return "";
  }
}
