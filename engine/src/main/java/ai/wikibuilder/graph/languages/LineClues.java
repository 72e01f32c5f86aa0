package ai.wikibuilder.graph.languages;

import ai.wikibuilder.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads off one line what the facts do not say: whether a call stands behind a dot, and which
 * variable a type belongs to. Works on the bytes of the line, never beyond it.
 */
public final class LineClues {
  /** Words that may follow a type and are no variable. */
  private static final Set<String> NOT_VARIABLES =
      Set.of(
          "extends",
          "implements",
          "instanceof",
          "throws",
          "is",
          "as",
          "in",
          "of",
          "and",
          "or",
          "if",
          "else",
          "for",
          "from",
          "import",
          "default",
          "permits",
          "super",
          "with");

  private final byte[] bytes;
  private final SourceText text;

  public LineClues(SourceText text) {
    this.text = text;
    this.bytes = text.utf8();
  }

  /** Whether every place where the line calls {@code name} follows a dot. */
  public boolean calledOnSomething(int line, String name) {
    int end = text.startOfLine(line + 1);
    boolean found = false;
    for (int at = find(name, text.startOfLine(line), end); at >= 0; at = find(name, at + 1, end)) {
      int before = skipBack(at - 1, text.startOfLine(line));
      boolean dotted = before >= text.startOfLine(line) && bytes[before] == '.';
      if (!dotted) {
        return false;
      }
      found = true;
    }
    return found;
  }

  /**
   * The variable declared or assigned with a type on a line: {@code store} for {@code Store
   * store;}, {@code store: Store} and {@code store = new Store()}; {@code this.} or {@code self.}
   * stays in front. Empty when there is none.
   */
  public String variable(int line, String type, boolean typeFirst) {
    int start = text.startOfLine(line);
    int end = text.startOfLine(line + 1);
    int at = find(type, start, end);
    if (at < 0) {
      return "";
    }
    String before = variableBefore(at, start);
    if (!before.isEmpty() || !typeFirst) {
      return before;
    }
    return variableAfter(at + type.length(), end);
  }

  /** Whether a line declares a member in a constructor's head, as TypeScript allows. */
  public boolean declaresMember(int line, String variable) {
    int start = text.startOfLine(line);
    int at = find(variable, start, text.startOfLine(line + 1));
    if (at < 0) {
      return false;
    }
    String head = text.slice(start, at);
    return head.contains("private ") || head.contains("public ") || head.contains("readonly ");
  }

  private int find(String name, int from, int end) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    if (wanted.length == 0) {
      return -1;
    }
    for (int i = from; i + wanted.length <= end; i++) {
      if (bytes[i] == wanted[0]
          && matches(wanted, i)
          && (i == 0 || !isWord(bytes[i - 1]))
          && (i + wanted.length == bytes.length || !isWord(bytes[i + wanted.length]))) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(byte[] wanted, int at) {
    for (int i = 1; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private String variableBefore(int typeAt, int start) {
    int at = skipBack(typeAt - 1, start);
    at = skipWordBack(at, start, "new");
    at = skipWordBack(at, start, "await");
    if (at < start || (bytes[at] != '=' && bytes[at] != ':')) {
      return "";
    }
    if (at > start && (bytes[at - 1] == '=' || bytes[at - 1] == '!' || bytes[at - 1] == ':')) {
      return "";
    }
    at = skipBack(at - 1, start);
    if (at >= start && bytes[at] == '?') {
      at--;
    }
    int last = at;
    while (at >= start && (isWord(bytes[at]) || bytes[at] == '.')) {
      at--;
    }
    return checked(text.slice(at + 1, last + 1));
  }

  private String variableAfter(int from, int end) {
    int at = skipGenerics(from, end);
    while (at < end && (bytes[at] == '[' || bytes[at] == ']' || bytes[at] == '.')) {
      at++;
    }
    int blanks = at;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    if (at == blanks) {
      return "";
    }
    int first = at;
    while (at < end && isWord(bytes[at])) {
      at++;
    }
    if (at < end && bytes[at] == '(') {
      return "";
    }
    return checked(text.slice(first, at));
  }

  private int skipGenerics(int from, int end) {
    if (from >= end || bytes[from] != '<') {
      return from;
    }
    int depth = 0;
    for (int i = from; i < end; i++) {
      if (bytes[i] == '<') {
        depth++;
      } else if (bytes[i] == '>' && --depth == 0) {
        return i + 1;
      }
    }
    return end;
  }

  private int skipBack(int from, int start) {
    int at = from;
    while (at >= start && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at--;
    }
    return at;
  }

  private int skipWordBack(int from, int start, String word) {
    int first = from - word.length() + 1;
    if (first < start) {
      return from;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[first + i] != word.charAt(i)) {
        return from;
      }
    }
    return skipBack(first - 1, start);
  }

  private static String checked(String word) {
    if (word.isEmpty() || Character.isDigit(word.charAt(0)) || NOT_VARIABLES.contains(word)) {
      return "";
    }
    return word;
  }

  private static boolean isWord(byte b) {
    return b == '_' || b == '$' || b < 0 || Character.isLetterOrDigit(b);
  }
}
