package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import java.util.List;

/**
 * What was found of one statement. Immutable.
 *
 * @param findings what does not hold; empty when nothing speaks against it
 * @param doubts what nothing shows
 * @param confirmed whether anything of it was found to hold
 * @param evidence the narrowest lines that show it; empty when it cites nothing
 */
public record Judgement(
    List<Finding> findings, List<String> doubts, boolean confirmed, List<Evidence> evidence) {
  public Judgement {
    findings = List.copyOf(findings);
    doubts = List.copyOf(doubts);
    evidence = List.copyOf(evidence);
  }
}
