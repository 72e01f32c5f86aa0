package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.EvidencePiece;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns marks into the narrowest lines that show a claim. Stateless. */
final class Narrowing {
  /** Marks a sentence carries at most. */
  static final int EVIDENCE_COUNT_MAX = 4;

  private Narrowing() {}

  /** Proving lines of each cited piece, the whole piece where none are known. */
  static List<Evidence> of(Claim claim, Trial trial) {
    Set<Evidence> result = new LinkedHashSet<>();
    Set<Evidence> left = new LinkedHashSet<>(trial.lines());
    for (EvidencePiece piece : claim.pieces()) {
      List<Evidence> inside =
          trial.lines().stream().filter(line -> Ground.covers(piece, line)).toList();
      if (inside.isEmpty()) {
        piece.place().ifPresent(result::add);
      } else {
        inside.stream().limit(2).forEach(result::add);
      }
      left.removeAll(inside);
    }
    result.addAll(left); // what was found beside the marks
    return new ArrayList<>(result).subList(0, Math.min(EVIDENCE_COUNT_MAX, result.size()));
  }
}
