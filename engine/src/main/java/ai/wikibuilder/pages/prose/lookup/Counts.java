package ai.wikibuilder.pages.prose.lookup;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.prose.language.Countable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Counts what sentences count. A noun can mean more than one thing (methods with or without
 * constructors, uses with or without tests), so answers are all numbers that may be right; none
 * when it cannot be counted. Immutable; threads may share it.
 */
public final class Counts {
  private static final Set<SymbolKind> FUNCTIONS =
      EnumSet.of(SymbolKind.METHOD, SymbolKind.FUNCTION);
  private static final Set<SymbolKind> VALUES =
      EnumSet.of(SymbolKind.CONSTANT, SymbolKind.FIELD, SymbolKind.VARIABLE);

  /** Languages in which a constructor is written as a method with a special name. */
  private static final Set<String> CONSTRUCTORS_ARE_METHODS =
      Set.of("python", "ruby", "php", "javascript", "typescript");

  private final RepositoryNames names;
  private final CodeGraph graph;

  public Counts(RepositoryNames names) {
    this.names = names;
    this.graph = names.graph();
  }

  /** What stands right inside a symbol. */
  public Set<Long> members(Countable what, int symbol) {
    List<GraphSymbol> all = names.children(symbol).stream().map(graph::symbol).toList();
    Set<Long> numbers = new LinkedHashSet<>();
    switch (what) {
      case METHOD -> {
        numbers.addAll(byVisibility(all, FUNCTIONS::contains));
        if (CONSTRUCTORS_ARE_METHODS.contains(graph.language(graph.symbol(symbol).file()))) {
          numbers.add(count(all, FUNCTIONS) + count(all, SymbolKind.CONSTRUCTOR));
        }
      }
      case CONSTRUCTOR -> numbers.add(count(all, SymbolKind.CONSTRUCTOR));
      case FIELD -> {
        numbers.addAll(byVisibility(all, kind -> kind == SymbolKind.FIELD));
        numbers.add(count(all, VALUES));
      }
      case CONSTANT -> {
        long constants = count(all, SymbolKind.ENUM_MEMBER);
        numbers.add(constants > 0 ? constants : count(all, SymbolKind.CONSTANT));
      }
      case TYPE -> numbers.add(all.stream().filter(one -> one.kind().isType()).count());
      case SYMBOL -> numbers.add((long) all.size());
      case LINE -> {
        GraphSymbol one = graph.symbol(symbol);
        numbers.add(one.endLine() - one.startLine() + 1L);
      }
      default -> {}
    }
    return numbers;
  }

  private static Set<Long> byVisibility(List<GraphSymbol> all, Predicate<SymbolKind> kind) {
    Set<Long> numbers = new LinkedHashSet<>();
    numbers.add(all.stream().filter(one -> kind.test(one.kind())).count());
    return numbers;
  }

  /** Public methods, fields and so on right inside a symbol. */
  public Set<Long> publicMembers(Countable what, int symbol) {
    Set<SymbolKind> kinds =
        switch (what) {
          case METHOD -> FUNCTIONS;
          case FIELD -> VALUES;
          default -> Set.of();
        };
    List<GraphSymbol> all =
        names.children(symbol).stream()
            .map(graph::symbol)
            .filter(one -> one.visibility() == Visibility.PUBLIC)
            .toList();
    Set<Long> numbers = new LinkedHashSet<>();
    if (!kinds.isEmpty()) {
      numbers.add(count(all, kinds));
    }
    return numbers;
  }

  private static long count(List<GraphSymbol> all, SymbolKind kind) {
    return all.stream().filter(one -> one.kind() == kind).count();
  }

  private static long count(List<GraphSymbol> all, Set<SymbolKind> kinds) {
    return all.stream().filter(one -> kinds.contains(one.kind())).count();
  }

