package ai.wikibuilder.pages.overview;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.languages.CodeFiles;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Calls;
import ai.wikibuilder.pages.material.Examples;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.walks.HeaderFunctions;
import ai.wikibuilder.pages.walks.Walks;
import ai.wikibuilder.pages.walks.WaysIn;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells where to begin reading, in which order, and why each step stands where it does. */
final class ReadingOrder {
  /** Steps of the reading order. */
  private static final int STEP_COUNT_MAX = 6;

  /** Definitions among which the repository's namesake is looked for. */
  private static final int LOOK_COUNT_MAX = 400;

  /** A language with less of what the first one has is no language to begin in. */
  private static final double LANGUAGE_SHARE_MIN = 0.25;

  /** A shorter definition is a marker, not a place to begin. */
  private static final int LINE_COUNT_MIN = 30;

  /** Functions of the headers of a library that are steps. */
  private static final int CALLED_COUNT_MAX = 3;

  /** A shorter function that is called from so many lines helps all others and tells of none. */
  private static final int HELPER_LINE_COUNT_MAX = 15;

  private static final int HELPER_USE_COUNT_MIN = 30;

  /** Names that frameworks give: many functions have them, and they tell nothing. */
  private static final Set<String> NAMELESS =
      Set.of(
          "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "default", "handler", "main");

  /** Code of others that is kept in the repository is no place to begin. */
  private static final Pattern TAKEN_OVER =
      Pattern.compile(
          "(?i)(?:.*/)?(?:externals?|extern|third[-_]?party|3rdparty|vendored|_vendor|vendor|contrib|polyfills?)/");

  /** A longer value is data, or a whole program in one name. */
  private static final int VALUE_LINE_COUNT_MAX = 300;

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;
  private final Programs programs;
  private final WaysIn waysIn;
  private final Set<String> languages;

  ReadingOrder(Material material, Programs programs) {
    this.material = material;
    this.programs = programs;
    this.repository = material.repository();
    this.graph = repository.graph();
    this.waysIn = new WaysIn(repository);
    this.languages = languages();
  }

  /** The languages that much of the code is written in: others are glue. */
  private Set<String> languages() {
    Map<String, Long> lines = new HashMap<>();
    for (int file = 0; file < graph.fileCount(); file++) {
      if (repository.isMain(file) && graph.moduleOf(file) >= 0) {
        lines.merge(
            CodeFiles.displayName(graph.path(file), graph.language(file)),
            (long) graph.lineCount(file),
            Long::sum);
      }
    }
    long most = lines.values().stream().mapToLong(count -> count).max().orElse(0);
    return lines.entrySet().stream()
        .filter(entry -> entry.getValue() >= most * LANGUAGE_SHARE_MIN)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The example first, then where it starts, then what the rest leans on, one for each file. */
  Optional<Page.Section> section() {
    List<List<Sentence>> items = new ArrayList<>();
    Set<Integer> files = new HashSet<>();
    new Examples(material).first().ifPresent(example -> items.add(List.of(example(example))));
    start()
        .ifPresent(symbol -> {
          files.add(symbol.file());
          items.add(step(hasSeveralPrograms() ? "reading.start.one" : "reading.start", symbol));
        });
    if (files.isEmpty()) {
      new PackageEntry(material)
          .find()
          .ifPresent(symbol -> {
            files.add(symbol.file());
            items.add(step("reading.package", symbol));
          });
    }
    namesake()
        .filter(symbol -> files.add(symbol.file()))
        .ifPresent(symbol -> items.add(step("reading.type", symbol)));
    if (files.isEmpty()) {
      called(items, files);
    }
    for (GraphSymbol symbol : new Walks(material).mainPath()) {
      boolean named =
          !NAMELESS.contains(symbol.name())
              && !waysIn.isWorkOnIt(symbol.path())
              && !isHelper(symbol);
      if (named && items.size() < STEP_COUNT_MAX - 2 && files.add(symbol.file())) {
        items.add(step("reading.path", symbol));
      }
    }
    leanedOn(items, files);
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Page.Section(
                repository.words().text("heading.reading"), List.of(new Block.Items(true, items))));
  }

  /** Whether a definition is the repository's own and is used or has something in it. */
  private boolean isReadable(GraphSymbol symbol) {
    boolean own =
        !TAKEN_OVER.matcher(symbol.path()).lookingAt()
            && languages.contains(
                CodeFiles.displayName(symbol.path(), graph.language(symbol.file())));
    boolean value = !symbol.kind().isType() && !symbol.kind().isCallable();
    return own
        && !(value && symbol.endLine() - symbol.startLine() > VALUE_LINE_COUNT_MAX)
        && !waysIn.isWorkOnIt(symbol.path())
        && (isLong(symbol) || material.calls().usage(symbol).lineCount() > 0);
  }

  /** What the rest leans on, of each name and each file the first. */
  private void leanedOn(List<List<Sentence>> items, Set<Integer> files) {
    Set<String> names = new HashSet<>();
    List<GraphSymbol> key = new ArrayList<>(material.keySymbols(STEP_COUNT_MAX * 4));
    // what no other file names comes after all that some do, however long it is
    key.sort(Comparator.comparing(symbol -> material.calls().usage(symbol).lineCount() == 0));
    for (GraphSymbol symbol : key) {
      boolean wanted =
          items.size() < STEP_COUNT_MAX
              && isReadable(symbol)
              && !(symbol.kind().isCallable() && isHelper(symbol))
              && !names.contains(symbol.name());
      if (wanted && files.add(symbol.file())) {
        names.add(symbol.name());
        items.add(step(symbol.kind().isCallable() ? "reading.function" : "reading.type", symbol));
      }
    }
  }

  /** What a library of C is called for, where it is done. */
  private void called(List<List<Sentence>> items, Set<Integer> files) {
    HeaderFunctions functions = new HeaderFunctions(repository);
    for (GraphSymbol declared : functions.mostCalled()) {
      if (!items.isEmpty() && items.size() >= CALLED_COUNT_MAX) {
        return;
      }
      functions
          .definition(declared)
          .filter(symbol -> files.add(symbol.file()))
          .ifPresent(symbol -> {
            Phrase phrase =
                repository
                    .say("reading.called")
                    .code("name", symbol.name())
                    .text("akind", repository.words().text("akind." + symbol.kind().label()))
                    .count("lines", symbol.endLine() - symbol.startLine() + 1)
                    .count("uses", functions.lineCount(declared))
                    .by(repository.definition(symbol))
                    .by(repository.head(declared));
            repository
                .pageOfFile(symbol.file())
                .ifPresent(page -> phrase.page("page", page.slug(), page.title()));
            List<Sentence> said = new ArrayList<>(List.of(phrase.end()));
            repository
                .doc(symbol)
                .ifPresent(words ->
                    said.add(
                        repository
                            .say("says")
                            .quote("quote", words.text())
                            .by(words.evidence())
                            .end()));
            items.add(said);
          });
    }
  }

  private boolean isHelper(GraphSymbol symbol) {
    return symbol.endLine() - symbol.startLine() < HELPER_LINE_COUNT_MAX
        && material.calls().usage(symbol).lineCount() >= HELPER_USE_COUNT_MIN;
  }

  /** Whether a definition has enough in it to be read though nothing names it. */
  private static boolean isLong(GraphSymbol symbol) {
    return symbol.endLine() - symbol.startLine() >= LINE_COUNT_MIN;
  }

  /** The type that is called what the repository is called. */
  private Optional<GraphSymbol> namesake() {
    Set<String> names = new HashSet<>();
    repository.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return material.keySymbols(LOOK_COUNT_MAX).stream()
        .filter(symbol -> symbol.kind().isType())
        .filter(symbol -> names.contains(symbol.name().toLowerCase(Locale.ROOT)))
        .filter(this::isReadable)
        .findFirst();
  }

  private Sentence example(Examples.Example example) {
    return repository
        .say("reading.example")
        .code("document", example.evidence().path())
        .codes("names", example.names(), 3)
        .by(example.evidence())
        .end();
  }

  /** The function the program starts with: of several that of the main one. */
  private Optional<GraphSymbol> start() {
    return waysIn.ofProduct().stream()
        .filter(Programs::startsAlone)
        .filter(entry -> graph.moduleOf(graph.file(entry.path())) >= 0)
        .min(programs.order())
        .filter(entry -> entry.symbol() >= 0)
        .map(entry -> graph.symbol(graph.firstSymbol(graph.file(entry.path())) + entry.symbol()));
  }

  private boolean hasSeveralPrograms() {
    return waysIn.ofProduct().stream().filter(Programs::startsAlone).limit(2).count() > 1;
  }

  private List<Sentence> step(String key, GraphSymbol symbol) {
    List<Sentence> result = new ArrayList<>();
    int lines = symbol.endLine() - symbol.startLine() + 1;
    Calls.Usage usage = material.calls().usage(symbol);
    Phrase phrase =
        repository
            .say(key)
            .code("name", graph.qualifiedName(symbol.id()))
            .text("akind", repository.words().text("akind." + symbol.kind().label()))
            .count("lines", lines)
            .by(repository.definition(symbol));
    if (usage.lineCount() > 1) {
      phrase.count("uses", usage.lineCount());
      usage.places().values().stream()
          .limit(2)
          .forEach(edge -> phrase.by(repository.line(edge.sourceFile(), edge.line())));
    }
    repository
        .pageOfFile(symbol.file())
        .ifPresent(page -> phrase.page("page", page.slug(), page.title()));
    result.add(phrase.end());
    shortest(symbol).ifPresent(result::add);
    repository
        .doc(symbol)
        .ifPresent(words ->
            result.add(
                repository.say("says").quote("quote", words.text()).by(words.evidence()).end()));
    return result;
  }

  /** Of the implementations of an interface the one to read first. */
  private Optional<Sentence> shortest(GraphSymbol symbol) {
    List<GraphSymbol> found = new ArrayList<>();
    if (isContract(symbol)) {
      material
          .calls()
          .builtOn(symbol)
          .values()
          .forEach(edge -> found.add(graph.symbol(edge.source())));
    }
    found.removeIf(ReadingOrder::isContract);
    found.sort(
        Comparator.comparingInt((GraphSymbol one) -> one.endLine() - one.startLine())
            .thenComparingInt(GraphSymbol::id));
    return found.size() < 2
        ? Optional.empty()
        : Optional.of(
            repository
                .say("reading.shortest")
                .count("count", found.size())
                .code("name", graph.qualifiedName(found.getFirst().id()))
                .by(repository.definition(found.getFirst()))
                .end());
  }

  private static boolean isContract(GraphSymbol symbol) {
    return symbol.kind() == SymbolKind.INTERFACE || symbol.kind() == SymbolKind.TRAIT;
  }
}
