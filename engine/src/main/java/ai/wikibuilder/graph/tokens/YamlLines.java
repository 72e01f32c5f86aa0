package ai.wikibuilder.graph.tokens;

import ai.wikibuilder.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The plain lines of a YAML file: keys by indentation, values on the line of their key, list items.
 * Anchors, flow mappings and texts of several lines are left out, so nothing can grow beyond the
 * file. Stateless.
 */
public final class YamlLines {
  /** Entries kept of one file; more is data. */
  private static final int ENTRY_COUNT_MAX = 5_000;

  /** Depth of keys that is followed. */
  private static final int DEPTH_MAX = 24;

  /**
   * One line with a value or an item.
   *
   * @param key keys from the outermost in, joined by dots; an item of a list has its list's key
   * @param value without quotes and comment, empty for a key that only holds others
   * @param item whether it is an item of a list
   */
  public record Entry(String key, String value, boolean item, int line) {}

  private record Level(int indent, String key) {}

  private final Deque<Level> levels = new ArrayDeque<>();
  private final List<Entry> entries = new ArrayList<>();
  private int blockIndent = -1;

  private YamlLines() {}

  /** Entries in the order of their lines. */
  public static List<Entry> read(SourceText text) {
    YamlLines reader = new YamlLines();
    for (int line = 1; line <= text.lineCount(); line++) {
      if (text.startOfLine(line + 1) - text.startOfLine(line) < 2_000
          && reader.entries.size() < ENTRY_COUNT_MAX) {
        reader.line(text.lines(line, line).stripTrailing(), line);
      }
    }
    return List.copyOf(reader.entries);
  }

  private void line(String words, int line) {
    String content = words.strip();
    int indent = words.length() - words.stripLeading().length();
    if (content.isEmpty() || content.startsWith("#")) {
      return;
    }
    if (content.equals("---")) {
      levels.clear();
      return;
    }
    if (blockIndent >= 0 && indent > blockIndent) {
      return;
    }
    blockIndent = -1;
    boolean item = content.equals("-") || content.startsWith("- ");
    if (item) {
      String rest = content.substring(1).stripLeading();
      leave(indent, true);
      indent += content.length() - rest.length();
      content = rest;
    } else {
      leave(indent, false);
    }
    entry(content, indent, item, line);
  }

  /** Items may stand at the indentation of the key that holds them. */
  private void leave(int indent, boolean item) {
    while (!levels.isEmpty()
        && (levels.getLast().indent() > indent || (!item && levels.getLast().indent() == indent))) {
      levels.removeLast();
    }
  }

  private void entry(String content, int indent, boolean item, int line) {
    int colon = keyEnd(content);
    if (colon < 0) {
      if (item) {
        entries.add(new Entry(path(), value(content), true, line));
      }
      return;
    }
    String key = unquoted(content.substring(0, colon).strip());
    String value = value(content.substring(colon + 1));
    if (levels.size() >= DEPTH_MAX) {
      return;
    }
    levels.addLast(new Level(indent, key));
    if (value.startsWith("|") || value.startsWith(">")) {
      blockIndent = indent;
      value = "";
    }
    entries.add(new Entry(path(), value, item, line));
  }

  private static int keyEnd(String content) {
    if (content.startsWith("{") || content.startsWith("[")) {
      return -1;
    }
    int from = 0;
    if (content.startsWith("\"") || content.startsWith("'")) {
      from = content.indexOf(content.charAt(0), 1);
      if (from < 0) {
        return -1;
      }
    }
    for (int at = content.indexOf(':', from); at >= 0; at = content.indexOf(':', at + 1)) {
      if (at + 1 == content.length() || content.charAt(at + 1) == ' ') {
        return at;
      }
    }
    return -1;
  }

  private String path() {
    List<String> keys = new ArrayList<>();
    levels.forEach(level -> keys.add(level.key()));
    return String.join(".", keys);
  }

  /** A name that is given to a value is none of it: {@code app: &app}. */
  private static final Pattern ANCHOR = Pattern.compile("^&[\\w.-]++(?:\\s++|$)");

  private static String value(String written) {
    String value = ANCHOR.matcher(written.strip()).replaceFirst("");
    if (value.startsWith("\"") || value.startsWith("'")) {
      int end = value.indexOf(value.charAt(0), 1);
      return end < 0 ? value : value.substring(1, end);
    }
    if (value.startsWith("#")) {
      return "";
    }
    int comment = value.indexOf(" #");
    return comment < 0 ? value : value.substring(0, comment).strip();
  }

  private static String unquoted(String key) {
    boolean quoted =
        key.length() >= 2
            && (key.charAt(0) == '"' || key.charAt(0) == '\'')
            && key.charAt(key.length() - 1) == key.charAt(0);
    return quoted ? key.substring(1, key.length() - 1) : key;
  }
}
