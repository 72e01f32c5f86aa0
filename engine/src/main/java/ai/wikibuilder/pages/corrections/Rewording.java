package ai.wikibuilder.pages.corrections;

import ai.wikibuilder.pages.Sentence;
import java.util.Optional;

/** Writes in the place of a claim what was said to be right, if that holds. */
@FunctionalInterface
public interface Rewording {
  /**
   * The sentence to be shown; empty when it does not hold at this snapshot.
   *
   * @param before what it stands in place of, whose lines it is held against
   */
  Optional<Sentence> reword(String instead, Sentence before);
}
