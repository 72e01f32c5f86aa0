package ai.wikibuilder.index.queries;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The part of a repository that a message begins with, as messages about changes do: {@code
 * parser:}, {@code [parser]}, {@code fix(parser):}, {@code core/parser:}. Immutable.
 *
 * @param words in lower case, without punctuation; empty when nothing is named
 */
public record Scope(List<String> words) {
  /** What stands before a bracket is the kind of change: {@code fix}, {@code feat}. */
  private static final Pattern FORM =
      Pattern.compile("(?:[a-z]+\\()?\\[?([\\p{L}\\p{N}_./,-]+)(?:]:?|\\)?:)");

  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  /** Shorter ones are numbers of versions more often than names. */
  private static final int WORD_CHARS_MIN = 2;

  /** {@code viewmenu} for {@code view_menu.js}: less sure than a word of its own. */
  private static final double WITHIN_WORDS = 0.6;

  public Scope {
    words = List.copyOf(words);
  }

  /** What the first word of a message names; nothing unless more than a word follows. */
  static Scope of(String[] parts) {
    Matcher form = FORM.matcher(parts[0]);
    if (parts.length <= 2 || !form.matches()) {
      return new Scope(List.of());
    }
    Stream<String> words = NOT_WORD.splitAsStream(form.group(1).toLowerCase(Locale.ROOT));
    return new Scope(
        words
            .filter(word -> word.length() >= WORD_CHARS_MIN && !Character.isDigit(word.charAt(0)))
            .toList());
  }

  /** Whether it is a part within a part; no type with a member then, though it reads like one. */
  boolean isChain() {
    return words.size() > 1;
  }

  /** How much of it a path has, 0 to 1. */
  public double share(String path) {
    if (words.isEmpty()) {
      return 0;
    }
    List<String> parts =
        List.of(NOT_WORD.split(HUMP.matcher(path).replaceAll("-").toLowerCase(Locale.ROOT), -1));
    String joined = path.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    double found = 0;
    for (String word : words) {
      found += parts.contains(word) ? 1 : joined.contains(word) ? WITHIN_WORDS : 0;
    }
    return found / words.size();
  }
}
