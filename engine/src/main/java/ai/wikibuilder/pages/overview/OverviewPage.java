package ai.wikibuilder.pages.overview;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.manifests.Fact;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.building.Commands;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.ModuleMap;
import ai.wikibuilder.pages.material.PageGraph;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.modules.Parts;
import ai.wikibuilder.pages.modules.TopicPage;
import ai.wikibuilder.pages.pictures.DocumentPictures;
import ai.wikibuilder.pages.surface.Handlers;
import ai.wikibuilder.pages.surface.RequiredSettings;
import ai.wikibuilder.pages.walks.WaysIn;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.KeyDocument;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the first page. For one thread. */
public final class OverviewPage {
  /** Entry points named on the first page. */
  private static final int ENTRY_COUNT_MAX = 8;

  /** Entry points of one kind named on the first page. */
  private static final int ENTRY_OF_KIND_COUNT_MAX = 4;

  /** Parts listed; the tree of pages has all. */
  private static final int PART_COUNT_MAX = 16;

  /** Images of the README shown. */
  private static final int PICTURE_COUNT_MAX = 4;

  private final Material material;
  private final Repository repository;
  private final Introduction introduction;
  private final Programs programs;
  private final Handlers handlers;
  private final Map<String, Long> linesByLanguage;

  /**
   * @param linesByLanguage lines by display name, most first
   */
  public OverviewPage(Material material, Map<String, Long> linesByLanguage) {
    this.material = material;
    this.repository = material.repository();
    this.linesByLanguage = linesByLanguage;
    this.programs = new Programs(material);
    this.handlers = new Handlers(repository);
    this.introduction = new Introduction(material, linesByLanguage);
  }

  /**
   * The first page.
   *
   * @param others the pages there are beside it
   */
  public Page page(PlannedPage planned, List<Page> others) {
    List<Page.Section> sections = new ArrayList<>();
    List<Block> opening = new ArrayList<>();
    introduction.paragraphs().forEach(sentences -> opening.add(new Block.Paragraph(sentences)));
    sections.add(new Page.Section("", opening));
    notes(sections);
    new Commands(repository).section().map(this::withRequired).ifPresent(sections::add);
    execution(sections);
    new ReadingOrder(material, programs).section().ifPresent(sections::add);
    pictures(sections);
    parts(sections);
    FolderTable folders = new FolderTable(material);
    if (material.map().pages().isEmpty() || folders.isMostlyOther()) {
      folders.section().ifPresent(sections::add);
    }
    further(others).ifPresent(sections::add);
    sections.add(new Numbers(repository, linesByLanguage).section());
    return new Page(planned.slug(), planned.title(), planned.parent(), summary(), sections);
  }

  /** With what must be given before a first start. */
  private Page.Section withRequired(Page.Section commands) {
    List<Block> blocks = new ArrayList<>(commands.blocks());
    new RequiredSettings(repository)
        .sentence("command.given")
        .ifPresent(given -> blocks.add(new Block.Paragraph(List.of(given))));
    return new Page.Section(commands.heading(), blocks);
  }

  /** The repository in one sentence. */
  public String summary() {
    return Texts.plain(introduction.lead());
  }

  /** What the repository's README shows. */
  private void pictures(List<Page.Section> sections) {
    repository.plan().documents().stream()
        .filter(document -> document.kind() == KeyDocument.Kind.README)
        .findFirst()
        .map(readme -> new DocumentPictures(repository).of(readme.path(), PICTURE_COUNT_MAX))
        .filter(blocks -> !blocks.isEmpty())
        .ifPresent(blocks -> sections.add(new Page.Section(heading("pictures"), blocks)));
  }

  private void notes(List<Page.Section> sections) {
    List<List<Sentence>> items = new ArrayList<>();
    repository
        .plan()
        .steering()
        .notes()
        .forEach(note -> items.add(List.of(TopicPage.note(repository, note))));
    if (!items.isEmpty()) {
      sections.add(new Page.Section(heading("notes"), List.of(new Block.Items(false, items))));
    }
  }

  private String heading(String key) {
    return repository.words().text("heading." + key);
  }

  private void parts(List<Page.Section> sections) {
    PageGraph graph = material.map();
    if (graph.pages().isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    String title = repository.words().text("map.parts").replace("{name}", repository.name());
    Parts parts = new Parts(material);
    List<List<Sentence>> items = new ArrayList<>();
    List<Inline> rest = new ArrayList<>();
    for (int place = 0; place < graph.pages().size(); place++) {
      PlannedPage page = graph.pages().get(place);
      if (items.size() == PART_COUNT_MAX || parts.saysNothing(page)) {
        rest.add(new Inline.PageLink(page.slug(), page.title()));
      } else {
        List<Sentence> item = new ArrayList<>(parts.item(page));
        centre(graph, place).ifPresent(item::add);
        items.add(item);
      }
    }
    if (!items.isEmpty()) {
      blocks.add(new Block.Items(false, items));
    }
    if (!rest.isEmpty()) {
      Sentence further =
          repository.say("parts.further").count("count", rest.size()).list("parts", rest).end();
      blocks.add(new Block.Paragraph(List.of(further)));
    }
    new ModuleMap(repository, graph)
        .diagram(Diagram.Kind.MODULE_MAP, title)
        .ifPresent(diagram -> blocks.add(new Block.Figure(diagram)));
    sections.add(new Page.Section(heading("parts"), blocks));
  }

  /** The pages across all parts, each with what it answers. */
  private Optional<Page.Section> further(List<Page> others) {
    Map<String, PlannedPage> planned = new HashMap<>();
    repository.plan().pages().forEach(page -> planned.put(page.slug(), page));
    List<List<Sentence>> items = new ArrayList<>();
    for (Page page : others) {
      PlannedPage plan = planned.get(page.slug());
      boolean subject =
          plan != null
              && plan.kind() != PlannedPage.Kind.MODULE
              && plan.kind() != PlannedPage.Kind.AREA;
      if (subject) {
        items.add(
            List.of(
                repository
                    .say("further.item")
                    .page("page", page.slug(), page.title())
                    .text("summary", page.summary())
                    .end()));
      }
    }
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Page.Section(heading("further"), List.of(new Block.Items(false, items))));
  }

