package ai.wikibuilder.benchmarks.claims;

import java.util.List;
import java.util.Optional;

/**
 * A sentence as the hostile writer wrote it. Immutable.
 *
 * @param before sentences it stands behind, for its pronouns
 * @param about the symbol a card it stands on is about; empty for none
 * @param fault how it was made false; empty when it is true
 */
record ToldClaim(
    Subject.Kind kind,
    String language,
    String markdown,
    List<String> before,
    String about,
    Optional<Fault> fault) {
  ToldClaim {
    before = List.copyOf(before);
  }

  ToldClaim(Subject.Kind kind, String language, String markdown, Optional<Fault> fault) {
    this(kind, language, markdown, List.of(), "", fault);
  }
}
