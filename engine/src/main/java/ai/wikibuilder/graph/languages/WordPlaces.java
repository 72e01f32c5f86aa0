package ai.wikibuilder.graph.languages;

import ai.wikibuilder.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds whole words in the bytes of a text. References are asked about in their order. */
final class WordPlaces {
  private final SourceText text;
  private final byte[] bytes;
  private int lastLine;
  private int lastAt;
  private String lastName = "";

  WordPlaces(SourceText text) {
    this.text = text;
    this.bytes = text.utf8();
  }

  /**
   * Where a name stands on a line: the next occurrence when the same one was asked for before.
   *
   * @return a byte offset, -1 when the line has no such word
   */
  int place(int line, String name) {
    int end = text.startOfLine(line + 1);
    boolean again = line == lastLine && name.equals(lastName);
    int found = find(name, again ? lastAt + 1 : text.startOfLine(line), end);
    if (found < 0 && again) {
      found = lastAt;
    }
    lastLine = line;
    lastName = name;
    lastAt = found;
    return found;
  }

  /** The first place of a word in a range, -1 when it is not there. */
  int find(String name, int from, int end) {
    int length = name.length();
    if (length == 0) {
      return -1;
    }
    for (int i = from; i + length <= end; i++) {
      if (matches(name, i)
          && (i == 0 || !LineClues.isWord(bytes[i - 1]))
          && (i + length == bytes.length || !LineClues.isWord(bytes[i + length]))) {
        return i;
      }
    }
    return isAscii(name) ? -1 : findBytes(name.getBytes(StandardCharsets.UTF_8), from, end);
  }

  private boolean matches(String name, int at) {
    for (int i = 0; i < name.length(); i++) {
      if (bytes[at + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private int findBytes(byte[] wanted, int from, int end) {
    for (int i = from; i + wanted.length <= end; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
