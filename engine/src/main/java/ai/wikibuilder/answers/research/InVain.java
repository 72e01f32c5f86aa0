package ai.wikibuilder.answers.research;

import ai.wikibuilder.answers.Question;
import ai.wikibuilder.answers.WordParts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a research looked for in vain, each thing once: steps say the same in other words, and a
 * later step may find what an earlier one missed. One research, one thread.
 */
final class InVain {
  /** Fewer words stand together in a sentence by chance. */
  private static final int WORD_COUNT_MIN = 2;

  private final Map<String, Set<String>> missing = new LinkedHashMap<>();

  /** Notes what was missed, unless it or something wider is noted already. */
  void add(String text) {
    Set<String> words = words(text);
    if (!words.isEmpty()
        && missing.values().stream().noneMatch(known -> known.containsAll(words))) {
      missing.values().removeIf(known -> !known.isEmpty() && words.containsAll(known));
      missing.put(text, words);
    } else if (words.isEmpty()) {
      missing.putIfAbsent(text, words);
    }
  }

  /** Takes out what one of these sentences has all words of. */
  void learned(List<String> sentences) {
    for (String sentence : sentences) {
      Set<String> words = words(sentence);
      missing
          .values()
          .removeIf(known -> known.size() >= WORD_COUNT_MIN && words.containsAll(known));
    }
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : WordParts.of(String.join(" ", Question.of(text).words()))) {
      // a policy and policies are one
      words.add(word.endsWith("y") ? word.substring(0, word.length() - 1) : word);
    }
    return words;
  }

  /** What is left, in the order it was noted. */
  List<String> left() {
    return new ArrayList<>(missing.keySet());
  }
}
