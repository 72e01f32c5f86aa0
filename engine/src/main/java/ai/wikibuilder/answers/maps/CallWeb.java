package ai.wikibuilder.answers.maps;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.material.Calls;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.material.Repository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who leads to whom among the functions of the product. A node is the number of a symbol, or {@code
 * ~n} for the n-th entry point when its own lines answer and no function does. Lines inside a
 * function belong to it, also those of functions without a name. One thread.
 */
final class CallWeb {
  /** Lines after an entry point that belong to it, until the next one. */
  private static final int ENTRY_LINE_COUNT_MAX = 60;

  /** A method with more implementations is an idea, and which of them is meant nobody can say. */
  private static final int IMPLEMENTATION_COUNT_MAX = 4;

  private static final Set<String> MAKERS =
      Set.of("__init__", "initialize", "new", "constructor", "init", "__construct");

  private final Repository repository;
  private final CodeGraph graph;
  private final Calls calls;
  private final KeySymbols symbols;
  private final Map<Integer, Integer> entryOfHandler = new HashMap<>();
  private final Map<Integer, List<Integer>> bareEntries = new HashMap<>();

  CallWeb(Repository repository, KeySymbols symbols) {
    this.repository = repository;
    this.graph = repository.graph();
    this.calls = new Calls(repository);
    this.symbols = symbols;
    List<EntryPoint> entries = graph.entryPoints();
    for (int i = 0; i < entries.size(); i++) {
      EntryPoint entry = entries.get(i);
      int file = graph.file(entry.path());
      if (entry.kind() != EntryPoint.Kind.EXPORT && repository.isMain(file)) {
        if (entry.symbol() >= 0) {
          entryOfHandler.putIfAbsent(graph.firstSymbol(file) + entry.symbol(), i);
        } else {
          bareEntries.computeIfAbsent(file, _ -> new ArrayList<>()).add(i);
        }
      }
    }
  }

  /** The members of types, most important first. */
  KeySymbols symbols() {
    return symbols;
  }

  /** The entry point of a node, when it is one or answers one. */
  Optional<EntryPoint> entry(int node) {
    Integer index = node < 0 ? Integer.valueOf(~node) : entryOfHandler.get(node);
    return index == null ? Optional.empty() : Optional.of(graph.entryPoints().get(index));
  }

  /** All nodes that are entered from outside. */
  List<Integer> entered() {
    List<Integer> nodes = new ArrayList<>(entryOfHandler.keySet());
    bareEntries.values().forEach(all -> all.forEach(index -> nodes.add(~index)));
    nodes.sort(null);
    return nodes;
  }

  int file(int node) {
    return node < 0 ? graph.file(graph.entryPoints().get(~node).path()) : graph.symbol(node).file();
  }

  String name(int node) {
    return node < 0 ? graph.entryPoints().get(~node).name() : graph.qualifiedName(node);
  }

  /** Places a node leads to, each once, in the order of the lines. */
  List<Hop> from(int node) {
    Map<Integer, Hop> hops = new HashMap<>();
    List<Hop> result = new ArrayList<>();
    for (GraphEdge edge : node < 0 ? ofEntry(node) : calls.calledBy(graph.symbol(node))) {
      int target = landing(edge.target());
      Hop hop = new Hop(node, target, kind(edge), edge.sourceFile(), edge.line());
      if (target != node && isStop(target) && hops.putIfAbsent(target, hop) == null) {
        result.add(hop);
      }
    }
    if (node >= 0) {
      result.addAll(implementations(node));
    }
    return result;
  }

  /** Places that lead to a node. */
  List<Hop> into(int node) {
    List<Hop> result = new ArrayList<>();
    if (node < 0) {
      return result;
    }
    callers(node, node, result);
    GraphSymbol symbol = graph.symbol(node);
    if (symbol.parent() >= 0 && isMaker(symbol)) {
      callers(symbol.parent(), node, result);
    }
    for (GraphEdge edge : supertypes(symbol.parent())) {
      for (GraphSymbol member : symbols.members(graph.symbol(edge.target()))) {
        if (member.name().equals(symbol.name()) && isStop(member.id())) {
          result.addAll(
              implementations(member.id()).stream().filter(hop -> hop.to() == node).toList());
        }
      }
    }
    return result;
  }

