package ai.wikibuilder.pages;

import java.util.List;

/**
 * One claim: words and the lines that prove them. Immutable.
 *
 * @param evidence at most four, the narrowest lines that prove the words; empty only where the
 *     sentence speaks of the wiki itself
 */
public record Sentence(List<Inline> words, List<Evidence> evidence) {
  public Sentence {
    words = List.copyOf(words);
    evidence = List.copyOf(evidence);
  }

  public static Sentence of(String text, Evidence... evidence) {
    return new Sentence(List.of(new Inline.Plain(text)), List.of(evidence));
  }
}
