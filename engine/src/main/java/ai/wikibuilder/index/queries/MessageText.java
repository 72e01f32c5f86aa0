package ai.wikibuilder.index.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A message that a program printed, without what it was printed about: {@code Cannot open 'a.txt'
 * at line 7} is {@code Cannot open} and {@code at line}, which is all of it that stands in the
 * code. For one thread.
 */
public final class MessageText {
  /** Values in quotes or brackets, numbers, and the kind of error in front of all. */
  private static final Pattern VALUES =
      Pattern.compile(
          "^[\\w.]*(?:Error|Exception)\\b:?|\"[^\"]*\"|(?<!\\w)'[^']*'(?!\\w)|`[^`]*`"
              + "|\\[[^]]*]|<[^>]*>|\\{[^}]*}|\\b\\d[\\w.]*");

  /** A single word between two values happens by chance. */
  private static final int PART_WORDS_MIN = 2;

  /** So many words of a message are no chance; of a shorter one all must be there. */
  private static final int WORDS_MIN = 4;

  private final List<WordRun> parts = new ArrayList<>();
  private int wordCount;

  /** Reads a message. */
  public MessageText(String message) {
    for (String part : VALUES.split(message, -1)) {
      List<String> words = WordRun.words(part);
      if (words.size() >= PART_WORDS_MIN) {
        parts.add(new WordRun(words));
        wordCount += words.size();
      }
    }
  }

  /** How much of the message stands in a text, 0 to 1; 0 where it may be chance. */
  public double share(String text) {
    int found = 0;
    for (WordRun part : parts) {
      int run = part.longestIn(text);
      found += run >= PART_WORDS_MIN ? run : 0;
    }
    boolean chance = found < Math.min(WORDS_MIN, wordCount);
    return chance || found == 0 ? 0 : (double) found / wordCount;
  }
}
