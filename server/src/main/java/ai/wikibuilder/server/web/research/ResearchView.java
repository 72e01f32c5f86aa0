package ai.wikibuilder.server.web.research;

import ai.wikibuilder.server.web.library.CitedPlace;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A research as it stands.
 *
 * @param steps of its trail, in their order
 * @param now what it does just now, in words; empty when nothing was told yet
 * @param report its headings, paragraphs and items; none while it goes on
 * @param missing what was looked for in vain
 * @param used tokens, in words
 * @param page address of the report in the wiki, when it is a page of it
 * @param canShow whether the person may have the report shown in the wiki
 * @param canBuild whether the person may have it built, and say when
 */
public record ResearchView(
    UUID id,
    UUID repository,
    String question,
    String state,
    boolean isOpen,
    List<StepView> steps,
    String now,
    List<Part> report,
    List<String> missing,
    Optional<String> failure,
    String used,
    Optional<String> page,
    boolean canShow,
    boolean canBuild) {
  /**
   * One sub-question.
   *
   * @param found places that were new
   */
  public record StepView(String question, List<String> looked, int found, List<String> learned) {}

  /**
   * A part of the report.
   *
   * @param kind {@code heading}, {@code paragraph} or {@code item}
   */
  public record Part(String kind, List<Sentence> sentences) {}

  /** A sentence of the report. */
  public record Sentence(String text, List<CitedPlace> places) {}
}
