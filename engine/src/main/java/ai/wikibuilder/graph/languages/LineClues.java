package ai.wikibuilder.graph.languages;

import ai.wikibuilder.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads off the text what the facts do not say: what a call stands behind, and which variable a
 * type or a result belongs to. Works on bytes. References of a file are asked about in their order.
 */
public final class LineClues {
  /** Receiver of a call on something that is more than a chain of names and calls. */
  public static final String EXPRESSION = Chains.EXPRESSION;

  /** A call that ends further away than this is not looked at to its end. */
  private static final int ARGUMENT_BYTES_MAX = 4000;

  /** The head of a function handed in is not longer. */
  private static final int CALLBACK_BYTES_MAX = 80;

  private static final Pattern CALLBACK =
      Pattern.compile(
          "\\(\\s*(?:async\\s+)?\\(?\\s*(\\w+)\\s*(?:\\)|,\\s*\\w+\\s*\\))?\\s*(?:=>|->)");

  /** Where the declared name stands. */
  public enum Order {
    /** {@code Store store} */
    TYPE_FIRST,
    /** {@code store Store} */
    NAME_FIRST,
    /** {@code store: Store} */
    COLON
  }

  /** Words that may stand beside a type and are no variable. */
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
          "with",
          "return",
          "case",
          "chan",
          "range",
          "type",
          "func",
          "map",
          "struct",
          "interface",
          "go",
          "defer",
          "new",
          "operator",
          "class",
          "enum",
          "const",
          "static",
          "public",
          "private",
          "where",
          "template",
          "typename",
          "using",
          "package",
          "throw",
          "yield",
          "await",
          "not",
          "when");

  /** Words between a variable and its type that do not change what can be called on it. */
  private static final Set<String> TRANSPARENT =
      Set.of(
          "new",
          "await",
          "mut",
          "dyn",
          "impl",
          "ref",
          "inout",
          "any",
          "some",
          "const",
          "Box",
          "Arc",
          "Rc",
          "Optional",
          "try",
          "struct",
          "final");

  /** Languages in which an arrow leads to a member. */
  private static final Set<String> ARROW_LANGUAGES = Set.of("c", "cpp", "php");

  private final byte[] bytes;
  private final SourceText text;
  private final Chains chains;
  private final WordPlaces words;

  /** Clues of one text in a language. */
  public LineClues(SourceText text, String language) {
    this.text = text;
    this.bytes = text.utf8();
    this.words = new WordPlaces(text);
    this.chains = new Chains(text, ARROW_LANGUAGES.contains(language));
  }

  /**
   * Where a name stands on a line: the next occurrence when the same one was asked for before.
   *
   * @return a byte offset, -1 when the line has no such word
   */
  public int place(int line, String name) {
    return words.place(line, name);
  }

  /** The chain before the name at a place: empty, {@code a.b()} or {@link #EXPRESSION}. */
  public String receiver(int nameAt) {
    return chains.before(nameAt);
  }

  /**
   * Whether a type is named inside of another with arguments: {@code Traits<T>::value} is no type
   * called {@code value}, whatever else is called so.
   */
  public boolean isMemberOfOther(int nameAt) {
    return nameAt > 2
        && bytes[nameAt - 1] == ':'
        && bytes[nameAt - 2] == ':'
        && bytes[nameAt - 3] == '>';
  }

  /**
   * The variable declared or assigned with the type at a place: {@code store} for {@code Store
   * store;}, {@code store: Store} and {@code store = new Store()}; {@code this.} or {@code self.}
   * stays in front. Empty when there is none.
   */
  public String variableOfType(int nameAt, String type, Order order) {
    String qualifier = chains.before(nameAt);
    if (qualifier.equals(EXPRESSION)) {
      return "";
    }
    int start = lineStart(nameAt);
    String before = variableBefore(chains.start(), start, order);
    if (!before.isEmpty() || order != Order.TYPE_FIRST) {
      return before;
    }
    return variableAfter(
        nameAt + type.getBytes(StandardCharsets.UTF_8).length,
        text.startOfLine(text.lineOf(nameAt) + 1));
  }

  /**
   * The variable that a call's result is assigned to, empty when something else is done with it.
   */
  public String variableOfResult(int nameAt, String name, Order order) {
    if (chains.before(nameAt).equals(EXPRESSION)) {
      return "";
    }
    int start = chains.start();
    String variable = variableBefore(start, lineStart(start), assigning(order));
    int after = nameAt + name.length();
    if (variable.isEmpty()) {
      return "";
    }
    boolean bare = after >= bytes.length || bytes[after] == '\n' || bytes[after] == ' ';
    int close = bare ? after - 1 : closing(after);
    return close < 0 || isContinued(close + 1) ? "" : variable;
  }

  /** A result stands behind a mark; only the order of several names may matter. */
  private static Order assigning(Order order) {
    return order == Order.NAME_FIRST ? order : Order.COLON;
  }

  /** Whether brackets behind a type make it a list of that type. */
  public boolean isList(int nameAt, String type) {
    int at = nameAt + type.length();
    return at + 1 < bytes.length && bytes[at] == '[' && bytes[at + 1] == ']';
  }

  /** The first parameter of a function that is handed in where it is written, empty for none. */
  public String callbackParameter(int nameAt, String name) {
    int end = Math.min(bytes.length, nameAt + name.length() + CALLBACK_BYTES_MAX);
    String head = new String(bytes, nameAt, end - nameAt, StandardCharsets.UTF_8);
    Matcher matcher = CALLBACK.matcher(head.substring(Math.min(head.length(), name.length())));
    return matcher.lookingAt() ? checked(matcher.group(1)) : "";
  }

  private int lineStart(int at) {
    return text.startOfLine(text.lineOf(at));
  }

  /** Whether a line declares a member in a constructor's head, as TypeScript and PHP allow. */
  public boolean declaresMember(int line, String variable) {
    int start = text.startOfLine(line);
    int at = words.find(variable, start, text.startOfLine(line + 1));
    if (at < 0) {
      return false;
    }
    String head = text.slice(start, at);
    return head.contains("private ") || head.contains("public ") || head.contains("readonly ");
  }

  /** Place of the parenthesis that closes the one after a name, -1 when there is none near. */
  private int closing(int from) {
    int end = Math.min(bytes.length, from + ARGUMENT_BYTES_MAX);
    int at = skipGenerics(from, end);
    if (at >= end || bytes[at] != '(') {
      return -1;
    }
    int depth = 0;
    for (; at < end; at++) {
      if (bytes[at] == '(') {
        depth++;
      } else if (bytes[at] == ')' && --depth == 0) {
        return at;
      }
    }
    return -1;
  }

  /** Whether more is done with the value than to assign it. */
  private boolean isContinued(int from) {
    int at = from;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r')) {
      at++;
    }
    if (at >= bytes.length) {
      return false;
    }
    return switch (bytes[at]) {
      case '.', '[', '-', '+', '*', '/', '%' -> true;
      default -> false;
    };
  }

  private String variableBefore(int typeAt, int start, Order order) {
    int at = skipTransparent(skipBack(typeAt - 1, start), start);
    if (at < start) {
      return "";
    }
    boolean divided = bytes[at] == '=' || bytes[at] == ':';
    if (!divided && order != Order.NAME_FIRST) {
      return "";
    }
    byte before = at > start ? bytes[at - 1] : 0;
    if (divided && (before == '=' || before == '!' || before == '<' || before == '>')) {
      return "";
    }
    if (divided && before == ':') {
      if (bytes[at] == ':') {
        return "";
      }
      at--;
    }
    boolean assigned =
        bytes[at] == '=' || (divided && at + 1 < bytes.length && bytes[at + 1] == '=');
    at = divided ? skipBack(at - 1, start) : at;
    if (at >= start && (bytes[at] == '?' || bytes[at] == '!')) {
      at--;
    }
    int last = at;
    while (at >= start
        && (isWord(bytes[at]) || bytes[at] == '.' || bytes[at] == '@' || isArrow(at))) {
      at--;
    }
    int comma = skipBack(at, start);
    if (assigned && comma >= start && bytes[comma] == ',') {
      return order == Order.NAME_FIRST ? firstOfList(comma, start) : "";
    }
    return checked(text.slice(at + 1, last + 1).replace("->", "."));
  }

  /** The first of several names that are assigned together: the others are given something else. */
  private String firstOfList(int comma, int start) {
    int end = skipBack(comma - 1, start) + 1;
    int at = end;
    while (at > start && isWord(bytes[at - 1])) {
      at--;
    }
    int before = skipBack(at - 1, start);
    return before >= start && bytes[before] == ',' ? "" : checked(text.slice(at, end));
  }

  private boolean isArrow(int at) {
    return (bytes[at] == '>' && at > 0 && bytes[at - 1] == '-')
        || (bytes[at] == '-' && at + 1 < bytes.length && bytes[at + 1] == '>');
  }

  /** Goes back over words and marks between a variable and its type. */
  private int skipTransparent(int from, int start) {
    int at = from;
    while (at >= start) {
      byte b = bytes[at];
      if (b == '*' || b == '&' || b == '"' || b == '\\') {
        at = skipBack(at - 1, start);
        continue;
      }
      boolean wrapped = b == '<' || b == '[';
      int end = wrapped ? at : at + 1;
      int word = end;
      while (word > start && (isWord(bytes[word - 1]) || bytes[word - 1] == '\'')) {
        word--;
      }
      boolean lifetime = word < end && bytes[word] == '\'';
      if (word == end || !(lifetime || TRANSPARENT.contains(text.slice(word, end)))) {
        return at;
      }
      at = skipBack(word - 1, start);
    }
    return at;
  }

  private String variableAfter(int from, int end) {
    int at = skipGenerics(from, end);
    if (at < end && bytes[at] == '>' && at > 0) { // a pointer's type argument
      at++;
    }
    int blanks = at;
    while (at < end && isBeforeVariable(bytes[at])) {
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

  private static boolean isBeforeVariable(byte b) {
    return b == ' ' || b == '\t' || b == '*' || b == '&' || b == '?';
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

  private static String checked(String word) {
    if (word.isEmpty() || Character.isDigit(word.charAt(0)) || NOT_VARIABLES.contains(word)) {
      return "";
    }
    return word;
  }

  static boolean isWord(byte b) {
    return b == '_' || b == '$' || b < 0 || Character.isLetterOrDigit(b);
  }
}
