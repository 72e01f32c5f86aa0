package ai.wikibuilder.answers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a text and those its names are made of, without their endings. Stateless. */
public final class WordParts {
  private static final String BORDER = "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})";

  private WordParts() {}

  /** One word as it is compared. */
  public static String stem(String word) {
    return WordCoverage.stem(word.toLowerCase(Locale.ROOT));
  }

  /** All of them; a part of one letter says nothing and is left out. */
  public static Set<String> of(String text) {
    return Arrays.stream(text.split(BORDER, -1))
        .filter(part -> part.length() > 1)
        .map(WordParts::stem)
        .collect(Collectors.toSet());
  }
}
