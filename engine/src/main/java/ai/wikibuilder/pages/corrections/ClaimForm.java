package ai.wikibuilder.pages.corrections;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a sentence says apart from how it is set: its words and the files it cites. Two sentences of
 * one form are one claim, wherever their lines have moved to meanwhile. Immutable.
 *
 * @param words letters and digits in small letters, a blank between them
 * @param paths of the files cited, sorted; none for a sentence that cites nothing
 */
public record ClaimForm(String words, List<String> paths) {
  /** Marks as pages, Markdown and terminals show them, and the sign of what nothing proves. */
  private static final Pattern MARKS =
      Pattern.compile("\\\\?\\[(?:F?\\d+|[^\\[\\]]*:\\d+(?:-\\d+)?)\\\\?\\](?:\\([^)]*\\))?|°");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  public ClaimForm {
    paths = List.copyOf(new TreeSet<>(paths));
  }

  public static ClaimForm of(Sentence sentence) {
    return new ClaimForm(words(text(sentence)), paths(sentence.evidence()));
  }

  private static List<String> paths(Collection<Evidence> evidence) {
    return evidence.stream().map(Evidence::path).distinct().toList();
  }

  /** The words of a sentence as somebody copied it, with or without its marks. */
  public static String words(String copied) {
    String bare = MARKS.matcher(copied).replaceAll(" ");
    return NO_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** A sentence as people read it. */
  public static String text(Sentence sentence) {
    StringBuilder text = new StringBuilder();
    for (Inline word : sentence.words()) {
      text.append(
          switch (word) {
            case Inline.Plain plain -> plain.text();
            case Inline.Code code -> code.text();
            case Inline.Strong strong -> strong.text();
            case Inline.Quote quote -> "“" + quote.text() + "”";
            case Inline.PageLink link -> link.text();
            case Inline.ExternalLink link -> link.text();
          });
    }
    return text.toString().strip();
  }

  /** Whether both are one claim: the same words, and a file in common where both cite some. */
  public boolean isSameClaim(ClaimForm other) {
    return words.equals(other.words)
        && (paths.isEmpty()
            || other.paths.isEmpty()
            || paths.stream().anyMatch(other.paths::contains));
  }
}
