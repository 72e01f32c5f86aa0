package ai.wikibuilder.pages.prose.checking;

import ai.wikibuilder.pages.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What a model is told of a page or an answer of its own, once: each statement that does not hold,
 * and exactly what was expected and found. Immutable.
 *
 * @param text to send behind what it wrote; ends in a line break
 * @param statementCount statements it asks for anew
 */
public record RepairRequest(String text, int statementCount) {
  /** Statements asked for at once; a page with more is better written anew. */
  private static final int STATEMENT_COUNT_MAX = 40;

  /** The request for a checked page; empty when all of it holds. */
  public static Optional<RepairRequest> of(CheckedProse page) {
    return of(page, STATEMENT_COUNT_MAX);
  }

  /**
   * The request for a checked page; empty when all of it holds.
   *
   * @param countMax statements asked for at most
   */
  public static Optional<RepairRequest> of(CheckedProse page, int countMax) {
    List<Verdict.Failed> failed = page.failed();
    return of("page", failed.subList(0, Math.min(countMax, failed.size())));
  }

  /**
   * The request for statements that failed; empty when there are none.
   *
   * @param written what they stand in: page, answer
   */
  public static Optional<RepairRequest> of(String written, List<Verdict.Failed> failed) {
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(head(written));
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

  private static String head(String written) {
    return """
    A check of your %s against the repository found statements that do not hold. For each, write one
    line: its number, a colon and the mended sentence with its marks in brackets, or its number and
    REMOVE. Change nothing else, cite only marks of the evidence, write no lines and no paths.
    """
        .formatted(written);
  }
}
