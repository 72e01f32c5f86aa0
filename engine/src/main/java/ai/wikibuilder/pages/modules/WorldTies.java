package ai.wikibuilder.pages.modules;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.TableUses;
import ai.wikibuilder.pages.surface.StatedComment;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tells what ties a module to the world: ways in, settings, tables. For one thread. */
final class WorldTies {
  /** Names in one list. */
  private static final int NAME_COUNT_MAX = 6;

  /** Settings told one by one, with their default and what is written beside them. */
  private static final int SETTING_COUNT_MAX = 4;

  /** Lines below its name that a value is looked for in: the arguments of one call. */
  private static final int VALUE_LINE_COUNT_MAX = 8;

  /** A longer value is left to its file. */
  private static final int VALUE_LENGTH_MAX = 60;

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;
  private final Map<Integer, List<EntryPoint>> entries;
  private final Map<Integer, List<Setting>> settings;
  private final Map<String, List<Setting>> stated = new HashMap<>();

  WorldTies(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.graph = repository.graph();
    this.entries = byModule(graph.entryPoints(), EntryPoint::path);
    this.settings = byModule(graph.settings(), Setting::path);
    for (Setting setting : graph.settings()) {
      if (setting.use() == Setting.Use.STATED) {
        stated.computeIfAbsent(setting.name(), _ -> new ArrayList<>()).add(setting);
      }
    }
  }

  private <T> Map<Integer, List<T>> byModule(List<T> all, Function<T, String> path) {
    Map<Integer, List<T>> result = new HashMap<>();
    for (T one : all) {
      int file = graph.file(path.apply(one));
      if (file >= 0 && graph.moduleOf(file) >= 0) {
        result.computeIfAbsent(graph.moduleOf(file), _ -> new ArrayList<>()).add(one);
      }
    }
    return result;
  }

  List<Sentence> sentences(PlannedPage planned, CodeModule module) {
    List<Sentence> world = new ArrayList<>();
    entryPoints(planned, module, world);
    settings(planned, module, world);
    tables(module, world);
    statements(planned, module, world);
    return world;
  }

