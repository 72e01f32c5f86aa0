package ai.wikibuilder.pages.modules;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.PageGraph;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of parts in a line or two each, where their own pages are elsewhere or missing. */
public final class Parts {
  /** Parts told one by one on the page above them. */
  private static final int FOLDED_COUNT_MAX = 40;

  /** Definitions named of one part. */
  private static final int INSIDE_COUNT_MAX = 5;

  /** Names of further parts in one list. */
  private static final int NAME_COUNT_MAX = 60;

  private final Material material;
  private final Repository repository;

  public Parts(Material material) {
    this.material = material;
    this.repository = material.repository();
  }

  /** A page with its link, its size and what it says of itself. */
  public List<Sentence> item(PlannedPage page) {
    if (page.module() < 0) {
      return List.of(
          repository
              .say("part.small")
              .page("part", page.slug(), page.title())
              .count("parts", page.folded().size())
              .end());
    }
    CodeModule module = repository.graph().modules().get(page.module());
    List<String> names = titles(page);
    if (module.files().isEmpty() || (!names.isEmpty() && isHolder(page, module))) {
      return List.of(
          repository
              .say("part.folder")
              .page("part", page.slug(), page.title())
              .count("parts", names.size())
              .codes("names", names, 4)
              .end());
    }
    List<Sentence> result = new ArrayList<>();
    Phrase phrase =
        repository
            .say("part")
            .page("part", page.slug(), page.title())
            .count("files", module.files().size());
    int whole = fileCount(page);
    if (whole > module.files().size()) {
      phrase.digits("whole", whole);
    }
    result.add(phrase.end());
    result.addAll(material.purposes().sentences(module));
    return result;
  }

  /** Whether the parts below say more of what a page is about than the files of its own. */
  private boolean isHolder(PlannedPage page, CodeModule module) {
    boolean few = module.files().size() * 2 <= fileCount(page);
    return few && (material.purposes().isNameless(module) || material.purposes().isRemnant(module));
  }

  /** Whether a page tells of something that only holds other files together. */
  public boolean saysNothing(PlannedPage page) {
    return page.module() >= 0
        && !repository.graph().modules().get(page.module()).files().isEmpty()
        && material.purposes().isNameless(repository.graph().modules().get(page.module()))
        && titles(page).isEmpty();
  }

  /** Titles of what has its place below a page. */
  private List<String> titles(PlannedPage page) {
    List<String> names = new ArrayList<>();
    PageGraph.below(repository, page.slug()).forEach(below -> names.add(below.title()));
    page.folded().forEach(id -> names.add(repository.title(id)));
    return names;
  }

  /** Files of a page's module and of all that has its place below it. */
  private int fileCount(PlannedPage page) {
    List<CodeModule> modules = repository.graph().modules();
    int count = page.module() < 0 ? 0 : modules.get(page.module()).files().size();
    for (int folded : page.folded()) {
      count += modules.get(folded).files().size();
    }
    for (PlannedPage below : PageGraph.below(repository, page.slug())) {
      count += fileCount(below);
    }
    return count;
  }

  /** A page with its link, its size and its main definitions. */
  List<Sentence> inside(PlannedPage page) {
    if (page.module() < 0 || repository.graph().modules().get(page.module()).files().isEmpty()) {
      return item(page);
    }
    CodeModule module = repository.graph().modules().get(page.module());
    List<GraphSymbol> key = material.symbols().of(module.files(), INSIDE_COUNT_MAX);
    Phrase phrase =
        repository
            .say("part.inside")
            .page("part", page.slug(), page.title())
            .count("files", module.files().size())
            .codes("names", key.stream().map(GraphSymbol::name).distinct().toList());
    key.stream().limit(3).forEach(symbol -> phrase.by(repository.head(symbol)));
    return List.of(phrase.end());
  }

  /** The modules without a page that are told on a page above them. */
  Optional<Page.Section> folded(PlannedPage planned) {
    List<List<Sentence>> items = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    for (int id : planned.folded()) {
      CodeModule module = repository.graph().modules().get(id);
      if (items.size() < FOLDED_COUNT_MAX) {
        List<Sentence> item = new ArrayList<>();
        item.add(
            repository
                .say("part.folded")
                .strong("part", module.key().isEmpty() ? repository.title(id) : module.key())
                .count("files", module.files().size())
                .end());
        item.addAll(material.purposes().sentences(module));
        items.add(item);
      } else {
        rest.add(module.key());
      }
    }
    if (items.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Items(false, items));
    if (!rest.isEmpty()) {
      Sentence named =
          repository
              .say("part.rest")
              .count("parts", rest.size())
              .codes("names", rest, NAME_COUNT_MAX)
              .end();
      blocks.add(new Block.Paragraph(List.of(named)));
    }
    return Optional.of(new Page.Section(repository.words().text("heading.folded"), blocks));
  }
}
