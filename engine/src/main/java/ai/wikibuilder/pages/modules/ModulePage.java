package ai.wikibuilder.pages.modules;

import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.ModuleMap;
import ai.wikibuilder.pages.material.PageGraph;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.walks.Walks;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writes the page of a module or of a folder of modules. For one thread. */
public final class ModulePage {
  /** Definitions described one by one, fewer in a small module; the table of files has the rest. */
  private static final int TYPE_COUNT_MIN = 7;

  private static final int TYPE_COUNT_MAX = 14;

  /** One more for so many files. */
  private static final int FILES_PER_TYPE = 12;

  /** Names in one list. */
  private static final int NAME_COUNT_MAX = 6;

  private final Material material;
  private final Repository repository;
  private final TypeSentences types;
  private final ModuleTests tests;
  private final Walks walks;
  private final Parts parts;
  private final Map<Integer, List<EntryPoint>> entries;
  private final Map<Integer, List<Setting>> settings;

  public ModulePage(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.types = new TypeSentences(material);
    this.tests = new ModuleTests(material);
    this.walks = new Walks(material);
    this.parts = new Parts(material);
    this.entries = byModule(repository.graph().entryPoints(), EntryPoint::path);
    this.settings = byModule(repository.graph().settings(), Setting::path);
  }

  private <T> Map<Integer, List<T>> byModule(List<T> all, Function<T, String> path) {
    Map<Integer, List<T>> result = new HashMap<>();
    for (T one : all) {
      int file = repository.graph().file(path.apply(one));
      if (file >= 0 && repository.graph().moduleOf(file) >= 0) {
        result.computeIfAbsent(repository.graph().moduleOf(file), _ -> new ArrayList<>()).add(one);
      }
    }
    return result;
  }

  public Page page(PlannedPage planned) {
    List<Page.Section> sections = new ArrayList<>();
    if (planned.module() >= 0) {
      CodeModule module = repository.graph().modules().get(planned.module());
      sections.add(opening(planned, module));
      if (!module.files().isEmpty()) {
        keySymbols(module, sections);
        sections.add(new FileTable(material).section(module));
        sections.addAll(walks.sections(module));
        sections.add(new Neighbours(repository).section(module, planned.title()));
        around(planned, module, sections);
      }
    } else {
      sections.add(
          new Page.Section(
              "", List.of(new Block.Paragraph(List.of(repository.words().plain("parts.small"))))));
    }
    inside(planned, sections);
    parts.folded(planned).ifPresent(sections::add);
    return new Page(planned.slug(), planned.title(), planned.parent(), summary(planned), sections);
  }

  private String summary(PlannedPage planned) {
    if (planned.module() < 0) {
      return repository.words().text("summary.small");
    }
    CodeModule module = repository.graph().modules().get(planned.module());
    if (module.files().isEmpty()) {
      return repository.words().text("summary.folder").replace("{folder}", planned.title());
    }
    return Texts.plain(material.purposes().sentences(module).getFirst());
  }

  private Page.Section opening(PlannedPage planned, CodeModule module) {
    List<Sentence> lead = new ArrayList<>();
    if (module.files().isEmpty()) {
      int below = PageGraph.below(repository, planned.slug()).size();
      lead.add(
          repository
              .say("folder.opening")
              .code("folder", module.key())
              .count("parts", below + planned.folded().size())
              .end());
      return new Page.Section("", List.of(new Block.Paragraph(lead)));
    }
    lead.addAll(material.purposes().sentences(module));
    Phrase size =
        repository
            .say("module.size")
            .count("files", module.files().size())
            .count("lines", module.lineCount())
            .by(repository.whole(module.files().getFirst()));
    if (!module.folder().isEmpty()) {
      size.code("folder", module.folder());
    }
    lead.add(size.end());
    return new Page.Section("", List.of(new Block.Paragraph(lead)));
  }

  private void keySymbols(CodeModule module, List<Page.Section> sections) {
    List<GraphSymbol> all = material.symbols().of(module.files(), Integer.MAX_VALUE);
    List<GraphSymbol> key = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    int typeCount =
        Math.min(TYPE_COUNT_MAX, TYPE_COUNT_MIN + module.files().size() / FILES_PER_TYPE);
    for (GraphSymbol symbol : all) {
      if (key.size() < typeCount && names.add(symbol.name())) {
        key.add(symbol);
      }
    }
    if (key.isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Items(false, key.stream().map(types::about).toList()));
    if (all.size() > key.size()) {
      Sentence rest =
          repository
              .say("module.described")
              .count("shown", key.size())
              .count("all", all.size())
              .end();
      blocks.add(new Block.Paragraph(List.of(rest)));
    }
    sections.add(new Page.Section(repository.words().text("heading.types"), blocks));
  }

