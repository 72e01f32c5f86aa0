package ai.wikibuilder.pages.diagrams;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * What happens after a function is called, as the code has it: its calls in the order of their
 * lines, each followed into what it calls. Of more calls than can be read those are drawn behind
 * which most stands. What functions of other modules call is drawn once, and what code everywhere
 * calls not at all: it would fill every drawing. For one thread.
 */
public final class CallSequence {
  /** Calls drawn. */
  private static final int CALL_COUNT_MAX = 14;

  /** Participants beside each other on a page. */
  private static final int PARTICIPANT_COUNT_MAX = 7;

  /** How far a call is followed. */
  private static final int DEPTH_MAX = 4;

  /** Helpers told that have no arrow. */
  private static final int HELPERS_TOLD_MAX = 4;

  /** Calls told in words. */
  private static final int TOLD_COUNT_MAX = 8;

  private final CodeGraph graph;
  private final CommonHelpers helpers;
  private final IntToDoubleFunction reach;
  private final Catalogue words;

  /** Functions whose calls an earlier drawing shows. */
  private final Set<Integer> drawn = new HashSet<>();

  private Draft draft;
  private int home = -1;
  private final Set<Integer> entered = new HashSet<>();

  /** By caller, what it calls with an arrow. */
  private final Map<Integer, Set<Integer>> chosen = new HashMap<>();

  /** Calls of functions on the way that have no room. */
  private int left;

  /** Common helpers that are called on the way, by name. */
  private final Set<String> helped = new LinkedHashSet<>();

  /**
   * Makes drawings of one repository.
   *
   * @param reach by number of a function how much stands behind it
   */
  public CallSequence(
      CodeGraph graph, CommonHelpers helpers, IntToDoubleFunction reach, Catalogue words) {
    this.graph = graph;
    this.helpers = helpers;
    this.reach = reach;
    this.words = words;
    this.draft = new Draft(words);
  }

  /**
   * Follows the calls of a function; empty when fewer than two of them leave its own type or file.
   *
   * @param start number of a function or method
   */
  public Optional<Diagram> of(int start, String title) {
    draft = new Draft(words);
    home = graph.moduleOf(graph.symbol(start).file());
    entered.clear();
    left = 0;
    helped.clear();
    choose(start);
    participant(start);
    follow(start, 0);
    if (draft.edgeCount() < 2) {
      return Optional.empty();
    }
    drawn.addAll(entered);
    if (left > 0) {
      draft.note(
          draft
              .phrase("diagram.cut")
              .code("name", graph.qualifiedName(start))
              .count("left", left)
              .end());
    }
    if (!helped.isEmpty()) {
      draft.note(
          draft
              .phrase("diagram.helpers") // named by its way, or many drawings would say the same
              .code("name", graph.qualifiedName(start))
              .codes("names", List.copyOf(helped), HELPERS_TOLD_MAX)
              .end());
    }
    return Optional.of(draft.diagram(Diagram.Kind.SEQUENCE, title));
  }

  /** A call that may get an arrow. */
  private record Candidate(int caller, int target, int depth, double reach) {}

  /**
   * Chooses the calls that get an arrow: one after the other that behind which most stands, as far
   * as there is room.
   */
  private void choose(int start) {
    chosen.clear();
    Set<String> owners = new HashSet<>(Set.of(owner(start)));
    Set<Integer> looked = new HashSet<>();
    Queue<Candidate> open =
        new PriorityQueue<>(
            Comparator.comparingDouble((Candidate one) -> -one.reach())
                .thenComparingInt(Candidate::depth)
                .thenComparingInt(Candidate::caller)
                .thenComparingInt(Candidate::target));
    look(start, 0, looked, open);
    int count = 0;
    while (!open.isEmpty() && count < CALL_COUNT_MAX) {
      Candidate next = open.poll();
      String owner = owner(next.target());
      if (owners.contains(owner) || owners.size() < PARTICIPANT_COUNT_MAX) {
        owners.add(owner);
        count++;
        chosen.computeIfAbsent(next.caller(), _ -> new HashSet<>()).add(next.target());
        look(next.target(), next.depth() + 1, looked, open);
      }
    }
  }

  /** Offers the calls of a function, and of those of its own owner that it calls. */
  private void look(int caller, int depth, Set<Integer> looked, Queue<Candidate> open) {
    boolean elsewhere = graph.moduleOf(graph.symbol(caller).file()) != home;
    if (depth > DEPTH_MAX || (elsewhere && drawn.contains(caller)) || !looked.add(caller)) {
      return;
    }
    Set<Integer> called = new HashSet<>();
    for (GraphEdge call : calls(caller)) {
      int target = call.target();
      if (helpers.contains(target) || !called.add(target)) {
        continue;
      }
      if (isWithin(caller, target)) {
        look(target, depth + 1, looked, open);
      } else {
        open.add(new Candidate(caller, target, depth, reach.applyAsDouble(target)));
      }
    }
  }

