package ai.wikibuilder.pages.modules;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Calls;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.Signatures;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells what a type or a function is: its own words, what it offers, who uses it. */
final class TypeSentences {
  /** Names told in full; beyond that the rest is counted. */
  private static final int NAME_COUNT_MAX = 3;

  /** Constants of an enum told in full. */
  private static final int CONSTANT_COUNT_MAX = 10;

  /** Sentences of one doc comment that are quoted. */
  private static final int SENTENCE_COUNT_MAX = 2;

  /** Parts of a record told in full. */
  private static final int PART_COUNT_MAX = 8;

  /** Methods without words of their own whose callers are told. */
  private static final int CALLED_COUNT_MAX = 2;

  /** Methods told with their own words. */
  private static final int METHOD_COUNT_MAX = 3;

  private final Material material;
  private final Repository repository;

  /** Routes by the function that answers them. */
  private final Map<Integer, String> routeOf = new HashMap<>();

  TypeSentences(Material material) {
    this.material = material;
    this.repository = material.repository();
    for (EntryPoint entry : repository.graph().entryPoints()) {
      int file = repository.graph().file(entry.path());
      if (entry.kind() == EntryPoint.Kind.ROUTE && entry.symbol() >= 0 && file >= 0) {
        routeOf.putIfAbsent(repository.graph().firstSymbol(file) + entry.symbol(), entry.name());
      }
    }
  }

  /**
   * One item of the list of what is in a module.
   *
   * @param detailed whether its methods are told
   */
  List<Sentence> about(GraphSymbol symbol, boolean detailed) {
    List<Sentence> result = new ArrayList<>();
    result.add(itself(symbol));
    answers(symbol).ifPresent(result::add);
    if (symbol.kind().isType() || symbol.kind() == SymbolKind.NAMESPACE) {
      parts(symbol).ifPresent(result::add);
      constants(symbol).ifPresent(result::add);
      builtOn(symbol).ifPresent(result::add);
      if (detailed) {
        methods(symbol, result);
      }
    }
    usage(symbol).ifPresent(result::add);
    material
        .reasons()
        .ofType(symbol.name())
        .ifPresent(words ->
            result.add(
                repository
                    .say("type.reason")
                    .quote("quote", words.text())
                    .by(words.evidence())
                    .end()));
    return result;
  }

  /** The request a function answers: handlers of one name stand in many modules. */
  private Optional<Sentence> answers(GraphSymbol symbol) {
    return Optional.ofNullable(routeOf.get(symbol.id()))
        .map(route ->
            repository
                .say("function.route")
                .code("route", route)
                .by(repository.definition(symbol))
                .end());
  }

  private Sentence itself(GraphSymbol symbol) {
    int lines = symbol.endLine() - symbol.startLine() + 1;
    Optional<Repository.Quoted> doc = repository.doc(symbol, SENTENCE_COUNT_MAX);
    List<String> bases = bases(symbol);
    String key =
        (symbol.kind().isCallable() ? "function" : "type") + (doc.isPresent() ? ".doc" : "");
    Phrase phrase =
        repository
            .say(key)
            .code("name", Signatures.brief(repository, symbol))
            .text("kind", repository.words().text("kind." + symbol.kind().label()))
            .text("akind", repository.words().text("akind." + symbol.kind().label()))
            .count("lines", lines)
            .codes("bases", bases)
            .by(repository.definition(symbol));
    doc.ifPresent(words -> phrase.quote("quote", words.text()).by(words.evidence()));
    return phrase.end();
  }

  /** Types of the repository that a type builds on. */
  private List<String> bases(GraphSymbol symbol) {
    Set<String> names = new LinkedHashSet<>();
    for (GraphEdge edge : material.calls().from(symbol)) {
      if (edge.kind() == ReferenceKind.INHERIT && edge.source() == symbol.id()) {
        names.add(repository.graph().qualifiedName(edge.target()));
      }
    }
    names.remove(symbol.name());
    return names.stream().limit(NAME_COUNT_MAX).toList();
  }

  /** What a type without words of its own is made of. */
  private Optional<Sentence> parts(GraphSymbol symbol) {
    boolean carrier = symbol.kind() == SymbolKind.RECORD || symbol.kind() == SymbolKind.STRUCT;
    List<String> names = new ArrayList<>();
    for (GraphSymbol member : material.symbols().members(symbol)) {
      if (member.kind() == SymbolKind.FIELD) {
        names.add(member.name());
      }
    }
    return carrier && !names.isEmpty() && repository.doc(symbol).isEmpty()
        ? Optional.of(
            repository
                .say("type.parts")
                .count("count", names.size())
                .codes(
                    "names", names, names.size() > PART_COUNT_MAX ? NAME_COUNT_MAX : PART_COUNT_MAX)
                .by(repository.definition(symbol))
                .end())
        : Optional.empty();
  }

