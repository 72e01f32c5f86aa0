package ai.wikibuilder.pages.composed;

import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.modules.CrossingLine;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.graph.modules.ModuleDependency;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.words.English;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes the page of one module, or of an area that holds several. */
final class ModulePage {
  /** Symbols described one by one; the code lists the rest. */
  private static final int CARD_COUNT_MAX = 8;

  /** Files named in the table. */
  private static final int FILE_COUNT_MAX = 12;

  /** Other modules, tests or entry points named in one list. */
  private static final int ITEM_COUNT_MAX = 8;

  /** Modules told on one page because they have none of their own. */
  private static final int FOLDED_COUNT_MAX = 40;

  private final Repository repository;
  private final Purposes purposes;
  private final SymbolCards cards;

  ModulePage(Repository repository) {
    this.repository = repository;
    this.purposes = new Purposes(repository);
    this.cards = new SymbolCards(repository);
  }

  Page page(PlannedPage planned) {
    List<Page.Section> sections = new ArrayList<>();
    if (planned.module() >= 0) {
      CodeModule module = repository.graph().modules().get(planned.module());
      sections.add(opening(planned, module));
      if (!module.files().isEmpty()) {
        keySymbols(module, sections);
        entryPoints(module, sections);
        neighbours(module, sections);
        files(module, sections);
        tests(module, sections);
      }
    } else {
      sections.add(
          new Page.Section(
              "",
              List.of(
                  new Block.Paragraph(
                      List.of(
                          Sentence.of(
                              "These parts of the repository are too small for pages of their"
                                  + " own."))))));
    }
    inside(planned, sections);
    folded(planned, sections);
    return new Page(planned.slug(), planned.title(), planned.parent(), summary(planned), sections);
  }

  String summary(PlannedPage planned) {
    if (planned.module() < 0) {
      return "Parts of the repository without a page of their own.";
    }
    CodeModule module = repository.graph().modules().get(planned.module());
    List<Sentence> said = module.files().isEmpty() ? List.of() : purposes.sentences(module);
    return said.isEmpty()
        ? "The parts below " + (module.key().isEmpty() ? "the root" : module.key()) + "."
        : Texts.plain(said.getFirst());
  }

