package ai.wikibuilder.pages.surface;

import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Examples;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.walks.HeaderFunctions;
import ai.wikibuilder.pages.walks.ShownHeaders;
import ai.wikibuilder.pages.walks.WaysIn;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names that other code can use, the most important first, with their heads and words. */
final class Exports {
  /** Names described. */
  private static final int CARD_COUNT_MAX = 8;

  /** Definitions among which those are looked for. */
  private static final int LOOK_COUNT_MAX = 400;

  /** Names in the list of further ones. */
  private static final int NAME_COUNT_MAX = 24;

  /** Functions that users call most, told before the types they work on. */
  private static final int USED_FIRST_COUNT = 5;

  /** A file that a package manager loads. */
  private static final Pattern BUILT_FILE =
      Pattern.compile("(?:\\./)?[\\w./-]+\\.(?:[cm]?js|d\\.[cm]?ts)");

  /** Where C and C++ keep the headers that others include. */
  private static final Pattern PUBLIC_HEADER = Pattern.compile("(?:.*/)?include/.*");

  private static final Pattern HEADER_OF_C = Pattern.compile("\\.(?:h|hh|hpp|hxx|inl)$");

  private static final Pattern SOURCE_OF_C = Pattern.compile("\\.(?:c|cc|cpp|cxx|m|mm)$");

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;

  Exports(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.graph = repository.graph();
  }

  /** Empty when no definition may be used from outside. */
  Optional<Page.Section> section(List<EntryPoint> exported) {
    Map<String, EntryPoint> names = new LinkedHashMap<>();
    exported.forEach(entry -> names.putIfAbsent(entry.name(), entry));
    withoutFiles(names);
    List<GraphSymbol> offered = offered(plain(names.keySet()));
    if (offered.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    opening(names, blocks);
    firstOfExample(offered);
    List<GraphSymbol> told = offered.subList(0, Math.min(CARD_COUNT_MAX, offered.size()));
    blocks.add(new Block.Symbols(told.stream().map(this::card).toList()));
    List<GraphSymbol> rest = offered.subList(told.size(), offered.size());
    if (!rest.isEmpty()) {
      Phrase phrase =
          repository
              .say("exports.rest")
              .codes(
                  "names",
                  rest.stream().map(GraphSymbol::name).distinct().toList(),
                  NAME_COUNT_MAX);
      rest.stream().limit(4).forEach(symbol -> phrase.by(repository.head(symbol)));
      blocks.add(new Block.Paragraph(List.of(phrase.end())));
    }
    return Optional.of(new Page.Section(repository.words().text("heading.exports"), blocks));
  }

  /** The names, and those of files that are called like what they give out: {@code ./format}. */
  private static Set<String> plain(Set<String> names) {
    Set<String> result = new HashSet<>(names);
    names.stream()
        .filter(name -> name.startsWith("./") && name.indexOf('/', 2) < 0)
        .forEach(name -> result.add(name.substring(2)));
    return result;
  }

  /** A package that names its ways in says more by them than by the files behind them. */
  private static void withoutFiles(Map<String, EntryPoint> names) {
    if (names.keySet().stream().anyMatch(name -> !BUILT_FILE.matcher(name).matches())) {
      names.keySet().removeIf(name -> BUILT_FILE.matcher(name).matches());
    }
  }

  /** What the README's example uses is what people begin with. */
  private void firstOfExample(List<GraphSymbol> offered) {
    List<String> used =
        new Examples(material).first().map(Examples.Example::names).orElse(List.of());
    offered.sort(
        Comparator.comparingInt(symbol ->
            used.contains(symbol.name()) ? used.indexOf(symbol.name()) : Integer.MAX_VALUE));
  }

  /** Those named by an export, else those that are visible to everybody. */
  private List<GraphSymbol> offered(Set<String> names) {
    List<GraphSymbol> result = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<GraphSymbol> all = new ArrayList<>(ofShownHeaders());
    List<GraphSymbol> used = new HeaderFunctions(repository).mostCalled();
    all.addAll(used.subList(0, Math.min(USED_FIRST_COUNT, used.size())));
    all.addAll(material.keySymbols(LOOK_COUNT_MAX));
    all.addAll(used);
    WaysIn ways = new WaysIn(repository);
    Set<String> declared = declared();
    boolean byName = all.stream().filter(symbol -> names.contains(symbol.name())).count() >= 3;
    for (GraphSymbol symbol : all) {
      boolean open = !KeySymbols.isHidden(symbol) && symbol.visibility() != Visibility.INTERNAL;
      boolean header = HEADER_OF_C.matcher(symbol.path()).find();
      if (!declared.isEmpty() && (header || SOURCE_OF_C.matcher(symbol.path()).find())) {
        // two lines in the middle of a name of C say that it is the library's own
        open &= declared.contains(symbol.name()) && !symbol.name().contains("__");
      }
      boolean wanted = byName ? names.contains(symbol.name()) : open;
      boolean inside =
          symbol.path().contains("/internal/")
              || symbol.path().contains("/detail/")
              || symbol.path().startsWith("internal/");
      if (wanted && !inside && !ways.isWorkOnIt(symbol.path()) && seen.add(symbol.name())) {
        result.add(symbol);
      }
    }
    return result;
  }

  /** Functions of a header that people are shown: nothing of the library itself may call them. */
  private List<GraphSymbol> ofShownHeaders() {
    List<GraphSymbol> result = new ArrayList<>();
    for (String path : new ShownHeaders(repository).paths()) {
      int file = graph.file(path);
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        GraphSymbol symbol = graph.symbol(id);
        if (symbol.kind().isCallable() && repository.doc(symbol).isPresent()) {
          result.add(symbol);
        }
      }
    }
    return result;
  }

