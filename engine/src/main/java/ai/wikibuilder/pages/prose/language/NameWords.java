package ai.wikibuilder.pages.prose.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes names apart into the words they are made of. */
public final class NameWords {
  private static final Pattern HUMPS =
      Pattern.compile("[_\\W]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private NameWords() {}

  /** The words a name is made of, in small letters. */
  public static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    for (String word : HUMPS.split(name, -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
