package ai.wikibuilder.server.web.research;

import java.util.List;
import java.util.UUID;

/**
 * The researches of a person about one repository.
 *
 * @param isPossible whether there is a model to research with
 * @param typed question that was refused
 * @param budget cap that was typed with it
 * @param canBuild whether the person may have it built, and say when
 */
public record ResearchListView(
    UUID repository,
    String name,
    boolean isPossible,
    String typed,
    String budget,
    List<Line> lines,
    boolean canBuild) {
  /** One of them. */
  public record Line(UUID id, String question, String state, boolean isBad, String at) {}
}
