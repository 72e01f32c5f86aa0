package ai.wikibuilder.graph.tokens;

import ai.wikibuilder.source.SourceText;
import java.util.Arrays;

/**
 * The words, strings and signs of one text in their order, comments left out. Immutable after it is
 * made; for one thread. Every method takes any number: outside of the text stands {@link Kind#END}
 * with an empty text.
 */
public final class Tokens {
  /** What a token is. */
  public enum Kind {
    /** A name or keyword. */
    WORD,
    /** A literal; its text is what stands between the delimiters, escapes as written. */
    STRING,
    NUMBER,
    /** One character. */
    SIGN,
    END
  }

  private final SourceText text;
  private final byte[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final int[] lines;
  private final int count;
  private int[] partners = new int[0];

  Tokens(SourceText text, Lexer lexer) {
    this.text = text;
    this.count = lexer.count;
    this.kinds = lexer.kinds;
    this.starts = lexer.starts;
    this.ends = lexer.ends;
    this.lines = lexer.lines;
  }

  /** Cuts a text. */
  public static Tokens of(SourceText text, Lexis lexis) {
    Lexer lexer = new Lexer(text.utf8(), lexis);
    lexer.run();
    return new Tokens(text, lexer);
  }

  public int count() {
    return count;
  }

  private boolean has(int token) {
    return token >= 0 && token < count;
  }

  public Kind kind(int token) {
    if (!has(token)) {
      return Kind.END;
    }
    return switch (kinds[token]) {
      case Lexer.WORD -> Kind.WORD;
      case Lexer.STRING -> Kind.STRING;
      case Lexer.NUMBER -> Kind.NUMBER;
      default -> Kind.SIGN;
    };
  }

  public String text(int token) {
    return has(token) ? text.slice(starts[token], ends[token]) : "";
  }

  /** The 1-based line of a token's start; 0 outside of the text. */
  public int line(int token) {
    return has(token) ? lines[token] : 0;
  }

  public boolean isWord(int token) {
    return has(token) && kinds[token] == Lexer.WORD;
  }

  public boolean isString(int token) {
    return has(token) && kinds[token] == Lexer.STRING;
  }

  /** Whether a token is this sign. */
  public boolean is(int token, char sign) {
    return has(token) && kinds[token] == Lexer.SIGN && text.utf8()[starts[token]] == (byte) sign;
  }

  /** Whether a token is this word. */
  public boolean is(int token, String word) {
    return isWord(token) && spells(token, word);
  }

  /** Whether a word or string is one of these; costs no text. */
  public boolean isAny(int token, Iterable<String> texts) {
    if (isWord(token) || isString(token)) {
      for (String one : texts) {
        if (spells(token, one)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Compares bytes: the names looked for are all ASCII. */
  private boolean spells(int token, String ascii) {
    if (ends[token] - starts[token] != ascii.length()) {
      return false;
    }
    byte[] utf8 = text.utf8();
    for (int i = 0; i < ascii.length(); i++) {
      if (utf8[starts[token] + i] != (byte) ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a token is this word, in any case of its ASCII letters. */
  public boolean isIgnoringCase(int token, String word) {
    return isWord(token)
        && ends[token] - starts[token] == word.length()
        && text(token).equalsIgnoreCase(word);
  }

  /** Whether tokens from {@code first} on are these words and signs. */
  public boolean sequence(int first, String... expected) {
    for (int i = 0; i < expected.length; i++) {
      String one = expected[i];
      boolean same =
          (one.length() == 1 && !Character.isLetter(one.charAt(0)))
              ? is(first + i, one.charAt(0))
              : is(first + i, one);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  public boolean startsLine(int token) {
    return has(token) && (token == 0 || lines[token] != lines[token - 1]);
  }

  /** Bytes before a token on its line; 0 for none and for no token. */
  public int column(int token) {
    return has(token) ? starts[token] - text.startOfLine(lines[token]) : 0;
  }

  /** Whether nothing stands between a token and the next one. */
  public boolean touchesNext(int token) {
    return has(token) && has(token + 1) && ends[token] == starts[token + 1];
  }

  /** The bracket that closes the one at {@code open}; {@link #count()} when none does. */
  public int close(int open) {
    if (partners.length == 0) {
      matchBrackets();
    }
    return has(open) ? partners[open] : count;
  }

  private void matchBrackets() {
    int[] result = new int[Math.max(1, count)];
    Arrays.fill(result, count);
    int[] stack = new int[16];
    int depth = 0;
    byte[] utf8 = text.utf8();
    for (int i = 0; i < count; i++) {
      if (kinds[i] != Lexer.SIGN) {
        continue;
      }
      byte sign = utf8[starts[i]];
      if (sign == '(' || sign == '[' || sign == '{') {
        if (depth == stack.length) {
          stack = Arrays.copyOf(stack, depth * 2);
        }
        stack[depth++] = i;
      } else if (sign == ')' || sign == ']' || sign == '}') {
        int open = unmatched(utf8, stack, depth, sign);
        if (open >= 0) {
          depth = open;
          result[stack[open]] = i;
        }
      }
    }
    partners = result;
  }

  /** Place on the stack of the nearest bracket of this shape, at most a few levels up. */
  private int unmatched(byte[] utf8, int[] stack, int depth, byte close) {
    byte wanted = (byte) (close == ')' ? '(' : close - 2);
    // Broken text loses a few brackets, not the rest of the file; the limit keeps this linear.
    for (int at = depth - 1; at >= Math.max(0, depth - 4); at--) {
      if (utf8[starts[stack[at]]] == wanted) {
        return at;
      }
    }
    return -1;
  }

  /** Words joined by dots from {@code first} on: {@code a.b.c}; empty when no word stands there. */
  public String dotted(int first) {
    StringBuilder result = new StringBuilder();
    int at = first;
    while (isWord(at) && result.length() < 400) {
      result.append(text(at));
      if (!is(at + 1, '.') || !isWord(at + 2)) {
        break;
      }
      result.append('.');
      at += 2;
    }
    return result.toString();
  }

  /** The first string inside brackets that open at {@code open}, -1 when there is none. */
  public int firstString(int open) {
    int end = Math.min(close(open), open + 400);
    for (int i = open + 1; i < end; i++) {
      if (isString(i)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The string given to a named argument inside brackets that open at {@code open}: {@code name =
   * "x"}, {@code name: "x"} or {@code "name" => "x"}; -1 when there is none.
   */
  public int argument(int open, String name) {
    int end = Math.min(close(open), open + 2_000);
    for (int i = open + 1; i < end; i++) {
      boolean named = is(i, name) || (isString(i) && text(i).equals(name));
      if (named && (is(i + 1, '=') || is(i + 1, ':'))) {
        int at = is(i + 2, '>') || is(i + 2, '[') || is(i + 2, '{') ? i + 3 : i + 2;
        return isString(at) ? at : -1;
      }
    }
    return -1;
  }
}