  private Optional<Sentence> constants(GraphSymbol symbol) {
    List<String> names = new ArrayList<>();
    for (GraphSymbol member : material.symbols().members(symbol)) {
      if (member.kind() == SymbolKind.ENUM_MEMBER) {
        names.add(member.name());
      }
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            repository
                .say("type.constants")
                .count("count", names.size())
                .codes("names", names, CONSTANT_COUNT_MAX)
                .by(repository.definition(symbol))
                .end());
  }

  private Optional<Sentence> builtOn(GraphSymbol symbol) {
    Map<String, GraphEdge> names = material.calls().builtOn(symbol);
    names.remove(symbol.name());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    // what only widens a contract implements nothing of it
    boolean implemented =
        isContract(symbol)
            && names.values().stream()
                .noneMatch(edge -> isContract(repository.graph().symbol(edge.source())));
    String key = implemented ? "type.implemented" : "type.extended";
    Phrase phrase =
        repository
            .say(names.size() == 1 ? key + ".one" : key)
            .count("count", names.size())
            .codes("names", List.copyOf(names.keySet()), NAME_COUNT_MAX);
    names.values().stream()
        .limit(NAME_COUNT_MAX)
        .forEach(edge -> phrase.by(repository.line(edge.sourceFile(), edge.line())));
    return Optional.of(phrase.end());
  }

  private static boolean isContract(GraphSymbol symbol) {
    return symbol.kind() == SymbolKind.INTERFACE || symbol.kind() == SymbolKind.TRAIT;
  }

  private void methods(GraphSymbol symbol, List<Sentence> result) {
    List<GraphSymbol> offered = material.symbols().offered(symbol);
    List<GraphSymbol> told = new ArrayList<>();
    for (GraphSymbol method : offered) {
      Optional<Repository.Quoted> doc = repository.doc(method, SENTENCE_COUNT_MAX);
      if (told.size() < METHOD_COUNT_MAX && doc.isPresent()) {
        told.add(method);
        result.add(
            repository
                .say("method.doc")
                .code("name", Signatures.brief(repository, method))
                .quote("quote", doc.get().text())
                .by(repository.head(method))
                .by(doc.get().evidence())
                .end());
      }
    }
    int called = 0;
    for (GraphSymbol method : offered) {
      Optional<Sentence> callers = told.contains(method) ? Optional.empty() : callers(method);
      if (called < CALLED_COUNT_MAX && callers.isPresent()) {
        called++;
        told.add(method);
        result.add(callers.get());
      }
    }
    List<GraphSymbol> rest = new ArrayList<>(offered);
    rest.removeAll(told);
    if (!rest.isEmpty()) {
      Phrase phrase =
          repository
              .say(told.isEmpty() ? "type.offers" : "type.offers.more")
              .codes("names", rest.stream().map(GraphSymbol::name).toList(), NAME_COUNT_MAX)
              .count("count", rest.size());
      rest.stream().limit(NAME_COUNT_MAX).forEach(method -> phrase.by(repository.head(method)));
      result.add(phrase.end());
    }
  }

  /** Who calls a method that says nothing of itself, and through which route it is reached. */
  private Optional<Sentence> callers(GraphSymbol method) {
    Calls.Usage usage = material.calls().usage(method);
    int count = usage.places().size();
    if (count == 0 || count > NAME_COUNT_MAX) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("method.called")
            .code("name", Signatures.brief(repository, method))
            .codes("places", List.copyOf(usage.places().keySet()))
            .by(repository.definition(method));
    usage
        .places()
        .values()
        .forEach(edge -> phrase.by(repository.line(edge.sourceFile(), edge.line())));
    List<String> routes =
        usage.places().values().stream()
            .flatMap(edge -> Optional.ofNullable(routeOf.get(edge.source())).stream())
            .toList();
    if (!routes.isEmpty()) {
      phrase.codes("routes", routes);
    }
    return Optional.of(phrase.end());
  }

  private Optional<Sentence> usage(GraphSymbol symbol) {
    Calls.Usage usage = material.calls().usage(symbol);
    if (usage.lineCount() == 0) {
      return Optional.empty();
    }
    boolean one = usage.lineCount() == 1;
    String verb = symbol.kind().isCallable() ? "called" : "named";
    Phrase phrase =
        repository
            .words()
            .say(verb + (one ? ".once" : ""), symbol.name())
            .count("lines", usage.lineCount())
            .count("files", usage.fileCount())
            .codes("places", usage.places().keySet().stream().limit(NAME_COUNT_MAX).toList());
    usage.places().values().stream()
        .limit(NAME_COUNT_MAX)
        .forEach(edge -> phrase.by(repository.line(edge.sourceFile(), edge.line())));
    return Optional.of(phrase.end());
  }
}
