package ai.wikibuilder.facts.cfamily;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks the macros that a grammar without a preprocessor takes for something else: {@code class
 * LIB_API Reader : Base}, {@code LIB_EXTERN int f(void) LIB_NOTHROW;}, {@code LIB_BEGIN_DECLS}.
 * Without this whole classes are lost, not only the macro. Stateless.
 *
 * <p>A macro is known by its capitals and its place: it is blanked only between declarations, in
 * the scope of a file, namespace or type, where what follows could stand without it. Inside
 * functions and enums nothing is touched. Blanks keep every offset and line as it was.
 */
public final class MacroMask {
  /** The beginning or the end of {@code extern "C"} in a conditional section of its own. */
  private static final Pattern LINKAGE =
      Pattern.compile(
          "#[ \\t]*if[^\\n]*__cplusplus[^\\n]*\\n\\s*(extern\\s+\"C\"\\s*\\{|\\})"
              + "[^\\n{}]*\\n\\s*#[ \\t]*endif");

  /** Says that a declaration begins, and nothing else that is looked at. */
  private static final byte[] WORD_KEPT = "const".getBytes(ISO_8859_1);

  /** Words before a declaration after which it can still begin with a macro. */
  private static final Set<String> SPECIFIERS =
      words(
          "static inline extern const constexpr consteval constinit virtual "
              + "explicit friend typedef mutable volatile register thread_local");

  /** Words that a type's name cannot stand before: what stands there is a macro. */
  private static final Set<String> OPENERS =
      words(
          "namespace template class struct union enum typedef using static inline "
              + "extern virtual constexpr explicit friend public private protected auto "
              + "void bool char short int long float double signed unsigned size_t "
              + "typename");

  /** They stand anywhere and say nothing that is looked at. */
  private static final Set<String> ATTRIBUTES =
      Set.of("__attribute__", "__attribute", "__declspec");

  private static final Set<String> QUALIFIERS = Set.of("const", "volatile");

  private static final Set<String> TYPES = Set.of("class", "struct", "union", "enum");

  /** Words between a function's parameters and its body. */
  private static final Set<String> TRAILERS =
      Set.of("const", "noexcept", "override", "final", "volatile");

  private static final Set<String> LABELS =
      Set.of("public", "private", "protected", "signals", "slots");

  private final byte[] utf8;
  private final Tokens tokens;

  /** For each open brace: whether declarations stand between it and its end. */
  private boolean[] declares = new boolean[64];

  private int depth;

  /** Where the current declaration begins, and where it would without specifiers and macros. */
  private int head;

  private int start;
  private byte[] masked;
  private boolean changed;

  private MacroMask(byte[] utf8) {
    this.utf8 = utf8;
    this.masked = utf8;
    blankLinkage();
    this.tokens = new Tokens(masked);
  }

  /** The same text with blanks for such macros; {@code utf8} itself when there are none. */
  public static byte[] mask(byte[] utf8) {
    MacroMask mask = new MacroMask(utf8);
    mask.walk();
    return mask.masked;
  }

