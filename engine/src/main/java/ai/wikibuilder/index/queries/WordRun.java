package ai.wikibuilder.index.queries;

import java.util.ArrayList;
import java.util.List;

/** Finds how many words of a question stand in a text one after another. For one thread. */
public final class WordRun {
  private final List<String> words;

  /**
   * @param words in order; their case does not count
   */
  public WordRun(List<String> words) {
    this.words = words;
  }

  /** The words of a text in order. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inWord = i < text.length() && isWordChar(text.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  /** The longest run, in words; 0 when no word is there. Punctuation and case do not count. */
  public int longestIn(String text) {
    int longest = 0;
    int[] runs = new int[words.size() + 1];
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (start < text.length() && !isWordChar(text.charAt(start))) {
        start++;
      }
      int end = start;
      while (end < text.length() && isWordChar(text.charAt(end))) {
        end++;
      }
      at = end;
      if (end > start) {
        longest = Math.max(longest, extend(runs, text, start, end));
      }
    }
    return longest;
  }

  /** Moves every run on by one word of the text: {@code runs[i]} ends with question word i. */
  private int extend(int[] runs, String text, int start, int end) {
    int longest = 0;
    for (int i = words.size(); i > 0; i--) {
      String word = words.get(i - 1);
      boolean same =
          word.length() == end - start && text.regionMatches(true, start, word, 0, word.length());
      runs[i] = same ? runs[i - 1] + 1 : 0;
      longest = Math.max(longest, runs[i]);
    }
    return longest;
  }

  static boolean isWordChar(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