  /** What stands in a file. */
  public Set<Long> inFile(Countable what, int file) {
    List<GraphSymbol> all = new ArrayList<>();
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      all.add(graph.symbol(id));
    }
    List<GraphSymbol> top =
        all.stream()
            .filter(one ->
                one.parent() < 0 || graph.symbol(one.parent()).kind() == SymbolKind.NAMESPACE)
            .toList();
    Set<Long> numbers = new LinkedHashSet<>();
    switch (what) {
      case METHOD -> {
        numbers.add(count(all, FUNCTIONS));
        numbers.add(count(top, FUNCTIONS));
      }
      case TYPE -> {
        numbers.add(all.stream().filter(one -> one.kind().isType()).count());
        numbers.add(top.stream().filter(one -> one.kind().isType()).count());
      }
      case LINE -> numbers.add((long) graph.lineCount(file));
      case CONSTANT -> numbers.add(count(top, SymbolKind.CONSTANT));
      case SYMBOL -> numbers.add((long) all.size());
      default -> {}
    }
    return numbers;
  }

  /** Direct subtypes, and all of them, each with and without those of tests. */
  public Set<Long> subtypes(int type) {
    Set<Long> numbers = new LinkedHashSet<>();
    Set<Integer> direct = below(Set.of(type));
    numbers.add((long) direct.size());
    numbers.add(direct.stream().filter(this::isMain).count());
    Set<Integer> all = new HashSet<>(direct);
    for (Set<Integer> next = direct; !next.isEmpty(); ) {
      next = below(next);
      next.removeAll(all);
      all.addAll(next);
    }
    numbers.add((long) all.size());
    return numbers;
  }

  private Set<Integer> below(Set<Integer> types) {
    Set<Integer> result = new HashSet<>();
    for (int type : types) {
      for (GraphEdge edge : graph.incoming(type)) {
        if (edge.kind() == ReferenceKind.INHERIT && edge.source() >= 0) {
          result.add(edge.source());
        }
      }
    }
    return result;
  }

  private boolean isMain(int symbol) {
    return graph.role(graph.symbol(symbol).file()) == FileRole.MAIN;
  }

  /** Who calls or names a symbol, counted as the noun says. */
  public Set<Long> callers(Countable what, int symbol) {
    Set<Long> numbers = new LinkedHashSet<>();
    List<GraphEdge> calls =
        graph.incoming(symbol).stream().filter(edge -> edge.kind() == ReferenceKind.CALL).toList();
    List<GraphEdge> all =
        graph.incoming(symbol).stream()
            .filter(edge -> edge.kind() != ReferenceKind.INHERIT)
            .toList();
    List<Predicate<GraphEdge>> senses =
        List.of(
            edge -> true,
            edge -> graph.role(edge.sourceFile()) == FileRole.MAIN,
            edge ->
                graph.role(edge.sourceFile()) == FileRole.MAIN
                    && edge.sourceFile() != graph.symbol(symbol).file());
    for (List<GraphEdge> edges : List.of(calls, all)) {
      for (Predicate<GraphEdge> sense : senses) {
        numbers.add(counted(what, edges.stream().filter(sense).toList()));
      }
    }
    return numbers;
  }

  private long counted(Countable what, List<GraphEdge> edges) {
    return edges.stream()
        .map(edge ->
            switch (what) {
              case FILE -> (long) edge.sourceFile();
              case METHOD, CALLER, SYMBOL ->
                  edge.source() >= 0 ? (long) edge.source() : -1L - edge.sourceFile();
              case TYPE -> (long) outermost(edge);
              default -> (long) edge.sourceFile() << 32 | edge.line();
            })
        .distinct()
        .count();
  }

  /** The type a line stands in, else its file. */
  private int outermost(GraphEdge edge) {
    for (int at = edge.source(); at >= 0; at = graph.parent(at)) {
      if (graph.symbol(at).kind().isType()) {
        return at;
      }
    }
    return -1 - edge.sourceFile();
  }

  /** How many different things a symbol calls. */
  public Set<Long> callees(int symbol) {
    Set<Integer> within = names.within(Set.of(symbol));
    GraphSymbol one = graph.symbol(symbol);
    Set<Integer> targets = new HashSet<>();
    Set<Long> lines = new HashSet<>();
    for (GraphEdge edge : names.edges(one.file(), one.startLine(), one.endLine())) {
      if (edge.kind() == ReferenceKind.CALL && within.contains(edge.source())) {
        targets.add(edge.target());
        lines.add((long) edge.line());
      }
    }
    return new LinkedHashSet<>(List.of((long) targets.size(), (long) lines.size()));
  }

  /** What the whole repository has of something. */
  public Set<Long> all(Countable what) {
    return switch (what) {
      case FILE -> Set.of((long) graph.fileCount());
      case TABLE -> Set.of((long) graph.tables().size());
      case MODULE -> Set.of((long) graph.modules().size());
      case ROUTE ->
          Set.of(
              graph.entryPoints().stream()
                  .filter(
                      one -> one.kind() == ai.wikibuilder.graph.entrypoints.EntryPoint.Kind.ROUTE)
                  .count());
      default -> Set.of();
    };
  }

  /** Columns of a table; empty when there is no such table. */
  public Set<Long> columns(String table) {
    Set<Long> numbers = new LinkedHashSet<>();
    for (Table one : graph.tables()) {
      if (one.name().equals(table)) {
        numbers.add((long) one.columns().size());
      }
    }
    return numbers;
  }
}
