package ai.wikibuilder.pages.claims;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import java.util.Set;

/**
 * What is at hand while the statements of one wiki are checked.
 *
 * @param slugs of all pages
 */
record Scene(
    CitedText text, KnownNames names, FactLines facts, Set<String> slugs, Findings findings) {

  /** Whether the file and its lines exist; what does not is noted. */
  boolean resolves(Evidence evidence) {
    int lineCount = text.file(evidence.path()).map(found -> found.lineCount()).orElse(-1);
    boolean holds = evidence.endLine() <= lineCount;
    findings.citation(holds);
    if (lineCount < 0) {
      findings.add(Finding.Kind.FILE, "a file of the snapshot", evidence.path());
    } else if (!holds) {
      findings.add(
          Finding.Kind.LINES,
          evidence.path() + " with at least " + evidence.endLine() + " lines",
          lineCount + " lines");
    }
    return holds;
  }
}