  private void entryPoints(PlannedPage planned, CodeModule module, List<Sentence> world) {
    Map<EntryPoint.Kind, List<EntryPoint>> found = new LinkedHashMap<>();
    for (EntryPoint entry : entries.getOrDefault(module.id(), List.of())) {
      found.computeIfAbsent(entry.kind(), _ -> new ArrayList<>()).add(entry);
    }
    found.forEach((kind, entries) -> {
      Phrase phrase =
          repository
              .say("world." + kind.name().toLowerCase(Locale.ROOT))
              .strong("module", planned.title())
              .count("count", entries.size())
              .codes(
                  "names",
                  entries.stream().map(EntryPoint::name).distinct().toList(),
                  NAME_COUNT_MAX);
      entries.forEach(
          entry -> phrase.by(repository.lines(entry.path(), entry.line(), entry.line())));
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
    if (found.isEmpty()) {
      return;
    }
    Phrase phrase =
        repository
            .say("world.settings")
            .strong("module", planned.title())
            .count("count", found.size())
            .codes("names", List.copyOf(found.keySet()), NAME_COUNT_MAX);
    found.values().forEach(one -> phrase.by(line(one)));
    world.add(phrase.end());
    if (found.size() <= SETTING_COUNT_MAX) {
      found.values().forEach(one -> value(one).ifPresent(world::add));
    }
  }

  private Optional<ai.wikibuilder.pages.Evidence> line(Setting setting) {
    return repository.lines(setting.path(), setting.line(), setting.line());
  }

  /** From where a setting is named to where its value stands, which may be lines below. */
  private Optional<ai.wikibuilder.pages.Evidence> valueLines(Setting setting) {
    String value = setting.value().orElse("");
    SourceText text = repository.text(setting.path()).orElse(SourceText.of(""));
    int last = Math.min(text.lineCount(), setting.line() + VALUE_LINE_COUNT_MAX);
    for (int line = setting.line(); line <= last; line++) {
      if (text.lines(line, line).contains(value)) {
        return repository.lines(setting.path(), setting.line(), line);
      }
    }
    return Optional.empty();
  }

  /** What a setting is where nobody changes it, with the words beside it. */
  private Optional<Sentence> value(Setting read) {
    List<Setting> places = new ArrayList<>(stated.getOrDefault(read.name(), List.of()));
    places.add(read);
    Optional<Setting> valued =
        places.stream()
            .filter(one ->
                one.value()
                    .filter(value ->
                        !value.isBlank()
                            && value.length() <= VALUE_LENGTH_MAX
                            && !value.contains("${"))
                    .isPresent())
            .findFirst();
    Optional<ai.wikibuilder.pages.Evidence> shown = valued.flatMap(this::valueLines);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    Optional<StatedComment> comment = StatedComment.first(repository, places);
    Phrase phrase =
        repository
            .say("world.value")
            .code("setting", read.name())
            .code("value", valued.get().value().orElseThrow())
            // first what holds the value: a page with too many marks keeps the first of each
            .by(shown)
            .by(valued.get().equals(read) ? shown : line(read));
    comment.ifPresent(words -> phrase.quote("comment", words.text()).by(words.lines()));
    return Optional.of(phrase.end());
  }

  private void tables(CodeModule module, List<Sentence> world) {
    List<Table> found = new ArrayList<>();
    for (Table table : graph.tables()) {
      int file = graph.file(table.path());
      if (file >= 0 && graph.moduleOf(file) == module.id()) {
        found.add(table);
      }
    }
    if (!found.isEmpty()) {
      Phrase phrase =
          repository
              .say("world.tables")
              .count("count", found.size())
              .codes("names", found.stream().map(Table::name).toList(), NAME_COUNT_MAX);
      found.forEach(one -> phrase.by(repository.lines(one.path(), one.line(), one.line())));
      world.add(phrase.end());
    }
  }

  /** Which tables its own statements read and write, or those of who fills in its interfaces. */
  private void statements(PlannedPage planned, CodeModule module, List<Sentence> world) {
    List<TableUses.Use> own = material.tables().in(module.id());
    if (!own.isEmpty()) {
      world.add(used(repository.say("world.statements"), planned, own));
      return;
    }
    for (int file : module.files()) {
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        GraphSymbol symbol = graph.symbol(id);
        List<TableUses.Use> through = through(symbol);
        if (!through.isEmpty()) {
          world.add(
              used(repository.say("world.through").code("type", symbol.name()), planned, through));
          return;
        }
      }
    }
  }

  private List<TableUses.Use> through(GraphSymbol symbol) {
    List<TableUses.Use> result = new ArrayList<>();
    if (symbol.kind() == SymbolKind.INTERFACE || symbol.kind() == SymbolKind.TRAIT) {
      Set<Integer> files = new LinkedHashSet<>();
      for (GraphEdge edge : material.calls().builtOn(symbol).values()) {
        files.add(edge.sourceFile());
      }
      material.tables().all().stream()
          .filter(use -> files.contains(use.function().file()))
          .forEach(result::add);
    }
    return result;
  }

  private Sentence used(Phrase phrase, PlannedPage planned, List<TableUses.Use> uses) {
    Set<String> written = new LinkedHashSet<>();
    Set<String> read = new LinkedHashSet<>();
    uses.forEach(use -> (use.writes() ? written : read).add(use.table()));
    phrase.strong("module", planned.title()).by(material.tables().lines(uses));
    if (!written.isEmpty()) {
      phrase.codes("written", List.copyOf(written), NAME_COUNT_MAX);
    }
    if (!read.isEmpty()) {
      phrase.codes("read", List.copyOf(read), NAME_COUNT_MAX);
    }
    return phrase.end();
  }
}