  /** The part the others lean on, when it is one of at least three and has 30 % of all lines. */
  private Optional<Sentence> centre(PageGraph graph, int place) {
    int incoming = graph.incomingLineCount(place);
    int all = graph.lineCount();
    boolean most = incoming * 10 >= all * 3 && all >= 10 && graph.pages().size() >= 3;
    for (int other = 0; other < graph.pages().size(); other++) {
      most &= other == place || graph.incomingLineCount(other) < incoming;
    }
    if (!most) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say(incoming == all ? "parts.centre.all" : "parts.centre")
            .count("lines", incoming)
            .count("all", all);
    graph.dependencies().stream()
        .filter(one -> one.to() == place)
        .limit(2)
        .forEach(one -> phrase.by(graph.evidence(one).stream().limit(1).toList()));
    return Optional.of(phrase.end());
  }

  private void execution(List<Page.Section> sections) {
    List<List<Sentence>> items = new ArrayList<>(programs());
    List<EntryPoint> entries = entries();
    int named = 0;
    EntryPoint.Kind kind = EntryPoint.Kind.MAIN;
    int ofKind = 0;
    Set<String> answered = new HashSet<>();
    for (EntryPoint entry : entries) {
      // a handler of every verb is one way in
      if (entry.kind() == EntryPoint.Kind.ROUTE
          && entry.symbol() >= 0
          && !answered.add(entry.path() + " " + entry.symbol() + " " + entry.target())) {
        continue;
      }
      ofKind = entry.kind() == kind ? ofKind + 1 : 1;
      kind = entry.kind();
      if (items.size() < ENTRY_COUNT_MAX && ofKind <= ENTRY_OF_KIND_COUNT_MAX) {
        items.add(List.of(sentence(entry)));
        named++;
      }
    }
    if (items.isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Items(false, items));
    if (entries.size() > named) {
      Sentence rest = repository.say("entries.rest").count("count", entries.size() - named).end();
      blocks.add(new Block.Paragraph(List.of(rest)));
    }
    sections.add(new Page.Section(heading("execution"), blocks));
  }

  private List<EntryPoint> entries() {
    WaysIn waysIn = new WaysIn(repository);
    List<EntryPoint> result = new ArrayList<>(waysIn.ofProduct());
    // of routes those come first whose answer is the repository's own
    Comparator<EntryPoint> elsewhere =
        Comparator.comparing(
            entry -> entry.kind() == EntryPoint.Kind.ROUTE && handlers.of(entry).isEmpty());
    result.sort(
        Comparator.comparing(EntryPoint::kind)
            .thenComparing(programs.order())
            .thenComparing(elsewhere));
    boolean entered = !result.isEmpty();
    // what works on pictures or packages is no way into what has programs
    if (result.stream().anyMatch(entry -> entry.kind() == EntryPoint.Kind.MAIN)) {
      result.removeIf(entry -> entry.kind() == EntryPoint.Kind.SCRIPT);
    }
    List<EntryPoint> beside = new ArrayList<>(waysIn.beside());
    // hooks and packaging are no way into what has one
    beside.removeIf(entry -> entered && entry.kind() == EntryPoint.Kind.SCRIPT);
    beside.sort(Comparator.comparing(EntryPoint::kind));
    result.addAll(beside);
    return result;
  }

  private List<List<Sentence>> programs() {
    List<Map.Entry<Manifest, Fact>> stated = new ArrayList<>();
    for (Manifest manifest : repository.graph().manifests()) {
      if (repository.isMain(repository.graph().file(manifest.path()))) {
        manifest.programs().forEach(program -> stated.add(Map.entry(manifest, program)));
      }
    }
    stated.sort(programs.installed());
    return stated.stream()
        .limit(ENTRY_OF_KIND_COUNT_MAX)
        .map(program -> List.of(installed(program.getKey(), program.getValue())))
        .toList();
  }

  private Sentence installed(Manifest manifest, Fact program) {
    return repository
        .say("entry.program")
        .code("name", program.value())
        .by(repository.lines(manifest.path(), program.line(), program.line()))
        .end();
  }

  private Sentence sentence(EntryPoint entry) {
    CodeGraph graph = repository.graph();
    boolean whole = Repository.fileName(entry.path()).equals(entry.name());
    Phrase phrase =
        repository
            .say("entry." + entry.kind().name().toLowerCase(Locale.ROOT))
            .code("name", whole ? entry.path() : entry.name())
            .by(repository.lines(entry.path(), entry.line(), entry.line()));
    if (!whole) {
      phrase.code("file", entry.path());
    }
    Optional<GraphSymbol> handler = handlers.of(entry);
    handler
        .map(symbol -> graph.qualifiedName(symbol.id()))
        .filter(name -> !name.equals(entry.name()))
        .ifPresent(name -> phrase.code("handler", name));
    int file = handler.map(GraphSymbol::file).orElseGet(() -> graph.file(entry.path()));
    repository.pageOfFile(file).ifPresent(page -> phrase.page("page", page.slug(), page.title()));
    return phrase.end();
  }
}
