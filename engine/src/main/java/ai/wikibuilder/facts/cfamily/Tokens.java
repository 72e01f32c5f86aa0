package ai.wikibuilder.facts.cfamily;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * The words and signs of a text in C or C++, without comments and preprocessor lines. For one
 * thread.
 *
 * <p>A token's kind is {@link #WORD}, {@link #LITERAL}, {@link #SCOPE} for {@code ::}, or the sign
 * itself; {@link #NONE} before the first token and after the last.
 */
final class Tokens {
  static final char WORD = 'w';
  static final char LITERAL = 'l';
  static final char SCOPE = 's';
  static final char NONE = 'n';

  /** A parenthesis that is not closed within so many tokens is not worth the search. */
  private static final int GROUP_TOKENS_MAX = 400;

  private final byte[] utf8;
  private char[] kinds = new char[1024];
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private int count;

  Tokens(byte[] utf8) {
    this.utf8 = utf8;
    int at = 0;
    boolean lineStart = true;
    while (at < utf8.length) {
      int letter = utf8[at];
      if (letter == '\n') {
        lineStart = true;
        at++;
      } else if (letter == ' ' || letter == '\t' || letter == '\r' || letter == '\f') {
        at++;
      } else if (letter == '/' && (peek(at + 1) == '/' || peek(at + 1) == '*')) {
        at = endOfComment(at);
      } else if (letter == '#' && lineStart) {
        at = endOfDirective(at);
      } else {
        lineStart = false;
        at = token(at);
      }
    }
  }

  int count() {
    return count;
  }

  char kind(int token) {
    return token < 0 || token >= count ? NONE : kinds[token];
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  boolean isWord(int token) {
    return kind(token) == WORD;
  }

  /** The word, or an empty text for anything else. */
  String word(int token) {
    return isWord(token)
        ? new String(utf8, starts[token], ends[token] - starts[token], ISO_8859_1)
        : "";
  }

  /** Whether the word looks like a macro: three or more capitals, digits and underscores. */
  boolean isCapitals(int token) {
    if (!isWord(token) || ends[token] - starts[token] < 3) {
      return false;
    }
    boolean letters = false;
    for (int i = starts[token]; i < ends[token]; i++) {
      boolean capital = utf8[i] >= 'A' && utf8[i] <= 'Z';
      letters |= capital;
      if (!capital && utf8[i] != '_' && (utf8[i] < '0' || utf8[i] > '9')) {
        return false;
      }
    }
    return letters;
  }

  /** Whether the token is the first thing on its line. */
  boolean startsLine(int token) {
    return starts[token] == 0 || utf8[starts[token] - 1] == '\n';
  }

  /** The token after a group that begins at a token, or the token itself when none begins there. */
  int after(int token, char open, char close) {
    if (kind(token) != open) {
      return token;
    }
    int depth = 0;
    for (int i = token; i < Math.min(count, token + GROUP_TOKENS_MAX); i++) {
      depth += kinds[i] == open ? 1 : kinds[i] == close ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return token;
  }

  private int peek(int at) {
    return at < utf8.length ? utf8[at] : 0;
  }

  private int token(int at) {
    int letter = utf8[at];
    if (isNamePart(letter)) {
      int end = at;
      while (isNamePart(peek(end))) {
        end++;
      }
      boolean digit = letter >= '0' && letter <= '9';
      if (peek(end) == '"' && end - at <= 3 && utf8[end - 1] == 'R') {
        return add(LITERAL, at, endOfRaw(end));
      }
      return add(digit ? LITERAL : WORD, at, end);
    }
    if (letter == '"' || letter == '\'') {
      return add(LITERAL, at, endOfQuoted(at));
    }
    boolean scope = letter == ':' && peek(at + 1) == ':';
    return add(scope ? SCOPE : (char) (letter & 0xff), at, at + (scope ? 2 : 1));
  }

  private static boolean isNamePart(int letter) {
    return letter < 0
        || letter == '_'
        || (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9');
  }

  private int add(char kind, int start, int end) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count++] = end;
    return end;
  }

  private int endOfComment(int at) {
    boolean line = utf8[at + 1] == '/';
    int i = at + 2;
    while (i < utf8.length) {
      if (line ? utf8[i] == '\n' : utf8[i] == '*' && peek(i + 1) == '/') {
        return line ? i : i + 2;
      }
      i++;
    }
    return i;
  }

  /** A directive goes on where a line ends with a backslash, and through block comments. */
  private int endOfDirective(int at) {
    int i = at;
    while (i < utf8.length && utf8[i] != '\n') {
      boolean comment = utf8[i] == '/' && (peek(i + 1) == '/' || peek(i + 1) == '*');
      if (comment) {
        i = endOfComment(i);
      } else if (utf8[i] == '\\') {
        i += peek(i + 1) == '\r' ? 3 : 2;
      } else {
        i++;
      }
    }
    return Math.min(i, utf8.length);
  }

  private int endOfQuoted(int at) {
    int i = at + 1;
    while (i < utf8.length && utf8[i] != utf8[at] && utf8[i] != '\n') {
      i += utf8[i] == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, utf8.length);
  }

  /** {@code R"mark( ... )mark"}; {@code quote} is where its first quote stands. */
  private int endOfRaw(int quote) {
    int open = quote + 1;
    while (open < utf8.length && utf8[open] != '(') {
      open++;
    }
    int mark = open - quote - 1;
    for (int i = open; i < utf8.length; i++) {
      if (utf8[i] == ')'
          && peek(i + mark + 1) == '"'
          && Arrays.equals(utf8, i + 1, i + 1 + mark, utf8, quote + 1, open)) {
        return i + mark + 2;
      }
    }
    return utf8.length;
  }
}
