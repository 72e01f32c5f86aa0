package ai.wikibuilder.pages.material;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the code shows of a module that no words speak of. For one thread. */
final class Derivations {
  /** Programs of one folder that are named. */
  private static final int PROGRAM_NAME_COUNT_MAX = 6;

  /** Routes or interfaces below which they do not characterise a module. */
  private static final int COUNT_MIN = 2;

  /** Places told that use the way in. */
  private static final int PLACE_COUNT_MAX = 2;

  private final Repository repository;
  private final CodeGraph graph;
  private final Calls calls;

  Derivations(Repository repository, Calls calls) {
    this.repository = repository;
    this.graph = repository.graph();
    this.calls = calls;
  }

  /** In this order: routes it answers, interfaces it fills in, the function others use most. */
  List<Sentence> of(CodeModule module) {
    List<Sentence> result = new ArrayList<>();
    routes(module).ifPresent(result::add);
    contracts(module).ifPresent(result::add);
    if (result.isEmpty()) {
      wayIn(module).ifPresent(result::add);
    }
    return result;
  }

  /** The function in which several ways from outside end. */
  Optional<Sentence> endings(CodeModule module) {
    Map<Integer, EntryPoint> handlers = new LinkedHashMap<>();
    for (EntryPoint entry : graph.entryPoints()) {
      int file = graph.file(entry.path());
      if (entry.symbol() >= 0 && file >= 0 && entry.kind() != EntryPoint.Kind.EXPORT) {
        handlers.putIfAbsent(graph.firstSymbol(file) + entry.symbol(), entry);
      }
    }
    for (int file : module.files()) {
      for (int id = graph.firstSymbol(file);
          id < graph.endSymbol(file) && handlers.size() >= COUNT_MIN;
          id++) {
        Optional<Sentence> found = ending(graph.symbol(id), handlers);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Sentence> ending(GraphSymbol symbol, Map<Integer, EntryPoint> handlers) {
    Map<String, GraphEdge> ways = new LinkedHashMap<>();
    Set<EntryPoint.Kind> kinds = new HashSet<>();
    for (GraphEdge edge : calls.usage(symbol).places().values()) {
      boolean called = edge.kind() == ReferenceKind.CALL && symbol.kind().isCallable();
      EntryPoint entry = called ? handlers.get(edge.source()) : null;
      if (entry == null && called && edge.source() >= 0) {
        entry = handlers.get(graph.parent(edge.source()));
      }
      if (entry != null) {
        kinds.add(entry.kind());
        ways.putIfAbsent(entry.name(), edge);
      }
    }
    if (kinds.size() < COUNT_MIN) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("purpose.ending")
            .code("name", graph.qualifiedName(symbol.id()))
            .codes("ways", ways.keySet().stream().limit(3).toList());
    ways.values().stream()
        .limit(3)
        .forEach(edge -> phrase.by(repository.line(edge.sourceFile(), edge.line())));
    return Optional.of(phrase.end());
  }

  private Optional<Sentence> routes(CodeModule module) {
    List<EntryPoint> found = new ArrayList<>();
    for (EntryPoint entry : graph.entryPoints()) {
      int file = graph.file(entry.path());
      if (entry.kind() == EntryPoint.Kind.ROUTE
          && file >= 0
          && graph.moduleOf(file) == module.id()) {
        found.add(entry);
      }
    }
    if (found.size() < COUNT_MIN) {
      return Optional.empty();
    }
    Phrase phrase = repository.say("purpose.routes").count("count", found.size());
    found.forEach(entry -> phrase.by(repository.lines(entry.path(), entry.line(), entry.line())));
    return Optional.of(phrase.end());
  }

  private Optional<Sentence> contracts(CodeModule module) {
    Map<Integer, GraphEdge> found = new LinkedHashMap<>();
    for (int file : module.files()) {
      for (GraphEdge edge : calls.fromFile(file)) {
        GraphSymbol target = graph.symbol(edge.target());
        boolean contract =
            target.kind() == SymbolKind.INTERFACE || target.kind() == SymbolKind.TRAIT;
        boolean away = graph.moduleOf(target.file()) != module.id();
        if (edge.kind() == ReferenceKind.INHERIT && contract && away && edge.source() >= 0) {
          found.putIfAbsent(edge.source(), edge);
        }
      }
    }
    if (found.size() < COUNT_MIN) {
      return Optional.empty();
    }
    GraphSymbol largest = null;
    for (int type : found.keySet()) {
      GraphSymbol symbol = graph.symbol(type);
      boolean larger =
          largest == null
              || symbol.endLine() - symbol.startLine() > largest.endLine() - largest.startLine();
      largest = larger ? symbol : largest;
    }
    if (largest == null) {
      return Optional.empty();
    }
    return Optional.of(
        repository
            .say("purpose.contracts")
            .count("count", found.size())
            .code("largest", largest.name())
            .by(repository.definition(largest))
            .end());
  }

  /** The function that most lines of other modules use. */
  private Optional<Sentence> wayIn(CodeModule module) {
    GraphSymbol best = null;
    int most = 0;
    for (int file : module.files()) {
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        GraphSymbol symbol = graph.symbol(id);
        boolean counts =
            symbol.kind().isCallable()
                && symbol.kind() != SymbolKind.CONSTRUCTOR
                && !KeySymbols.isAccessor(symbol);
        int lines = counts ? outsideLineCount(symbol, module) : 0;
        if (lines > most) {
          most = lines;
          best = symbol;
        }
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("purpose.entry")
            .code("name", Signatures.brief(repository, best))
            .by(repository.definition(best));
    List<String> places = new ArrayList<>();
    for (Map.Entry<String, GraphEdge> place : calls.usage(best).places().entrySet()) {
      boolean away = graph.moduleOf(place.getValue().sourceFile()) != module.id();
      if (away && places.size() < PLACE_COUNT_MAX) {
        places.add(place.getKey());
        phrase.by(repository.line(place.getValue().sourceFile(), place.getValue().line()));
      }
    }
    return places.isEmpty() ? Optional.empty() : Optional.of(phrase.codes("places", places).end());
  }

  private int outsideLineCount(GraphSymbol symbol, CodeModule module) {
    int count = 0;
    for (GraphEdge edge : graph.incoming(symbol.id())) {
      boolean away = graph.moduleOf(edge.sourceFile()) != module.id();
      count += away && repository.isMain(edge.sourceFile()) ? 1 : 0;
    }
    return count;
  }

  /** Of a folder of programs, what they are: helpers inside of them say nothing of the folder. */
  Optional<Sentence> programs(CodeModule module) {
    Map<String, EntryPoint> found = new LinkedHashMap<>();
    Set<Integer> files = new HashSet<>();
    for (EntryPoint entry : graph.entryPoints()) {
      int file = graph.file(entry.path());
      if (entry.kind() == EntryPoint.Kind.MAIN
          && !entry.name().equals("main")
          && file >= 0
          && graph.moduleOf(file) == module.id()) {
        found.putIfAbsent(entry.name(), entry);
        files.add(file);
      }
    }
    if (found.size() < 2 || files.size() * 2 < module.files().size()) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("purpose.programs")
            .count("count", found.size())
            .codes("names", List.copyOf(found.keySet()), PROGRAM_NAME_COUNT_MAX);
    found.values().stream()
        .limit(PROGRAM_NAME_COUNT_MAX)
        .forEach(entry -> phrase.by(repository.lines(entry.path(), entry.line(), entry.line())));
    return Optional.of(phrase.end());
  }
}