  private Page.Section opening(PlannedPage planned, CodeModule module) {
    List<Sentence> lead = new ArrayList<>();
    List<PlannedPage> below = PageGraph.below(repository, planned.slug());
    if (module.files().isEmpty()) {
      lead.add(
          Say.text("The folder ")
              .code(module.key())
              .then(
                  " has no code of its own; it holds "
                      + English.count(below.size() + planned.folded().size(), "part", "parts"))
              .end("."));
      return new Page.Section("", List.of(new Block.Paragraph(lead)));
    }
    lead.addAll(purposes.sentences(module));
    int first = module.files().getFirst();
    Say size = Say.text("The module is " + English.count(module.files().size(), "file", "files"));
    size.then(" with " + English.count(module.lineCount(), "line", "lines"));
    if (!module.folder().isEmpty()) {
      size.then(module.files().size() == 1 ? " in " : " in and below ").code(module.folder());
    }
    lead.add(size.by(repository.whole(first)).end("."));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(lead));
    return new Page.Section("", blocks);
  }

  private void keySymbols(CodeModule module, List<Page.Section> sections) {
    List<GraphSymbol> key = repository.keySymbols(module.files(), CARD_COUNT_MAX);
    if (key.isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Symbols(key.stream().map(cards::card).toList()));
    int all = repository.keySymbols(module.files(), Integer.MAX_VALUE).size();
    if (all > key.size()) {
      blocks.add(
          new Block.Paragraph(
              List.of(
                  Sentence.of(
                      "Described are the %s definitions that the rest of the code leans on most, of %s in this module."
                          .formatted(English.number(key.size()), English.number(all))))));
    }
    sections.add(new Page.Section("What is in it", blocks));
  }

  private void entryPoints(CodeModule module, List<Page.Section> sections) {
    List<List<Sentence>> items = new ArrayList<>();
    for (EntryPoint entry : repository.graph().entryPoints()) {
      int file = repository.graph().file(entry.path());
      if (module.files().contains(file) && items.size() < ITEM_COUNT_MAX) {
        items.add(List.of(EntryPoints.sentence(repository, entry)));
      }
    }
    if (!items.isEmpty()) {
      sections.add(
          new Page.Section(
              "Entered from outside", List.of(new Block.Items(false, List.copyOf(items)))));
    }
  }

  private void neighbours(CodeModule module, List<Page.Section> sections) {
    List<List<Sentence>> users = new ArrayList<>();
    List<List<Sentence>> used = new ArrayList<>();
    List<ModuleDependency> sorted = new ArrayList<>(repository.graph().dependencies());
    sorted.sort(Comparator.comparingInt(one -> -one.lineCount()));
    for (ModuleDependency one : sorted) {
      if (one.lineCount() > 0 && one.to() == module.id() && users.size() < ITEM_COUNT_MAX) {
        users.add(List.of(neighbour(one, one.from())));
      } else if (one.lineCount() > 0 && one.from() == module.id() && used.size() < ITEM_COUNT_MAX) {
        used.add(List.of(neighbour(one, one.to())));
      }
    }
    List<Block> blocks = new ArrayList<>();
    addList(blocks, "Used by:", users);
    addList(blocks, "Uses:", used);
    if (!blocks.isEmpty()) {
      sections.add(new Page.Section("Who uses it, what it uses", blocks));
    }
  }

  private static void addList(List<Block> blocks, String title, List<List<Sentence>> items) {
    if (!items.isEmpty()) {
      blocks.add(new Block.Paragraph(List.of(Sentence.of(title))));
      blocks.add(new Block.Items(false, items));
    }
  }

  private Sentence neighbour(ModuleDependency dependency, int other) {
    Say say = new Say();
    Optional<PlannedPage> page = repository.plan().pageOf(other);
    boolean own = page.isPresent() && page.get().module() == other;
    if (own) {
      say.page(page.get().slug(), page.get().title());
    } else {
      say.strong(repository.title(other));
    }
    say.then(" (" + English.count(dependency.lineCount(), "line", "lines") + "): ");
    Set<String> names = new LinkedHashSet<>();
    for (CrossingLine line : dependency.strongest()) {
      String name = repository.graph().qualifiedName(line.target());
      names.add(
          name.equals("default")
              ? fileName(repository.graph().symbol(line.target()).file())
              : name);
      say.by(repository.line(line.file(), line.line()));
    }
    return say.codes(names.stream().limit(3).toList()).end(".");
  }

  private void files(CodeModule module, List<Page.Section> sections) {
    List<Integer> files = new ArrayList<>(module.files());
    files.sort(
        Comparator.comparingDouble((Integer file) -> -importance(file))
            .thenComparingInt(file -> file));
    List<List<Sentence>> rows = new ArrayList<>();
    for (int file : files.subList(0, Math.min(FILE_COUNT_MAX, files.size()))) {
      Optional<Evidence> whole = repository.whole(file);
      if (whole.isPresent()) {
        rows.add(row(module, file, whole.get()));
      }
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Table(List.of("File", "Lines", "Defines"), rows));
    int rest = files.size() - rows.size();
    if (rest > 0) {
      blocks.add(
          new Block.Paragraph(
              List.of(
                  Sentence.of(
                      English.countAtStart(
                              rest,
                              "smaller or less used file is",
                              "smaller or less used files are")
                          + " not listed."))));
    }
    sections.add(new Page.Section("Files", blocks));
  }

  private List<Sentence> row(CodeModule module, int file, Evidence whole) {
    String path = repository.graph().path(file);
    boolean below = !module.folder().isEmpty() && path.startsWith(module.folder() + "/");
    String shown = below ? path.substring(module.folder().length() + 1) : path;
    List<GraphSymbol> key = repository.keySymbols(List.of(file), Integer.MAX_VALUE);
    List<String> all = key.stream().map(GraphSymbol::name).distinct().toList();
    List<String> names = all.subList(0, Math.min(3, all.size()));
    Say defines = new Say();
    if (names.isEmpty()) {
      defines.then(repository.isParsed(file) ? "no definitions of its own" : "not parsed");
    } else if (all.size() == names.size()) {
      defines.codes(names);
    } else {
      names.forEach(name -> defines.code(name).then(name.equals(names.getLast()) ? "" : ", "));
      defines.then(" and " + English.number(all.size() - names.size()) + " more");
    }
    key.stream().limit(3).forEach(symbol -> defines.by(repository.head(symbol)));
    return List.of(
        new Say().code(shown).by(whole).end(),
        Sentence.of(English.digits(repository.graph().lineCount(file))),
        defines.end());
  }

  private double importance(int file) {
    double sum = 0;
    for (int id = repository.graph().firstSymbol(file);
        id < repository.graph().endSymbol(file);
        id++) {
      sum += repository.graph().importance(id);
    }
    return sum;
  }

  private void tests(CodeModule module, List<Page.Section> sections) {
    Map<Integer, GraphEdge> firstLine = new TreeMap<>();
    Map<Integer, Integer> counts = new TreeMap<>();
    for (GraphSymbol symbol : repository.keySymbols(module.files(), Integer.MAX_VALUE)) {
      for (GraphEdge edge : repository.graph().incoming(symbol.id())) {
        if (repository.graph().role(edge.sourceFile()) == FileRole.TEST) {
          firstLine.putIfAbsent(edge.sourceFile(), edge);
          counts.merge(edge.sourceFile(), 1, Integer::sum);
        }
      }
    }
    if (firstLine.isEmpty()) {
      return;
    }
    List<Integer> files = new ArrayList<>(firstLine.keySet());
    files.sort(
        Comparator.comparingInt((Integer file) -> -counts.getOrDefault(file, 0))
            .thenComparingInt(file -> file));
    List<Integer> shown = files.subList(0, Math.min(4, files.size()));
    Say say = Say.text(English.countAtStart(files.size(), "test file names", "test files name"));
    say.then(" what this module defines");
    say.then(files.size() == 1 ? ": " : shown.size() < files.size() ? ", most often " : ": ");
    say.codes(shown.stream().map(this::fileName).toList());
    for (int file : shown) {
      Optional.ofNullable(firstLine.get(file))
          .ifPresent(edge -> say.by(repository.line(file, edge.line())));
    }
    sections.add(new Page.Section("Tests", List.of(new Block.Paragraph(List.of(say.end("."))))));
  }

  private String fileName(int file) {
    String path = repository.graph().path(file);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void inside(PlannedPage planned, List<Page.Section> sections) {
    List<PlannedPage> below = PageGraph.below(repository, planned.slug());
    if (below.isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    new ModuleMap(repository, new PageGraph(repository, below))
        .diagram(Diagram.Kind.MODULE_MAP, "Parts of " + planned.title())
        .ifPresent(diagram -> blocks.add(new Block.Figure(diagram)));
    blocks.add(new Block.Items(false, below.stream().map(this::item).toList()));
    sections.add(new Page.Section("The parts inside", blocks));
  }

  /** One line about a page: its link, its size, what it says of itself. */
  List<Sentence> item(PlannedPage page) {
    List<Sentence> result = new ArrayList<>();
    Say say = new Say().page(page.slug(), page.title());
    if (page.module() < 0) {
      say.then(" gathers " + English.count(page.folded().size(), "small part", "small parts"));
      return List.of(say.end("."));
    }
    CodeModule module = repository.graph().modules().get(page.module());
    if (module.files().isEmpty()) {
      int parts = PageGraph.below(repository, page.slug()).size() + page.folded().size();
      List<String> names =
          PageGraph.below(repository, page.slug()).stream().map(PlannedPage::title).toList();
      say.then(" holds " + English.count(parts, "part", "parts"));
      if (names.isEmpty()) {
        return List.of(say.end("."));
      }
      List<String> shown = names.subList(0, Math.min(4, names.size()));
      say.then(shown.size() == parts ? ": " : ", among them ");
      return List.of(say.end(English.list(shown) + "."));
    }
    say.then(" (" + English.count(module.files().size(), "file", "files") + "):");
    result.add(say.end());
    result.addAll(purposes.sentences(module));
    return result;
  }

  private void folded(PlannedPage planned, List<Page.Section> sections) {
    List<List<Sentence>> items = new ArrayList<>();
    for (int id : planned.folded()) {
      CodeModule module = repository.graph().modules().get(id);
      if (items.size() < FOLDED_COUNT_MAX) {
        List<Sentence> item = new ArrayList<>();
        item.add(
            new Say()
                .strong(module.key())
                .then(" (" + English.count(module.files().size(), "file", "files") + "):")
                .end());
        item.addAll(purposes.sentences(module));
        items.add(item);
      }
    }
    if (items.isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Items(false, items));
    int rest = planned.folded().size() - items.size();
    if (rest > 0) {
      blocks.add(
          new Block.Paragraph(
              List.of(
                  Sentence.of(
                      English.countAtStart(rest, "further part is", "further parts are")
                          + " not described."))));
    }
    sections.add(new Page.Section("Also in this area", blocks));
  }
}
