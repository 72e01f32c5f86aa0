package ai.wikibuilder.answers.json;

import ai.wikibuilder.answers.research.ReportLines;
import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.answers.research.Step;
import ai.wikibuilder.pages.Page;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A research and its report.
 *
 * @param state {@code running}, {@code done}, {@code capped}, {@code failed} or {@code not-found}
 * @param page slug of the report in the wiki; empty where it is none
 * @param missing what was looked for in vain
 * @param removed sentences of the model that did not hold
 */
public record ResearchJson(
    String id,
    String question,
    String state,
    String page,
    List<ReportedJson> sentences,
    List<String> missing,
    List<ResearchStepJson> steps,
    int removed,
    UsageJson usage) {
  /**
   * The run as far as it has come.
   *
   * @param report empty while there is none
   * @param published whether the report is a page of the wiki
   */
  public static ResearchJson of(ResearchRun run, Optional<Page> report, boolean published) {
    return new ResearchJson(
        run.id(),
        run.question(),
        state(run),
        published ? report.map(Page::slug).orElse("") : "",
        report.map(ReportLines::of).orElse(List.of()).stream()
            .map(line ->
                new ReportedJson(
                    line.place().name().toLowerCase(Locale.ROOT),
                    line.text(),
                    PlaceJson.of(line.sentence().evidence(), run.commit())))
            .toList(),
        run.missing(),
        run.steps().stream().map(ResearchStepJson::of).toList(),
        report.flatMap(Page::checking).map(one -> one.removed().size()).orElse(0),
        UsageJson.of(run.usage()));
  }

  /** The word for where a run stands. */
  public static String state(ResearchRun run) {
    return run.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A sentence of the report.
   *
   * @param place what it begins: "heading", "paragraph", "item", "cell"; or "next", where it goes
   *     on with what is there
   */
  public record ReportedJson(String place, String text, List<PlaceJson> evidence) {
    /** Reports that were kept before do not say how their sentences stand. */
    public ReportedJson {
      place = Objects.requireNonNullElse(place, "paragraph");
    }
  }

  /**
   * One step.
   *
   * @param looked what was looked at, in words
   * @param found places that were new
   */
  public record ResearchStepJson(
      String question, List<String> looked, int found, List<String> learned, long tokens) {
    private static ResearchStepJson of(Step step) {
      return new ResearchStepJson(
          step.question(), step.looked(), step.found(), step.learned(), step.tokens());
    }
  }
}
