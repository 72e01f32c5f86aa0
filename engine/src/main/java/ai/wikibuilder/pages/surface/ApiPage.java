package ai.wikibuilder.pages.surface;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.walks.ShownHeaders;
import ai.wikibuilder.pages.walks.WaysIn;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the page about routes, commands, schedules and exported names. For one thread. */
public final class ApiPage {
  /** Commands, programs or schedules told one by one. */
  private static final int ITEM_COUNT_MAX = 20;

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;
  private final Handlers handlers;
  private final Map<EntryPoint.Kind, List<EntryPoint>> entries =
      new EnumMap<>(EntryPoint.Kind.class);

  public ApiPage(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.graph = repository.graph();
    this.handlers = new Handlers(repository);
    for (EntryPoint entry : graph.entryPoints()) {
      if (repository.isMain(graph.file(entry.path()))) {
        entries.computeIfAbsent(entry.kind(), _ -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** Without a section when nothing can be entered and nothing is exported. */
  public Page page(PlannedPage planned) {
    List<Page.Section> sections = new ArrayList<>();
    new RouteTables(material, handlers).sections(of(EntryPoint.Kind.ROUTE), sections);
    items(sections, "heading.commands.own", EntryPoint.Kind.COMMAND, "api.command");
    items(sections, "heading.programs", EntryPoint.Kind.MAIN, "api.program");
    items(sections, "heading.jobs", EntryPoint.Kind.SCHEDULED, "api.job");
    if (isLibrary()) {
      // what people run beside a library comes after what they use of it
      int at = new ShownHeaders(repository).paths().isEmpty() ? sections.size() : 0;
      new Exports(material)
          .section(of(EntryPoint.Kind.EXPORT))
          .ifPresent(section -> sections.add(at, section));
    }
    if (!sections.isEmpty()) {
      sections.addFirst(new Page.Section("", List.of(new Block.Paragraph(List.of(opening())))));
    }
    return new Page(
        planned.slug(),
        planned.title(),
        planned.parent(),
        repository.words().text("summary.api"),
        sections);
  }

  /** Whether other code uses it by name: it says so, or nothing in it starts by itself. */
  private boolean isLibrary() {
    boolean program =
        new WaysIn(repository)
            .ofProduct().stream()
                .anyMatch(entry -> entry.kind() == EntryPoint.Kind.MAIN && entry.symbol() >= 0);
    return !of(EntryPoint.Kind.EXPORT).isEmpty()
        || (!program && of(EntryPoint.Kind.ROUTE).isEmpty());
  }

  /**
   * Whether what starts in a library is no way to what it offers: tools of those who work on it.
   */
  private boolean onlyBeside() {
    return isLibrary()
        && new WaysIn(repository)
            .ofProduct().stream().allMatch(entry -> entry.kind() == EntryPoint.Kind.SCRIPT)
        && entries.keySet().stream()
            .allMatch(kind -> kind == EntryPoint.Kind.MAIN || kind == EntryPoint.Kind.SCRIPT);
  }

  private List<EntryPoint> of(EntryPoint.Kind kind) {
    return entries.getOrDefault(kind, List.of());
  }

  private Sentence opening() {
    List<ai.wikibuilder.pages.Inline> ways = new ArrayList<>();
    Phrase phrase = repository.say(onlyBeside() ? "api.library.beside" : "api");
    for (EntryPoint.Kind kind : EntryPoint.Kind.values()) {
      List<EntryPoint> found = new ArrayList<>(of(kind));
      if (kind == EntryPoint.Kind.SCRIPT) {
        // those for work on it are no way from outside, and the page lists none of them
        found.retainAll(new WaysIn(repository).ofProduct());
      }
      if (!found.isEmpty()) {
        String key = "api.count." + kind.name().toLowerCase(java.util.Locale.ROOT);
        String words = repository.say(key).count("count", found.size()).plainWords();
        ways.add(new ai.wikibuilder.pages.Inline.Plain(words));
        EntryPoint first = found.getFirst();
        phrase.by(repository.lines(first.path(), first.line(), first.line()));
      }
    }
    return ways.isEmpty()
        ? repository.words().plain("api.library")
        : phrase.list("ways", ways).end();
  }

  private void items(
      List<Page.Section> sections, String heading, EntryPoint.Kind kind, String key) {
    List<List<Sentence>> items = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (EntryPoint entry : of(kind)) {
      if (items.size() < ITEM_COUNT_MAX && seen.add(entry.name() + entry.path())) {
        items.add(item(entry, key));
      }
    }
    if (items.isEmpty()) {
      return;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Items(false, items));
    int rest = of(kind).size() - items.size();
    if (rest > 0) {
      blocks.add(
          new Block.Paragraph(List.of(repository.say("api.rest").count("count", rest).end())));
    }
    sections.add(new Page.Section(repository.words().text(heading), blocks));
  }

  private List<Sentence> item(EntryPoint entry, String key) {
    List<Sentence> result = new ArrayList<>();
    Optional<GraphSymbol> handler = handlers.of(entry);
    boolean whole = Repository.fileName(entry.path()).equals(entry.name());
    Phrase phrase =
        repository
            .say(key)
            .code("name", whole ? entry.path() : entry.name())
            .by(repository.lines(entry.path(), entry.line(), entry.line()));
    if (!whole) {
      phrase.code("file", entry.path());
    }
    handler
        .filter(symbol -> !graph.qualifiedName(symbol.id()).equals(entry.name()))
        .ifPresent(symbol ->
            phrase.code("handler", shown(entry, symbol)).by(repository.definition(symbol)));
    result.add(phrase.end());
    handler
        .flatMap(repository::doc)
        .or(() ->
            entry.kind() == EntryPoint.Kind.COMMAND
                ? StatedHelp.of(repository, entry)
                : Optional.empty())
        .or(() -> whole ? material.purposes().ofFile(entry.path()) : Optional.empty())
        .ifPresent(words ->
            result.add(
                repository.say("says").quote("quote", words.text()).by(words.evidence()).end()));
    if (entry.kind() == EntryPoint.Kind.COMMAND) {
      options(entry).ifPresent(result::add);
    }
    if (entry.kind() == EntryPoint.Kind.SCHEDULED) {
      result.addAll(new Schedules(material).of(entry, handler));
    }
    return result;
  }

  /** Options that stand in the handler, right above it, or are given to what holds the command. */
  private Optional<Sentence> options(EntryPoint entry) {
    int last = handlers.of(entry).map(GraphSymbol::endLine).orElse(entry.line());
    CommandOptions options = new CommandOptions(repository, entry);
    Set<String> names = new LinkedHashSet<>();
    Phrase phrase = repository.say("api.options");
    for (Setting setting : graph.settings()) {
      boolean near =
          setting.kind() == Setting.Kind.OPTION
              && setting.path().equals(entry.path())
              && ((setting.line() >= entry.line() && setting.line() <= last)
                  || options.isGiven(setting));
      if (near && names.add(setting.name())) {
        phrase.by(repository.lines(setting.path(), setting.line(), setting.line()));
      }
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(phrase.codes("names", List.copyOf(names), 8).end());
  }

  /** Many types are called {@code Options}: what the line writes tells which. */
  private String shown(EntryPoint entry, GraphSymbol symbol) {
    boolean written = entry.symbol() < 0 && entry.handler().endsWith("." + symbol.name());
    return written ? entry.handler() : graph.qualifiedName(symbol.id());
  }
}
