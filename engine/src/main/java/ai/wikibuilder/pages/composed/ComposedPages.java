package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the planned pages one after the other. Used once, by one thread. */
public final class ComposedPages {
  private final Repository repository;
  private final OverviewPage overview;
  private final ModulePage modules;
  private final Map<String, Long> linesByLanguage;

  /**
   * @param linesByLanguage lines by display name, most first
   */
  public ComposedPages(Composition composition, Map<String, Long> linesByLanguage) {
    this.repository = new Repository(composition);
    this.linesByLanguage = linesByLanguage;
    this.overview = new OverviewPage(repository);
    this.modules = new ModulePage(repository);
  }

  /** All planned pages in their order. */
  public List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    for (PlannedPage planned : repository.plan().pages()) {
      pages.add(
          switch (planned.kind()) {
            case OVERVIEW -> overview.page(planned, linesByLanguage);
            case ARCHITECTURE -> new ArchitecturePage(repository).page(planned);
            case MODULE, AREA -> modules.page(planned);
            case DOCUMENTS -> new DocumentsPage(repository).page(planned);
          });
    }
    return pages;
  }

  /** The repository in one sentence. */
  public String summary() {
    return overview.summary();
  }
}