  private void callers(int named, int node, List<Hop> result) {
    for (GraphEdge edge : graph.incoming(named)) {
      if (edge.kind() == ReferenceKind.CALL && repository.isMain(edge.sourceFile())) {
        OptionalNode caller = caller(edge);
        if (caller.isThere() && caller.node() != node) {
          result.add(new Hop(caller.node(), node, kind(edge), edge.sourceFile(), edge.line()));
        }
      }
    }
  }

  private record OptionalNode(boolean isThere, int node) {}

  /** The function around a line, or the entry point whose own lines it is among. */
  private OptionalNode caller(GraphEdge edge) {
    int at = edge.source();
    while (at >= 0 && !graph.symbol(at).kind().isCallable()) {
      at = graph.parent(at);
    }
    int start = at < 0 ? 0 : graph.symbol(at).startLine();
    for (int index : bareEntries.getOrDefault(edge.sourceFile(), List.of())) {
      int line = graph.entryPoints().get(index).line();
      if (line >= start && line <= edge.line() && edge.line() <= lastLine(index)) {
        return new OptionalNode(true, ~index);
      }
    }
    return new OptionalNode(at >= 0, at);
  }

  /** Calls of the lines that belong to an entry point. */
  private List<GraphEdge> ofEntry(int node) {
    EntryPoint entry = graph.entryPoints().get(~node);
    int last = lastLine(~node);
    return calls.fromFile(graph.file(entry.path())).stream()
        .filter(edge ->
            edge.kind() == ReferenceKind.CALL && edge.line() >= entry.line() && edge.line() <= last)
        .toList();
  }

  private int lastLine(int index) {
    EntryPoint entry = graph.entryPoints().get(index);
    int last = entry.line() + ENTRY_LINE_COUNT_MAX;
    for (int other : bareEntries.getOrDefault(graph.file(entry.path()), List.of())) {
      int line = graph.entryPoints().get(other).line();
      last = line > entry.line() ? Math.min(last, line - 1) : last;
    }
    return last;
  }

  /** Whoever makes one of a type runs what makes it, where the type says how. */
  private int landing(int target) {
    GraphSymbol symbol = graph.symbol(target);
    if (symbol.kind().isType()) {
      for (GraphSymbol member : symbols.members(symbol)) {
        if (isMaker(member)) {
          return member.id();
        }
      }
    }
    return target;
  }

  private static boolean isMaker(GraphSymbol symbol) {
    return symbol.kind() == SymbolKind.CONSTRUCTOR
        || (symbol.kind().isCallable() && MAKERS.contains(symbol.name()));
  }

  /** Whether a map may pass it: the product's own, and more than the handing over of a value. */
  private boolean isStop(int target) {
    GraphSymbol symbol = graph.symbol(target);
    return (symbol.kind().isCallable() || symbol.kind().isType())
        && repository.isMain(symbol.file())
        && !KeySymbols.isAccessor(symbol);
  }

  private static Hop.Kind kind(GraphEdge edge) {
    return edge.certainty() == Certainty.EXACT ? Hop.Kind.CALL : Hop.Kind.CALL_BY_NAME;
  }

  /** Methods of the same name in types that build on the method's own. */
  private List<Hop> implementations(int method) {
    int type = graph.parent(method);
    List<Hop> result = new ArrayList<>();
    if (type < 0 || !standsForOthers(graph.symbol(type)) || isMaker(graph.symbol(method))) {
      return result;
    }
    String name = graph.symbol(method).name();
    for (GraphEdge edge : graph.incoming(type)) {
      boolean builds = edge.kind() == ReferenceKind.INHERIT && edge.source() >= 0;
      if (builds && repository.isMain(edge.sourceFile())) {
        for (GraphSymbol member : symbols.members(graph.symbol(edge.source()))) {
          if (member.name().equals(name) && isStop(member.id()) && member.id() != method) {
            result.add(
                new Hop(
                    method, member.id(), Hop.Kind.IMPLEMENTATION, edge.sourceFile(), edge.line()));
          }
        }
      }
    }
    return result.size() <= IMPLEMENTATION_COUNT_MAX ? result : new ArrayList<>();
  }

  /** Whether a call of its methods may run those of another type; a struct is only embedded. */
  private static boolean standsForOthers(GraphSymbol type) {
    return type.kind().isType() && type.kind() != SymbolKind.STRUCT;
  }

  private List<GraphEdge> supertypes(int type) {
    if (type < 0 || !graph.symbol(type).kind().isType()) {
      return List.of();
    }
    return calls.from(graph.symbol(type)).stream()
        .filter(edge -> edge.kind() == ReferenceKind.INHERIT && edge.source() == type)
        .toList();
  }
}
