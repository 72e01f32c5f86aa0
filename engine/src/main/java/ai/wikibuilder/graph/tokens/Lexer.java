package ai.wikibuilder.graph.tokens;

import java.util.Arrays;

/** One pass over the bytes of a text. Every step moves forward, so broken text costs no more. */
final class Lexer {
  /** Kinds of tokens as they stand in the column. */
  static final byte WORD = 0;

  static final byte STRING = 1;
  static final byte NUMBER = 2;
  static final byte SIGN = 3;

  private final byte[] utf8;
  private final Lexis lexis;
  private int at;
  private int line = 1;

  byte[] kinds;
  int[] starts;
  int[] ends;
  int[] lines;
  int count;

  Lexer(byte[] utf8, Lexis lexis) {
    this.utf8 = utf8;
    this.lexis = lexis;
    int guess = utf8.length / 5 + 16;
    this.kinds = new byte[guess];
    this.starts = new int[guess];
    this.ends = new int[guess];
    this.lines = new int[guess];
  }

  void run() {
    while (at < utf8.length) {
      int here = utf8[at];
      if (here == '\n') {
        line++;
        at++;
      } else if (here == ' ' || here == '\t' || here == '\r') {
        at++;
      } else if (!skipComment()) {
        token(here);
      }
    }
  }

  private int peek(int ahead) {
    return at + ahead < utf8.length ? utf8[at + ahead] : 0;
  }

  private boolean skipComment() {
    int here = utf8[at];
    int next = peek(1);
    if (here == '/' && next == '*' && (lexis.slashes || lexis == Lexis.SQL)) {
      skipPast('*', '/');
    } else if ((here == '/' && next == '/' && lexis.slashes)
        || (here == '#' && lexis.hash && startsHashComment(next))) {
      skipLine();
    } else if (here == '-' && next == '-' && lexis.dashes) {
      if (lexis == Lexis.LUA && peek(2) == '[' && peek(3) == '[') {
        skipPast(']', ']');
      } else {
        skipLine();
      }
    } else if (here == '{' && next == '-' && lexis == Lexis.HASKELL) {
      skipPast('-', '}');
    } else {
      return false;
    }
    return true;
  }

  /** PHP writes attributes as {@code #[Route]}; in a shell {@code $#} is no comment. */
  private boolean startsHashComment(int next) {
    boolean attribute = lexis == Lexis.PHP && next == '[';
    return !attribute && (at == 0 || (utf8[at - 1] != '$' && utf8[at - 1] != '\\'));
  }

  private void skipLine() {
    while (at < utf8.length && utf8[at] != '\n') {
      at++;
    }
  }

  private void skipPast(char first, char second) {
    at += 2;
    while (at < utf8.length && !(utf8[at] == first && peek(1) == second)) {
      if (utf8[at++] == '\n') {
        line++;
      }
    }
    at = Math.min(utf8.length, at + 2);
  }

  private void token(int here) {
    if (here == '"' || (here == '`' && lexis.backticks())) {
      string(here);
    } else if (here == '\'') {
      apostrophe();
    } else if (here >= '0' && here <= '9') {
      number();
    } else if (isWordByte(here)) {
      word();
    } else if (here != '/' || lexis != Lexis.SCRIPT || !mayStartPattern() || !pattern()) {
      add(SIGN, at, at + 1, line);
      at++;
    }
  }

  private static boolean isWordByte(int here) {
    return (here >= 'a' && here <= 'z')
        || (here >= 'A' && here <= 'Z')
        || here == '_'
        || here == '$'
        || here < 0
        || (here >= '0' && here <= '9');
  }

  private void word() {
    int start = at;
    while (at < utf8.length && isWordByte(utf8[at])) {
      at++;
    }
    boolean quoted = at < utf8.length && (utf8[at] == '"' || utf8[at] == '\'');
    if (quoted && at - start <= 2 && lexis == Lexis.PYTHON && isPrefix(start)) {
      return;
    }
    add(WORD, start, at, line);
    if (lexis == Lexis.CURLY && utf8[at - 1] == 'r' && at - start <= 2) {
      rawString();
    } else if (lexis == Lexis.CURLY && utf8[at - 1] == 'R' && quoted) {
      rawCppString();
    }
  }