  /**
   * The half of {@code extern "C"} in a conditional section: no brace of it has a partner there.
   */
  private void blankLinkage() {
    String text = new String(utf8, ISO_8859_1);
    Matcher half = text.contains("__cplusplus") ? LINKAGE.matcher(text) : LINKAGE.matcher("");
    while (half.find()) {
      blankBytes(half.start(1), half.end(1));
    }
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" ", -1));
  }

  private void walk() {
    for (int i = 0; i < tokens.count(); i++) {
      switch (tokens.kind(i)) {
        case '{' -> open(i);
        case '}' -> close(i);
        case ';' -> begin(i + 1);
        case ':' -> {
          if (LABELS.contains(tokens.word(i - 1))) {
            begin(i + 1);
          }
        }
        case '(' -> i = declaresHere() ? Math.max(i, tokens.after(i, '(', ')') - 1) : i;
        default -> {
          if (declaresHere()) {
            i = word(i);
          }
        }
      }
    }
  }

  private void begin(int token) {
    head = token;
    start = token;
  }

  private boolean declaresHere() {
    return depth == 0 || declares[depth - 1];
  }

  private void open(int brace) {
    if (depth == declares.length) {
      declares = Arrays.copyOf(declares, 2 * depth);
    }
    boolean here = declaresHere();
    declares[depth++] = here && holdsDeclarations(brace);
    begin(brace + 1);
  }

  /** A brace at the start of a line ends the function, whatever conditional code left open. */
  private void close(int brace) {
    while (depth > 1 && tokens.startsLine(brace) && !declares[depth - 1] && !declares[depth - 2]) {
      depth--;
    }
    depth = Math.max(0, depth - 1);
    begin(brace + 1);
  }

  /** Whether the brace belongs to a namespace, a type or {@code extern "C"}. */
  private boolean holdsDeclarations(int brace) {
    int i = head;
    if (tokens.word(i).equals("template")) {
      i = tokens.after(i + 1, '<', '>');
    }
    boolean type = false;
    for (; i < brace; i++) {
      String word = tokens.word(i);
      if (word.equals("namespace") || (word.equals("extern") && i + 2 == brace)) {
        return true;
      }
      boolean isClass = TYPES.contains(word);
      if (word.equals("enum") || tokens.kind(i) == '=') {
        return false;
      }
      type |= isClass;
      if (type && tokens.kind(i) == ':') {
        return true;
      }
      if (tokens.kind(i) == '(') {
        boolean attribute = tokens.isCapitals(i - 1) || tokens.word(i - 1).startsWith("__");
        if (!attribute && !tokens.word(i - 1).equals("alignas")) {
          return false;
        }
        i = Math.max(i, tokens.after(i, '(', ')') - 1);
      }
    }
    return type;
  }

  /** Looks at one token between declarations; gives the last token that is done with. */
  private int word(int i) {
    int after = i + 1;
    if (ATTRIBUTES.contains(tokens.word(i)) && tokens.kind(after) == '(') {
      after = tokens.after(after, '(', ')');
      blank(i, after);
      start = i == start ? after : start;
    } else if (tokens.isCapitals(i)) {
      after = tokens.after(i + 1, '(', ')');
      boolean decoration =
          isBeforeTypeName(i, after)
              || (i == start && isBeforeDeclaration(i, after))
              || isInTypedef(i, after)
              || isBehindParameters(i, after);
      if (!decoration) {
        return after - 1;
      }
      blank(i, after);
      if (i == start) {
        keepDeclaration(i, after);
      }
      start = i == start ? after : start;
    } else if (i == start) {
      start = afterSpecifier(i);
      return Math.max(i, start - 1);
    }
    return after - 1;
  }

  private int afterSpecifier(int i) {
    String word = tokens.word(i);
    if (word.equals("template")) {
      return tokens.after(i + 1, '<', '>');
    }
    boolean linkage = tokens.kind(i) == Tokens.LITERAL && tokens.word(i - 1).equals("extern");
    boolean attribute = tokens.kind(i) == '[' && tokens.kind(i + 1) == '[';
    if (attribute) {
      return tokens.after(i, '[', ']');
    }
    return SPECIFIERS.contains(word) || linkage ? i + 1 : start;
  }

  /** As in {@code class MACRO Name : Base}. */
  private boolean isBeforeTypeName(int i, int after) {
    if (!TYPES.contains(tokens.word(i - 1)) || !tokens.isWord(after)) {
      return false;
    }
    int next = after + 1;
    while (tokens.kind(next) == Tokens.SCOPE && tokens.isWord(next + 1)) {
      next += 2;
    }
    next = tokens.after(next, '<', '>');
    return tokens.kind(next) == '{'
        || tokens.kind(next) == ':'
        || tokens.word(next).equals("final");
  }

  /** As in {@code typedef Type MACRO name(int);}: no third word can stand before parameters. */
  private boolean isInTypedef(int i, int after) {
    boolean afterType =
        tokens.kind(i - 1) == '*'
            || (tokens.isWord(i - 1) && !SPECIFIERS.contains(tokens.word(i - 1)));
    return afterType
        && after == i + 1
        && tokens.word(head).equals("typedef")
        && i > head + 1
        && !TYPES.contains(tokens.word(i - 1))
        && tokens.isWord(after)
        && tokens.kind(after + 1) == '(';
  }

  /** As in {@code MACRO int f();}, {@code MACRO(x) Type name}, or a line of its own. */
  private boolean isBeforeDeclaration(int i, int after) {
    char kind = tokens.kind(after);
    boolean arguments = after > i + 1;
    if (kind != Tokens.WORD) {
      boolean attribute = kind == '[' && tokens.kind(after + 1) == '[';
      // A type among the arguments is no expression: the grammar loses the rest of the type.
      boolean typeGiven = kind == ';' && arguments && OPENERS.contains(tokens.word(i + 2));
      return kind == Tokens.NONE || kind == '}' || kind == '~' || attribute || typeGiven;
    }
    if (tokens.word(head).equals("typedef") && tokens.isCapitals(after)) {
      return false; // what is called otherwise begins with its type: the macro comes behind it
    }
    int type = after;
    while (tokens.isCapitals(type)) {
      type = tokens.after(type + 1, '(', ')');
    }
    if (QUALIFIERS.contains(tokens.word(type))) {
      type++;
    }
    if (OPENERS.contains(tokens.word(type))) {
      return true;
    }
    if (SPECIFIERS.contains(tokens.word(type)) || tokens.word(type).equals("operator")) {
      return false;
    }
    return isTypeAndMore(tokens.isWord(type) ? type : after, arguments && ownLine(i, after));
  }

  private boolean ownLine(int i, int after) {
    for (int at = tokens.end(after - 1); at < tokens.start(after); at++) {
      if (utf8[at] == '\n') {
        return i <= after;
      }
    }
    return false;
  }

  /** Whether a word is a type before a name: it could begin a declaration by itself. */
  private boolean isTypeAndMore(int type, boolean macroOnItsLine) {
    int next = tokens.after(type + 1, '<', '>');
    while (tokens.kind(next) == Tokens.SCOPE && tokens.isWord(next + 1)) {
      next = tokens.after(next + 2, '<', '>');
    }
    char kind = tokens.kind(next);
    boolean declarator = kind == Tokens.WORD || kind == '*' || kind == '&';
    boolean inParentheses =
        kind == '('
            && (tokens.kind(next + 1) == '*'
                || (tokens.kind(next + 2) == ')' && tokens.kind(next + 3) == '('));
    return declarator || inParentheses || (macroOnItsLine && kind == '(');
  }

  /** As in {@code f(int) MACRO;}. */
  private boolean isBehindParameters(int i, int after) {
    boolean behind =
        tokens.kind(i - 1) == ')'
            || TRAILERS.contains(tokens.word(i - 1))
            || (tokens.isCapitals(i - 1) && masked[tokens.start(i - 1)] == ' ');
    char kind = tokens.kind(after);
    boolean ends = kind == ';' || kind == '{' || kind == ':' || kind == '=' || kind == '-';
    if (!behind || head >= i - 1 || !(ends || tokens.isCapitals(after) || isTrailer(after))) {
      return false;
    }
    boolean parameters = false;
    for (int token = head; token < i; token++) {
      if (tokens.kind(token) == '=') {
        return false;
      }
      parameters |= tokens.kind(token) == ')';
    }
    return parameters;
  }

  private boolean isTrailer(int token) {
    return TRAILERS.contains(tokens.word(token));
  }

  /**
   * Without a word before it {@code Type (*name)(int)} reads as a call, with a star as a product.
   */
  private void keepDeclaration(int i, int after) {
    int next = after + 1;
    while (tokens.kind(next) == '*') {
      next++;
    }
    boolean pointer = tokens.kind(next) == '(';
    if (tokens.isWord(after) && pointer && tokens.end(i) - tokens.start(i) >= WORD_KEPT.length) {
      System.arraycopy(WORD_KEPT, 0, masked, tokens.start(i), WORD_KEPT.length);
    }
  }

  private void blank(int first, int end) {
    blankBytes(tokens.start(first), tokens.end(end - 1));
  }

  private void blankBytes(int from, int to) {
    if (!changed) {
      masked = utf8.clone();
      changed = true;
    }
    for (int i = from; i < to; i++) {
      masked[i] = masked[i] == '\n' ? (byte) '\n' : (byte) ' ';
    }
  }
}