  /** What the headers of the product name: in C other code sees nothing else. */
  private Set<String> declared() {
    Set<String> names = declared(path -> PUBLIC_HEADER.matcher(path).matches());
    ShownHeaders shown = new ShownHeaders(repository);
    if (names.isEmpty()) {
      names = declared(path -> shown.paths().contains(path) || shown.isBeside(path));
    }
    return names.isEmpty() ? declared(_ -> true) : names;
  }

  private Set<String> declared(Predicate<String> wanted) {
    Set<String> names = new HashSet<>();
    for (int file = 0; file < graph.fileCount(); file++) {
      boolean header = HEADER_OF_C.matcher(graph.path(file)).find();
      if (header && repository.isMain(file) && wanted.test(graph.path(file))) {
        for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
          names.add(graph.symbol(id).name());
        }
      }
    }
    return names;
  }

  private void opening(Map<String, EntryPoint> names, List<Block> blocks) {
    List<Sentence> result = new ArrayList<>();
    if (!names.isEmpty()) {
      Phrase phrase =
          repository
              .say("exports.named")
              .count("count", names.size())
              .codes("names", List.copyOf(names.keySet()), 6);
      names.values().stream()
          .limit(3)
          .forEach(entry -> phrase.by(repository.lines(entry.path(), entry.line(), entry.line())));
      result.add(phrase.end());
    }
    Optional<Examples.Example> example = new Examples(material).first();
    example.ifPresent(found ->
        result.add(
            repository
                .say("exports.example")
                .code("document", found.evidence().path())
                .codes("names", found.names(), 4)
                .by(found.evidence())
                .end()));
    if (!result.isEmpty()) {
      blocks.add(new Block.Paragraph(result));
    }
    example.ifPresent(
        found -> blocks.add(new Block.Excerpt(found.evidence(), found.language(), found.text())));
  }

  private Block.SymbolCard card(GraphSymbol symbol) {
    List<Sentence> facts = new ArrayList<>();
    List<GraphSymbol> methods =
        symbol.kind().isType() ? material.symbols().offered(symbol) : List.of();
    if (!methods.isEmpty()) {
      Phrase phrase =
          repository
              .say("exports.methods")
              .count("count", methods.size())
              .codes("names", methods.stream().map(GraphSymbol::name).toList(), 6);
      methods.stream().limit(4).forEach(method -> phrase.by(repository.head(method)));
      repository
          .pageOfFile(symbol.file())
          .ifPresent(page -> phrase.page("page", page.slug(), page.title()));
      facts.add(phrase.end());
    }
    return new Block.SymbolCard(
        graph.qualifiedName(symbol.id()),
        repository.words().text("kind." + symbol.kind().label()),
        repository.signature(symbol),
        repository.definition(symbol),
        repository
            .doc(symbol)
            .map(words ->
                repository.say("says").quote("quote", words.text()).by(words.evidence()).end()),
        facts);
  }
}
