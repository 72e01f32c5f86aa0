package ai.wikibuilder.source.secrets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Finds many words in one pass, upper and lower case alike. Immutable, shared by threads.
 *
 * <p>An Aho-Corasick automaton (Aho and Corasick, Efficient string matching, 1975) with all failure
 * links resolved into one table: next state = table[state + class of byte]. Bytes that occur in no
 * word share class 0. States are numbered so that those in which a word ends come last; the loop
 * then needs one comparison a byte. About 1,000 states and 45 classes, 180 kB, of which clean text
 * uses the first few rows.
 */
final class KeywordFinder {
  /** A word of ASCII characters in lower case, and the rule that wants to hear of it. */
  record Keyword(String word, int rule) {}

  /** Hears where a word stands. */
  @FunctionalInterface
  interface Listener {
    void found(Keyword keyword, int start, int end);
  }

  private final byte[] classOf = new byte[256];
  private int classCount = 1;
  private final int[] table;
  private final int firstEnding;
  private final Keyword[][] endingAt;

  KeywordFinder(List<Keyword> keywords) {
    for (Keyword keyword : keywords) {
      addClasses(keyword.word());
    }
    Trie trie = new Trie();
    keywords.forEach(trie::add);
    trie.link();
    int[] numberOf = trie.numbersWithEndingsLast();
    int stateCount = trie.next.size();
    this.firstEnding = trie.plainCount * classCount;
    this.table = new int[stateCount * classCount];
    this.endingAt = new Keyword[stateCount][];
    for (int state = 0; state < stateCount; state++) {
      endingAt[numberOf[state]] = trie.ending.get(state).toArray(new Keyword[0]);
      for (int each = 0; each < classCount; each++) {
        table[numberOf[state] * classCount + each] =
            numberOf[trie.next.get(state)[each]] * classCount;
      }
    }
  }

  private void addClasses(String word) {
    for (int i = 0; i < word.length(); i++) {
      char character = word.charAt(i);
      if (classOf[character] == 0) {
        classOf[character] = (byte) classCount++;
        classOf[String.valueOf(character).toUpperCase(Locale.ROOT).charAt(0)] = classOf[character];
      }
    }
  }

  /** Reports every occurrence of every word, by end. */
  void find(byte[] text, Listener listener) {
    int state = 0;
    for (int at = 0; at < text.length; at++) {
      state = table[state + classOf[text[at] & 0xFF]];
      if (state >= firstEnding) {
        for (Keyword keyword : endingAt[state / classCount]) {
          listener.found(keyword, at + 1 - keyword.word().length(), at + 1);
        }
      }
    }
  }

  /** The automaton while it is built; states in order of creation, 0 is the start. */
  private final class Trie {
    private final List<int[]> next = new ArrayList<>();
    private final List<List<Keyword>> ending = new ArrayList<>();
    private int plainCount;

    Trie() {
      newState();
    }

    private int newState() {
      int[] row = new int[classCount];
      Arrays.fill(row, -1);
      next.add(row);
      ending.add(new ArrayList<>());
      return next.size() - 1;
    }

    void add(Keyword keyword) {
      int state = 0;
      for (int i = 0; i < keyword.word().length(); i++) {
        int each = classOf[keyword.word().charAt(i)];
        if (next.get(state)[each] < 0) {
          next.get(state)[each] = newState();
        }
        state = next.get(state)[each];
      }
      ending.get(state).add(keyword);
    }

    /** Breadth first, so that the state a failure leads to is finished before it is needed. */
    void link() {
      int[] failure = new int[next.size()];
      Deque<Integer> queue = new ArrayDeque<>(List.of(0));
      while (!queue.isEmpty()) {
        int state = queue.remove();
        for (int each = 0; each < classCount; each++) {
          int child = next.get(state)[each];
          int fallback = state == 0 ? 0 : next.get(failure[state])[each];
          if (child < 0) {
            next.get(state)[each] = fallback;
          } else {
            failure[child] = fallback;
            ending.get(child).addAll(ending.get(fallback));
            queue.add(child);
          }
        }
      }
    }

    int[] numbersWithEndingsLast() {
      int[] number = new int[next.size()];
      int at = 0;
      for (boolean ends : new boolean[] {false, true}) {
        for (int state = 0; state < number.length; state++) {
          if (ending.get(state).isEmpty() != ends) {
            number[state] = at++;
          }
        }
        plainCount = ends ? plainCount : at;
      }
      return number;
    }
  }
}
