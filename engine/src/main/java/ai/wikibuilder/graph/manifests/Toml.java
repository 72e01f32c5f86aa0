package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.tokens.Lexis;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.source.SourceText;

/**
 * Reads the texts of a TOML file: tables, keys, lists and inline tables, on one line or several.
 * Numbers, dates and booleans are left out. What is damaged is stepped over.
 */
final class Toml {
  /** Lists and inline tables inside each other that are followed. */
  private static final int DEPTH_MAX = 8;

  private final Tokens tokens;
  private final Taker taker;

  private Toml(Tokens tokens, Taker taker) {
    this.tokens = tokens;
    this.taker = taker;
  }

  interface Taker {
    /**
     * Takes one text.
     *
     * @param table the table's name, {@code dependencies} or {@code tool.poetry}
     * @param key its key; inside an inline table {@code serde.version}; items of a list have the
     *     key of the list
     */
    void take(String table, String key, Fact value);
  }

  static void read(SourceText text, Taker taker) {
    new Toml(Tokens.of(text, Lexis.PYTHON), taker).tables();
  }

  private void tables() {
    String table = "";
    int at = 0;
    while (at < tokens.count()) {
      if (tokens.startsLine(at) && tokens.is(at, '[')) {
        int name = tokens.is(at + 1, '[') ? at + 2 : at + 1;
        int end = endOfLine(at);
        table = name(name, Math.max(name, closing(name, end)));
        at = end;
        taker.take(table, "", new Fact("", tokens.line(name)));
      } else {
        int equals = equals(at);
        at = equals < 0 ? endOfLine(at) : value(table, name(at, equals), equals + 1, 0);
      }
    }
  }

  private int closing(int from, int end) {
    int at = from;
    while (at < end && !tokens.is(at, ']')) {
      at++;
    }
    return at;
  }

  private int endOfLine(int from) {
    int at = from + 1;
    while (at < tokens.count() && !tokens.startsLine(at)) {
      at++;
    }
    return at;
  }

  /** The equals sign that ends the key at a token, -1 when the line has none. */
  private int equals(int from) {
    for (int at = from; at < from + 20 && tokens.line(at) == tokens.line(from); at++) {
      if (tokens.is(at, '=')) {
        return at;
      }
    }
    return -1;
  }

  private String name(int from, int end) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < Math.min(end, from + 30); i++) {
      name.append(tokens.text(i));
    }
    return name.toString();
  }

  /** Takes the value at a token; the token after it. */
  private int value(String table, String key, int from, int depth) {
    if (tokens.isString(from)) {
      taker.take(table, key, new Fact(tokens.text(from), tokens.line(from)));
      return from + 1;
    }
    if (depth < DEPTH_MAX && tokens.is(from, '[')) {
      return list(table, key, from, depth);
    }
    if (depth < DEPTH_MAX && tokens.is(from, '{')) {
      return inlineTable(table, key, from, depth);
    }
    if (tokens.isWord(from)) {
      taker.take(table, key, new Fact("", tokens.line(from)));
    }
    int at = from;
    while (at < tokens.count() && !(at > from && tokens.startsLine(at)) && !isEnd(at)) {
      at++;
    }
    return Math.max(at, from);
  }

  private boolean isEnd(int at) {
    return tokens.is(at, ',') || tokens.is(at, ']') || tokens.is(at, '}');
  }

  private int list(String table, String key, int open, int depth) {
    int end = Math.min(tokens.close(open), tokens.count());
    int at = open + 1;
    while (at < end) {
      at = tokens.is(at, ',') ? at + 1 : Math.max(at + 1, value(table, key, at, depth + 1));
    }
    return end + 1;
  }

  private int inlineTable(String table, String key, int open, int depth) {
    int end = Math.min(tokens.close(open), tokens.count());
    int at = open + 1;
    while (at < end) {
      int equals = equals(at);
      if (tokens.is(at, ',') || equals < 0 || equals > end) {
        at++;
      } else {
        String inner = key + "." + name(at, equals);
        at = Math.max(equals + 1, value(table, inner, equals + 1, depth + 1));
      }
    }
    return end + 1;
  }
}
