package ai.wikibuilder.benchmarks.claims;

import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import java.util.List;

/**
 * What one page would be written from, and what can truly be said from it. Immutable.
 *
 * @param subjects each proven by its marks
 */
record DrawnPage(EvidencePack pack, List<Subject> subjects) {
  DrawnPage {
    subjects = List.copyOf(subjects);
  }

  List<EvidencePiece> pieces() {
    return pack.pieces();
  }
}
