package ai.wikibuilder.server.web.library;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reports about a wiki.
 *
 * @param page slug of the page a statement is reported of; empty when none is chosen
 * @param pages slugs and titles to choose from
 * @param sentences of the page
 * @param typed what was chosen before
 * @param outcome what became of a report
 * @param kept what is remembered
 * @param canReport whether the person may report, and take back
 */
public record CorrectionsView(
    UUID repository,
    String page,
    List<PageChoice> pages,
    List<String> sentences,
    Typed typed,
    Optional<Outcome> outcome,
    List<Line> kept,
    boolean canReport) {
  /** A page of the wiki. */
  public record PageChoice(String slug, String title) {}

  /** What was typed. */
  public record Typed(String sentence, String instead) {
    static Typed nothing() {
      return new Typed("", "");
    }
  }

  /**
   * What became of a report.
   *
   * @param text in words
   * @param findings of the check
   * @param places that show a sentence that was kept
   * @param build that shows the wiki so
   */
  public record Outcome(
      String text, List<String> findings, List<CitedPlace> places, Optional<UUID> build) {}

  /** What is remembered. */
  public record Line(UUID id, String said, String instead, String why, String at) {}
}
