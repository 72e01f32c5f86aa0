package ai.wikibuilder.answers.json;

import ai.wikibuilder.answers.maps.CodeMap;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.corrections.ClaimForm;
import ai.wikibuilder.site.drawing.MermaidText;
import java.util.List;
import java.util.Optional;

/**
 * A code map.
 *
 * @param claims statements on it
 * @param verified those of them that hold
 */
public record CodeMapJson(
    String question,
    boolean found,
    String remark,
    List<String> searched,
    List<String> missing,
    String language,
    String commit,
    int claims,
    int verified,
    List<MapPartJson> parts) {
  /** The map with what its check found. */
  public static CodeMapJson of(CodeMap map, Quality quality, String commit) {
    return new CodeMapJson(
        map.question(),
        map.found(),
        map.remark(),
        map.searched(),
        map.missing(),
        map.language(),
        commit,
        quality.claims(),
        quality.verified(),
        map.parts().stream().map(MapPartJson::of).toList());
  }

  /**
   * Steps that calls join.
   *
   * @param mermaid the drawing as text
   */
  public record MapPartJson(
      String title, List<String> introduction, List<MapStepJson> steps, String mermaid) {
    private static MapPartJson of(CodeMap.Part part) {
      return new MapPartJson(
          part.title(),
          part.introduction().stream().map(ClaimForm::text).toList(),
          part.steps().stream().map(MapStepJson::of).toList(),
          MermaidText.of(part.diagram()));
    }
  }

  /**
   * One place that is reached.
   *
   * @param from number of the step it is reached from
   * @param call the line that leads here
   */
  public record MapStepJson(
      int number,
      Optional<Integer> from,
      String name,
      String kind,
      String path,
      int startLine,
      int endLine,
      Optional<LinesJson> call,
      List<StatementJson> sentences,
      List<ExcerptJson> code) {
    private static MapStepJson of(CodeMap.Step step) {
      return new MapStepJson(
          step.number(),
          step.from(),
          step.name(),
          step.kind(),
          step.place().path(),
          step.place().startLine(),
          step.place().endLine(),
          step.call().map(LinesJson::of),
          step.sentences().stream().map(StatementJson::of).toList(),
          step.code().stream().map(ExcerptJson::of).toList());
    }
  }

  /** Lines of a file at the commit of the map. */
  public record LinesJson(String path, int startLine, int endLine) {
    private static LinesJson of(Evidence place) {
      return new LinesJson(place.path(), place.startLine(), place.endLine());
    }
  }

  /** What happens, with the lines that show it. */
  public record StatementJson(String text, List<LinesJson> evidence) {
    private static StatementJson of(Sentence sentence) {
      return new StatementJson(
          ClaimForm.text(sentence), sentence.evidence().stream().map(LinesJson::of).toList());
    }
  }

  /** Lines with their text. */
  public record ExcerptJson(String path, int startLine, int endLine, String text) {
    private static ExcerptJson of(Block.Excerpt excerpt) {
      Evidence place = excerpt.evidence();
      return new ExcerptJson(place.path(), place.startLine(), place.endLine(), excerpt.text());
    }
  }
}