  /** Entry points, settings, tables and tests: what ties a module to the world. */
  private void around(PlannedPage planned, CodeModule module, List<Page.Section> sections) {
    List<Sentence> world = new ArrayList<>();
    entryPoints(planned, module, world);
    settings(planned, module, world);
    tables(module, world);
    List<Block> blocks = new ArrayList<>();
    if (!world.isEmpty()) {
      blocks.add(new Block.Paragraph(world));
    }
    List<Sentence> tested = tests.sentences(module);
    if (!tested.isEmpty()) {
      blocks.add(new Block.Paragraph(tested));
    }
    if (!blocks.isEmpty()) {
      String key =
          world.isEmpty() ? "heading.tests" : tested.isEmpty() ? "heading.world" : "heading.around";
      sections.add(new Page.Section(repository.words().text(key), blocks));
    }
  }

  private void entryPoints(PlannedPage planned, CodeModule module, List<Sentence> world) {
    Map<EntryPoint.Kind, List<EntryPoint>> found = new LinkedHashMap<>();
    for (EntryPoint entry : entries.getOrDefault(module.id(), List.of())) {
      found.computeIfAbsent(entry.kind(), _ -> new ArrayList<>()).add(entry);
    }
    found.forEach((kind, entries) -> {
      Phrase phrase =
          repository
              .say("world." + kind.name().toLowerCase(java.util.Locale.ROOT))
              .strong("module", planned.title())
              .count("count", entries.size())
              .codes(
                  "names",
                  entries.stream().map(EntryPoint::name).distinct().toList(),
                  NAME_COUNT_MAX);
      entries.stream()
          .limit(4)
          .forEach(entry -> phrase.by(repository.lines(entry.path(), entry.line(), entry.line())));
      world.add(phrase.end());
    });
  }

  private void settings(PlannedPage planned, CodeModule module, List<Sentence> world) {
    Map<String, Setting> found = new LinkedHashMap<>();
    for (Setting setting : settings.getOrDefault(module.id(), List.of())) {
      if (setting.use() == Setting.Use.READ) {
        found.putIfAbsent(setting.name(), setting);
      }
    }
    if (!found.isEmpty()) {
      Phrase phrase =
          repository
              .say("world.settings")
              .strong("module", planned.title())
              .count("count", found.size())
              .codes("names", List.copyOf(found.keySet()), NAME_COUNT_MAX);
      found.values().stream()
          .limit(4)
          .forEach(one -> phrase.by(repository.lines(one.path(), one.line(), one.line())));
      world.add(phrase.end());
    }
  }

  private void tables(CodeModule module, List<Sentence> world) {
    List<Table> found = new ArrayList<>();
    for (Table table : repository.graph().tables()) {
      int file = repository.graph().file(table.path());
      if (file >= 0 && repository.graph().moduleOf(file) == module.id()) {
        found.add(table);
      }
    }
    if (!found.isEmpty()) {
      Phrase phrase =
          repository
              .say("world.tables")
              .count("count", found.size())
              .codes("names", found.stream().map(Table::name).toList(), NAME_COUNT_MAX);
      found.stream()
          .limit(4)
          .forEach(one -> phrase.by(repository.lines(one.path(), one.line(), one.line())));
      world.add(phrase.end());
    }
  }

  private void inside(PlannedPage planned, List<Page.Section> sections) {
    List<PlannedPage> below = PageGraph.below(repository, planned.slug());
    if (below.isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    boolean known = material.map().pages().containsAll(below);
    if (!known) {
      String title = repository.words().text("map.parts").replace("{name}", planned.title());
      new ModuleMap(repository, new PageGraph(repository, below))
          .diagram(Diagram.Kind.MODULE_MAP, title)
          .ifPresent(diagram -> blocks.add(new Block.Figure(diagram)));
    }
    // the first page tells what its parts are for; here stands what they are made of
    List<List<Sentence>> items = new ArrayList<>();
    for (PlannedPage page : below) {
      items.add(material.map().pages().contains(page) ? parts.inside(page) : parts.item(page));
    }
    blocks.add(new Block.Items(false, items));
    sections.add(new Page.Section(repository.words().text("heading.inside.parts"), blocks));
  }
}
