package ai.wikibuilder.pages.modules;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.diagrams.ClassDiagram;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.ModuleMap;
import ai.wikibuilder.pages.material.PageGraph;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.pictures.DocumentPictures;
import ai.wikibuilder.pages.walks.Walks;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes the page of a module or of a folder of modules. For one thread. */
public final class ModulePage {
  /** Definitions described one by one, fewer in a small module; the table of files has the rest. */
  private static final int TYPE_COUNT_MIN = 7;

  private static final int TYPE_COUNT_MAX = 14;

  /** Definitions told with their methods; of the rest their own words and their use. */
  private static final int DETAILED_COUNT_MAX = 7;

  /** With more files the table of files comes before the methods of one type. */
  private static final int FILE_COUNT_FEW = 16;

  /** One more for so many files. */
  private static final int FILES_PER_TYPE = 12;

  /** And one more for so many lines. */
  private static final int LINES_PER_TYPE = 1_500;

  /** Types that build on another of their module before they are drawn. */
  private static final int HIERARCHY_COUNT_MIN = 2;

  /** A file so many times as long as the next is the one people will have to read. */
  private static final double LONGEST_FACTOR_MIN = 1.25;

  /** Images of a module's README shown. */
  private static final int PICTURE_COUNT_MAX = 3;

  private final Material material;
  private final Repository repository;
  private final TypeSentences types;
  private final ModuleTests tests;
  private final Walks walks;
  private final Parts parts;
  private final WorldTies world;
  private final Transitions transitions;

  public ModulePage(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.types = new TypeSentences(material);
    this.tests = new ModuleTests(material);
    this.walks = new Walks(material);
    this.parts = new Parts(material);
    this.world = new WorldTies(material);
    this.transitions = new Transitions(material);
  }

  public Page page(PlannedPage planned) {
    List<Page.Section> sections = new ArrayList<>();
    if (planned.module() >= 0) {
      CodeModule module = repository.graph().modules().get(planned.module());
      sections.add(opening(planned, module));
      if (!module.files().isEmpty()) {
        List<GraphSymbol> told = keySymbols(module, sections);
        sections.add(new FileTable(material).section(module, told));
        if (hasManyFiles(module)) {
          methods(told).ifPresent(sections::add);
        }
        hierarchy(module)
            .ifPresent(diagram ->
                sections.add(
                    new Page.Section(diagram.title(), List.of(new Block.Figure(diagram)))));
        sections.addAll(walks.sections(module, planned));
        if (module.files().stream().anyMatch(this::isTied)) {
          sections.add(new Neighbours(repository).section(module, planned.title()));
        }
        around(planned, module, sections);
      }
    } else {
      sections.add(
          new Page.Section(
              "", List.of(new Block.Paragraph(List.of(repository.words().plain("parts.small"))))));
    }
    pictures(planned).ifPresent(sections::add);
    inside(planned, sections);
    parts.folded(planned).ifPresent(sections::add);
    return new Page(planned.slug(), planned.title(), planned.parent(), summary(planned), sections);
  }

  /** Whether anything can be said of whom a file names: one that only passes names on has none. */
  private boolean isTied(int file) {
    CodeGraph graph = repository.graph();
    return repository.isParsed(file)
        && (graph.firstSymbol(file) < graph.endSymbol(file)
            || !material.calls().fromFile(file).isEmpty());
  }

