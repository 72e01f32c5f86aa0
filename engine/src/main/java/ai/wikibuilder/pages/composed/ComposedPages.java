package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.architecture.ArchitecturePage;
import ai.wikibuilder.pages.building.BuildPage;
import ai.wikibuilder.pages.building.DeploymentPage;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.modules.ModulePage;
import ai.wikibuilder.pages.modules.TopicPage;
import ai.wikibuilder.pages.overview.OverviewPage;
import ai.wikibuilder.pages.subjects.DataModelPage;
import ai.wikibuilder.pages.subjects.GlossaryPage;
import ai.wikibuilder.pages.surface.ApiPage;
import ai.wikibuilder.pages.surface.ConfigurationPage;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the pages of a plan. For one thread. */
public final class ComposedPages {
  private final Material material;
  private final OverviewPage overview;
  private final ModulePage modules;

  /**
   * @param linesByLanguage lines by display name, most first
   */
  public ComposedPages(Composition composition, Map<String, Long> linesByLanguage) {
    this.material = Material.of(composition);
    this.overview = new OverviewPage(material, linesByLanguage);
    this.modules = new ModulePage(material);
  }

  /** All planned pages that have something to say, in their order. */
  public List<Page> pages() {
    List<PlannedPage> plan = material.repository().plan().pages();
    List<Page> pages = new ArrayList<>();
    for (PlannedPage planned : plan.subList(1, plan.size())) {
      pages.add(page(titled(planned)));
    }
    List<Page> told = pages.stream().filter(page -> !page.sections().isEmpty()).toList();
    // the first page leads to what there is to say, so it is written last
    pages.addFirst(overview.page(titled(plan.getFirst()), told));
    List<Page> open =
        Folding.of(new Repetition(pages, material.words().text("list.others")).pages());
    // what siblings shared may have been most of a page
    return Folding.of(new Likeness(material.words()).pages(open));
  }

  /** Pages that are not about one module have their titles in the wiki's language. */
  private PlannedPage titled(PlannedPage planned) {
    String key =
        switch (planned.kind()) {
          case OVERVIEW -> "overview";
          case ARCHITECTURE -> "architecture";
          case DATA_MODEL -> "data";
          case API -> "api";
          case CONFIGURATION -> "configuration";
          case BUILD -> "build";
          case DEPLOYMENT -> "deployment";
          case GLOSSARY -> "glossary";
          case DOCUMENTS -> "documents";
          case AREA -> planned.module() < 0 ? "other" : "";
          case MODULE, TOPIC -> "";
        };
    return key.isEmpty()
        ? planned
        : new PlannedPage(
            planned.slug(),
            material.words().text("title." + key),
            planned.parent(),
            planned.kind(),
            planned.module(),
            planned.folded());
  }

  private Page page(PlannedPage planned) {
    return switch (planned.kind()) {
      case OVERVIEW -> overview.page(planned, List.of());
      case ARCHITECTURE -> new ArchitecturePage(material).page(planned);
      case MODULE, AREA -> CitationBudget.within(modules.page(planned));
      case DATA_MODEL -> new DataModelPage(material).page(planned);
      case API -> new ApiPage(material).page(planned);
      case CONFIGURATION -> new ConfigurationPage(material).page(planned);
      case BUILD -> new BuildPage(material).page(planned);
      case DEPLOYMENT -> new DeploymentPage(material).page(planned);
      case GLOSSARY -> new GlossaryPage(material).page(planned);
      case DOCUMENTS -> new DocumentsPage(material).page(planned);
      case TOPIC -> new TopicPage(material).page(planned);
    };
  }

  /** The repository in one sentence. */
  public String summary() {
    return overview.summary();
  }
}
