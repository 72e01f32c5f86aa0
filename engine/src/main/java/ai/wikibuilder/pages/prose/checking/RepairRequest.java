package ai.wikibuilder.pages.prose.checking;

import ai.wikibuilder.pages.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What a model is told of a page of its own, once: each statement that does not hold, and exactly
 * what was expected and found. Immutable.
 *
 * @param text to send behind the page; ends in a line break
 * @param statementCount statements it asks for anew
 */
public record RepairRequest(String text, int statementCount) {
  /** Statements asked for at once; a page with more is better written anew. */
  private static final int STATEMENT_COUNT_MAX = 40;

  private static final String HEAD =
      """
      A check of your page against the repository found statements that do not hold. For each, write one
      line: its number, a colon and the mended sentence with its marks in brackets, or its number and
      REMOVE. Change nothing else, cite only marks of the evidence, write no lines and no paths.
      """;

  /** The request for a checked page; empty when all of it holds. */
  public static Optional<RepairRequest> of(CheckedProse page) {
    List<Verdict.Failed> failed = page.failed();
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(HEAD);
    int count = Math.min(STATEMENT_COUNT_MAX, failed.size());
    for (int number = 1; number <= count; number++) {
      Verdict.Failed one = failed.get(number - 1);
      text.append('\n').append(number).append(". ").append(one.statement().written()).append('\n');
      for (Finding finding : one.findings()) {
        text.append("   ").append(finding.kind().label()).append(": expected ");
        text.append(finding.expected()).append("; found ").append(finding.found()).append('\n');
      }
    }
    return Optional.of(new RepairRequest(text.toString(), count));
  }
}
