package ai.wikibuilder.builds.stored;

import ai.wikibuilder.answers.research.ReportPage;
import ai.wikibuilder.answers.research.ResearchStore;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.source.TextReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the reports of researches among the pages of a wiki, as far as they hold. Stateless. */
public final class ResearchPages {
  private ResearchPages() {}

  /**
   * The wiki with the reports as its last pages; those it had before give way to them.
   *
   * @param store the folder {@code .aiwiki} of the output
   */
  public static Wiki among(Wiki wiki, Path store, CodeGraph graph, TextReader texts) {
    ResearchStore kept = new ResearchStore(store, new SecureRandom());
    List<String> ids = kept.ids().stream().sorted().toList();
    List<Page> pages = new ArrayList<>(wiki.pages());
    boolean changed = pages.removeIf(page -> page.slug().startsWith(ReportPage.SLUG_FRONT));
    if (!ids.isEmpty()) {
      ReportPage reports = new ReportPage(new ProseChecker(graph, texts), texts);
      for (String id : ids) {
        Optional<Page> report = kept.find(id).flatMap(reports::of);
        report.ifPresent(pages::add);
        changed |= report.isPresent();
      }
    }
    return changed ? wiki.written(pages, wiki.authorship()) : wiki;
  }
}
