package ai.wikibuilder.pages;

import java.util.List;
import java.util.Set;

/**
 * How far a wiki can be trusted, as the checker found it. Immutable.
 *
 * @param claims statements with evidence: sentences, symbols, code shown, boxes and arrows
 * @param verified claims of which everything was found to hold
 * @param uncited sentences without evidence, which speak of the wiki itself
 * @param citations ranges of lines cited, each time they are
 * @param resolved citations whose file and lines exist
 * @param modules modules of the code graph that have files
 * @param modulesTold those that have a page or a section
 * @param findings what does not hold, in the order of the pages
 * @param unconfirmed claims that are not verified though nothing was found against them, with what
 *     would confirm them
 * @param doubtful sentences that findings are about; they are shown with a mark
 */
public record Quality(
    int claims,
    int verified,
    int uncited,
    int citations,
    int resolved,
    int modules,
    int modulesTold,
    List<Finding> findings,
    List<Finding> unconfirmed,
    Set<Sentence> doubtful) {
  public Quality {
    findings = List.copyOf(findings);
    unconfirmed = List.copyOf(unconfirmed);
    doubtful = Set.copyOf(doubtful);
  }

  /** Of a wiki that nobody has looked at yet. */
  public static Quality unchecked() {
    return new Quality(0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), Set.of());
  }

  /** The same with other findings. */
  public Quality with(List<Finding> others) {
    return new Quality(
        claims,
        verified,
        uncited,
        citations,
        resolved,
        modules,
        modulesTold,
        others,
        unconfirmed,
        doubtful);
  }

  /** The counts alone, in a fixed order. */
  public List<Integer> counts() {
    return List.of(claims, verified, uncited, citations, resolved, modules, modulesTold);
  }

  /** Whether nothing was found that does not hold. */
  public boolean holds() {
    return findings.isEmpty();
  }
}
