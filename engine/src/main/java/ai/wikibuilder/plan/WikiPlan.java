package ai.wikibuilder.plan;

import ai.wikibuilder.plan.steering.Steering;
import java.util.List;
import java.util.Optional;

/**
 * The pages of a wiki before they are written. Immutable.
 *
 * @param pages in reading order, a parent before its children; the first is the overview
 * @param documents the repository's own documents, the most important first
 * @param steering what the repository asks for, its language among it
 */
public record WikiPlan(List<PlannedPage> pages, List<KeyDocument> documents, Steering steering) {
  public WikiPlan {
    pages = List.copyOf(pages);
    documents = List.copyOf(documents);
  }

  /** The page that tells of a module: its own, or the one it is folded into. */
  public Optional<PlannedPage> pageOf(int module) {
    for (PlannedPage page : pages) {
      boolean own = page.module() == module && page.kind() != PlannedPage.Kind.TOPIC;
      if (own || page.folded().contains(module)) {
        return Optional.of(page);
      }
    }
    return Optional.empty();
  }
}