  private boolean isPrefix(int start) {
    for (int i = start; i < at; i++) {
      if ("rbufRBUF".indexOf(utf8[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Rust's {@code r#"..."#}; the word before it is dropped. */
  private void rawString() {
    int hashes = 0;
    while (peek(hashes) == '#' && hashes < 8) {
      hashes++;
    }
    if (peek(hashes) != '"') {
      return;
    }
    count--;
    int start = at + hashes + 1;
    int first = line;
    at = start;
    while (at < utf8.length && !closesRaw(hashes)) {
      step();
    }
    add(STRING, start, at, first);
    at = Math.min(utf8.length, at + 1 + hashes);
  }

  private boolean closesRaw(int hashes) {
    if (utf8[at] != '"') {
      return false;
    }
    for (int i = 1; i <= hashes; i++) {
      if (peek(i) != '#') {
        return false;
      }
    }
    return true;
  }

  /** C++'s {@code R"(...)"} without a delimiter of its own; others are read as usual strings. */
  private void rawCppString() {
    if (peek(1) != '(') {
      return;
    }
    count--;
    int start = at + 2;
    int first = line;
    at = start;
    while (at < utf8.length && !(utf8[at] == ')' && peek(1) == '"')) {
      step();
    }
    add(STRING, Math.min(start, at), at, first);
    at = Math.min(utf8.length, at + 2);
  }

  private void step() {
    if (utf8[at++] == '\n') {
      line++;
    }
  }

  private void number() {
    int start = at;
    while (at < utf8.length
        && (isWordByte(utf8[at]) || (utf8[at] == '.' && peek(1) >= '0' && peek(1) <= '9'))) {
      at++;
    }
    add(NUMBER, start, at, line);
  }

  private void apostrophe() {
    if (lexis.apostropheStrings) {
      string('\'');
      return;
    }
    int length = peek(1) == '\\' ? closing(2, 12) : closing(1, 5);
    if (length > 0) {
      add(NUMBER, at, at + length, line);
      at += length;
    } else {
      add(SIGN, at, at + 1, line);
      at++;
    }
  }

  /** Length of a character literal, 0 when the apostrophe opens none; multi-byte ones included. */
  private int closing(int from, int max) {
    boolean escaped = from == 2;
    for (int i = from + 1; i <= max && at + i < utf8.length; i++) {
      if (utf8[at + i] == '\n') {
        return 0;
      }
      if (utf8[at + i] == '\'') {
        boolean oneCharacter = escaped || i == 2 || utf8[at + 1] < 0;
        return oneCharacter ? i + 1 : 0;
      }
    }
    return 0;
  }

  private void string(int quote) {
    if (lexis.tripleQuotes() && peek(1) == quote && peek(2) == quote) {
      tripleString(quote);
      return;
    }
    boolean mayBreak = lexis.longStrings() || quote == '`';
    boolean verbatim = at > 0 && utf8[at - 1] == '@' && lexis == Lexis.CURLY;
    boolean escapes = !verbatim && lexis != Lexis.SQL && !(quote == '`' && lexis == Lexis.GO);
    int start = at + 1;
    int end = start;
    int breaks = 0;
    while (end < utf8.length && utf8[end] != quote) {
      if (utf8[end] == '\n') {
        if (!mayBreak && !verbatim) {
          break;
        }
        breaks++;
      }
      end += escapes && utf8[end] == '\\' && end + 1 < utf8.length && utf8[end + 1] != '\n' ? 2 : 1;
    }
    if (end >= utf8.length || utf8[end] != quote) {
      add(SIGN, at, at + 1, line);
      at++;
      return;
    }
    add(STRING, start, end, line);
    line += breaks;
    at = end + 1;
  }

  private void tripleString(int quote) {
    int start = at + 3;
    int first = line;
    at = start;
    while (at < utf8.length && !(utf8[at] == quote && peek(1) == quote && peek(2) == quote)) {
      if (utf8[at] == '\\' && at + 1 < utf8.length && utf8[at + 1] != '\n') {
        at++;
      }
      step();
    }
    int end = Math.min(at, utf8.length);
    add(STRING, Math.min(start, end), end, first);
    at = Math.min(utf8.length, at + 3);
  }

  private boolean mayStartPattern() {
    if (count == 0) {
      return true;
    }
    int last = count - 1;
    if (kinds[last] == SIGN) {
      return "(,=:[!&|?{};+>".indexOf(utf8[starts[last]]) >= 0;
    }
    return kinds[last] == WORD
        && ends[last] - starts[last] == 6
        && new String(utf8, starts[last], 6, java.nio.charset.StandardCharsets.US_ASCII)
            .equals("return");
  }

  /** A regular expression on one line, kept as one sign-less number; false when there is none. */
  private boolean pattern() {
    boolean inClass = false;
    for (int i = at + 1; i < Math.min(utf8.length, at + 1_000) && utf8[i] != '\n'; i++) {
      if (utf8[i] == '\\') {
        i++;
      } else if (utf8[i] == '[') {
        inClass = true;
      } else if (utf8[i] == ']') {
        inClass = false;
      } else if (utf8[i] == '/' && !inClass) {
        add(NUMBER, at, i + 1, line);
        at = i + 1;
        return true;
      }
    }
    return false;
  }

  private void add(byte kind, int start, int end, int onLine) {
    if (count == kinds.length) {
      int size = count * 2;
      kinds = Arrays.copyOf(kinds, size);
      starts = Arrays.copyOf(starts, size);
      ends = Arrays.copyOf(ends, size);
      lines = Arrays.copyOf(lines, size);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    lines[count++] = onLine;
  }
}