  /** Draws what was chosen, in the order of the code. */
  private void follow(int caller, int depth) {
    if (depth > DEPTH_MAX || !entered.add(caller)) {
      return;
    }
    Set<Integer> called = new HashSet<>();
    for (GraphEdge call : calls(caller)) {
      int target = call.target();
      if (!called.add(target)) {
        continue;
      }
      if (helpers.contains(target)) {
        helped.add(graph.qualifiedName(target));
      } else if (isWithin(caller, target)) {
        follow(target, depth + 1);
      } else if (chosen.getOrDefault(caller, Set.of()).contains(target) && participant(target)) {
        message(caller, call);
        boolean known = graph.moduleOf(graph.symbol(target).file()) != home;
        if (!known || !drawn.contains(target)) {
          follow(target, depth + 1);
        }
      } else {
        left++;
      }
    }
  }

  private void message(int caller, GraphEdge call) {
    String path = graph.path(call.sourceFile());
    List<Evidence> proof = Draft.lines(graph, path, call.line(), call.line()).stream().toList();
    GraphSymbol target = graph.symbol(call.target());
    boolean makes = target.kind() == SymbolKind.CONSTRUCTOR || target.kind().isType();
    draft.edge(
        owner(caller),
        owner(call.target()),
        makes ? draft.text("diagram.label.makes") : target.name() + "()",
        proof);
    if (draft.edgeCount() <= TOLD_COUNT_MAX) {
      draft.say(
          makes ? "diagram.makes" : "diagram.calls",
          graph.qualifiedName(caller),
          graph.qualifiedName(call.target()),
          proof);
    }
  }

  /** Calls that are certain and lead to the product's own code, in the order of their lines. */
  private List<GraphEdge> calls(int caller) {
    GraphSymbol symbol = graph.symbol(caller);
    List<GraphEdge> calls = new ArrayList<>();
    for (int number = firstEdge(symbol.file()); number < graph.edgeCount(); number++) {
      GraphEdge edge = graph.edge(number);
      if (edge.sourceFile() != symbol.file() || edge.line() > symbol.endLine()) {
        break;
      }
      boolean mine = edge.source() == caller || isInside(edge.source(), caller);
      GraphSymbol target = graph.symbol(edge.target());
      if (mine
          && edge.kind() == ReferenceKind.CALL
          && edge.certainty() == Certainty.EXACT
          && (target.kind().isCallable() || target.kind().isType())
          && graph.role(target.file()) == FileRole.MAIN) {
        calls.add(edge);
      }
    }
    return calls;
  }

  /** Edges come in the order of their files: the first of one is found by halving. */
  private int firstEdge(int file) {
    int low = 0;
    int high = graph.edgeCount();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (graph.edge(middle).sourceFile() < file) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether a symbol, such as a local function, stands inside another. */
  private boolean isInside(int symbol, int around) {
    int at = symbol;
    while (at >= 0 && at != around) {
      at = graph.symbol(at).parent();
    }
    return at >= 0;
  }

  private boolean isWithin(int caller, int target) {
    return owner(caller).equals(owner(target));
  }

  /** The type around a function, or its file. */
  private String owner(int symbol) {
    GraphSymbol at = graph.symbol(symbol);
    GraphSymbol type = at;
    while (at.parent() >= 0) {
      at = graph.symbol(at.parent());
      type = at.kind() == SymbolKind.NAMESPACE ? type : at;
    }
    return type.kind().isType() ? "type " + type.id() : "file " + type.file();
  }

  /** Adds the participant a function belongs to, while there is room. */
  private boolean participant(int symbol) {
    String owner = owner(symbol);
    if (draft.has(owner)) {
      return true;
    }
    if (draft.nodeCount() >= PARTICIPANT_COUNT_MAX) {
      return false;
    }
    int number = Integer.parseInt(owner.substring(5));
    if (owner.startsWith("type")) {
      GraphSymbol type = graph.symbol(number);
      draft.node(
          owner,
          type.name(),
          draft.text("kind." + type.kind().label()),
          Draft.lines(graph, type.path(), type.nameLine(), type.nameLine()));
    } else {
      String path = graph.path(number);
      GraphSymbol first = graph.symbol(symbol);
      draft.node(
          owner,
          path.substring(path.lastIndexOf('/') + 1),
          draft.text("diagram.file"),
          Draft.lines(graph, path, first.nameLine(), first.nameLine()));
    }
    return true;
  }
}