  /** What the README in the module's own folder shows. */
  private Optional<Page.Section> pictures(PlannedPage planned) {
    String folder =
        planned.module() < 0 ? "" : repository.graph().modules().get(planned.module()).folder();
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    repository.filesIn(folder).stream()
        .filter(path -> Repository.fileName(path).toLowerCase(Locale.ROOT).startsWith("readme"))
        .forEach(
            path -> blocks.addAll(new DocumentPictures(repository).of(path, PICTURE_COUNT_MAX)));
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Page.Section(repository.words().text("heading.pictures"), blocks));
  }

  private String summary(PlannedPage planned) {
    if (planned.module() < 0) {
      return repository.words().text("summary.small");
    }
    CodeModule module = repository.graph().modules().get(planned.module());
    if (module.files().isEmpty() || material.purposes().isRemnant(module)) {
      return repository.words().text("summary.folder").replace("{folder}", planned.title());
    }
    return Texts.plain(material.purposes().sentences(module).getFirst());
  }

  private Page.Section opening(PlannedPage planned, CodeModule module) {
    List<Sentence> lead = new ArrayList<>();
    int below = PageGraph.below(repository, planned.slug()).size();
    boolean remnant = below + planned.folded().size() > 0 && material.purposes().isRemnant(module);
    if (module.files().isEmpty() || remnant) {
      lead.add(
          repository
              .say(module.files().isEmpty() ? "folder.opening" : "folder.holds")
              .code("folder", module.key())
              .count("parts", below + planned.folded().size())
              .end());
    }
    if (module.files().isEmpty()) {
      return new Page.Section("", List.of(new Block.Paragraph(lead)));
    }
    if (!remnant) {
      lead.addAll(material.purposes().sentences(module));
    }
    lead.add(size(module));
    longest(module)
        .ifPresent(file ->
            lead.add(
                repository
                    .say("module.longest")
                    .code("file", Repository.fileName(repository.graph().path(file)))
                    .count("lines", repository.graph().lineCount(file))
                    .by(repository.whole(file))
                    .end()));
    return new Page.Section("", List.of(new Block.Paragraph(lead)));
  }

  private Sentence size(CodeModule module) {
    Phrase size =
        repository
            .say(module.isOfNames() ? "module.size.names" : "module.size")
            .count("files", module.files().size())
            .count("lines", module.lineCount())
            .by(repository.whole(module.files().getFirst()));
    boolean inside =
        module.files().stream()
            .allMatch(file -> repository.graph().path(file).startsWith(module.directory() + "/"));
    if (module.isOfNames()) {
      size.code("word", module.firstWords());
    }
    if (!module.directory().isEmpty() && inside) {
      size.code("folder", module.directory());
    }
    return size.end();
  }

  /** The longest file, when it is much longer than the next. */
  private Optional<Integer> longest(CodeModule module) {
    List<Integer> files = new ArrayList<>(module.files());
    if (files.size() < 3) {
      return Optional.empty();
    }
    CodeGraph graph = repository.graph();
    files.sort(Comparator.comparingInt((Integer file) -> -graph.lineCount(file)));
    boolean much =
        graph.lineCount(files.getFirst()) >= LONGEST_FACTOR_MIN * graph.lineCount(files.get(1));
    return much ? Optional.of(files.getFirst()) : Optional.empty();
  }

  /** The definitions told of a module, most important first, that of the longest file last. */
  private List<GraphSymbol> told(CodeModule module, List<GraphSymbol> all) {
    List<GraphSymbol> key = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    int size = module.files().size() / FILES_PER_TYPE + module.lineCount() / LINES_PER_TYPE;
    int typeCount = Math.min(TYPE_COUNT_MAX, TYPE_COUNT_MIN + size);
    Set<Integer> files = new HashSet<>();
    for (GraphSymbol symbol : all) {
      // first one of each file: a long file does not crowd out the others
      boolean fits = key.size() < typeCount * 2 / 3 && files.add(symbol.file());
      if (fits && names.add(symbol.name())) {
        key.add(symbol);
      }
    }
    for (GraphSymbol symbol : all) {
      if (key.size() < typeCount && names.add(symbol.name())) {
        key.add(symbol);
      }
    }
    key.sort(Comparator.comparingInt(all::indexOf));
    longest(module)
        .flatMap(file -> all.stream().filter(symbol -> symbol.file() == file).findFirst())
        .filter(symbol -> !key.isEmpty() && names.add(symbol.name()))
        .ifPresent(key::add);
    return key;
  }

  /** Tells the main definitions; returns which. */
  private List<GraphSymbol> keySymbols(CodeModule module, List<Page.Section> sections) {
    List<GraphSymbol> all = material.symbols().of(module.files(), Integer.MAX_VALUE);
    List<GraphSymbol> key = told(module, all);
    if (key.isEmpty()) {
      return key;
    }
    List<Block> blocks = new ArrayList<>();
    List<List<Sentence>> items = new ArrayList<>();
    for (GraphSymbol symbol : key) {
      items.add(types.about(symbol, items.size() < DETAILED_COUNT_MAX));
    }
    blocks.add(new Block.Items(false, items));
    if (all.size() > key.size()) {
      Sentence rest =
          repository
              .say("module.described")
              .count("shown", key.size())
              .count("all", all.size())
              .end();
      blocks.add(new Block.Paragraph(List.of(rest)));
    }
    blocks.addAll(transitions.blocks(module));
    sections.add(new Page.Section(repository.words().text("heading.types"), blocks));
    if (!hasManyFiles(module)) {
      methods(key).ifPresent(sections::add);
    }
    new FurtherWords(material).definitions(all, key).ifPresent(sections::add);
    return key;
  }

  /** A few long files are known by their methods, many by what each of them defines. */
  private static boolean hasManyFiles(CodeModule module) {
    return module.files().size() > FILE_COUNT_FEW;
  }

  private Optional<Page.Section> methods(List<GraphSymbol> told) {
    return new FurtherWords(material)
        .methods(told.subList(0, Math.min(DETAILED_COUNT_MAX, told.size())));
  }

  /** The drawing of a module's types, when some of them build on each other. */
  private Optional<Diagram> hierarchy(CodeModule module) {
    int built = 0;
    for (int file : module.files()) {
      for (GraphEdge edge : material.calls().fromFile(file)) {
        boolean inside =
            repository.graph().moduleOf(repository.graph().symbol(edge.target()).file())
                == module.id();
        built += edge.kind() == ReferenceKind.INHERIT && inside && edge.source() >= 0 ? 1 : 0;
      }
    }
    String title = repository.words().text("diagram.hierarchy");
    return built < HIERARCHY_COUNT_MIN
        ? Optional.empty()
        : ClassDiagram.of(repository.graph(), module.files(), title, repository.words());
  }

  /** Entry points, settings, tables and tests: what ties a module to the world. */
  private void around(PlannedPage planned, CodeModule module, List<Page.Section> sections) {
    List<Sentence> ties = world.sentences(planned, module);
    List<Block> blocks = new ArrayList<>();
    if (!ties.isEmpty()) {
      blocks.add(new Block.Paragraph(ties));
    }
    List<Sentence> tested = tests.sentences(module);
    if (!tested.isEmpty()) {
      blocks.add(new Block.Paragraph(tested));
    }
    if (!blocks.isEmpty()) {
      String key =
          ties.isEmpty() ? "heading.tests" : tested.isEmpty() ? "heading.world" : "heading.around";
      sections.add(new Page.Section(repository.words().text(key), blocks));
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
