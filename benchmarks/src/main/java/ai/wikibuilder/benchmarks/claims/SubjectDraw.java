package ai.wikibuilder.benchmarks.claims;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.claims.CitedText;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Everything that can truly be said of what a pack shows, by kinds. One pack, one use. */
final class SubjectDraw {
  private static final int NAME_CHAR_COUNT_MIN = 3;

  private final RepositoryNames names;
  private final CodeGraph graph;
  private final TextReader reader;
  private final EvidencePack pack;
  private final Random random;
  private final List<GraphSymbol> shown = new ArrayList<>();
  private final Map<Integer, List<GraphEdge>> calls = new LinkedHashMap<>();
  private final List<Subject> subjects = new ArrayList<>();

  SubjectDraw(RepositoryNames names, TextReader reader, EvidencePack pack, Random random) {
    this.names = names;
    this.graph = names.graph();
    this.reader = reader;
    this.pack = pack;
    this.random = random;
  }

  List<Subject> draw() {
    for (EvidencePiece piece : pack.pieces()) {
      int file = graph.file(piece.path());
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        GraphSymbol symbol = graph.symbol(id);
        boolean head =
            symbol.nameLine() >= piece.startLine() && symbol.nameLine() <= piece.endLine();
        boolean told = symbol.kind().isType() || symbol.kind().isCallable();
        if (head && told && symbol.name().length() >= NAME_CHAR_COUNT_MIN) {
          shown.add(symbol);
        }
      }
    }
    edges();
    calls.forEach(this::callSubjects);
    for (GraphSymbol symbol : shown) {
      if (symbol.kind().isType()) {
        new TypeSubjects(this).add(symbol);
      }
      new CommentSubjects(this).add(symbol);
      callers(symbol);
    }
    return subjects;
  }

  CodeGraph graph() {
    return graph;
  }

  TextReader reader() {
    return reader;
  }

  EvidencePack pack() {
    return pack;
  }

  Random random() {
    return random;
  }

  List<GraphSymbol> shown() {
    return shown;
  }

  /** Symbols right inside another, in whichever file. */
  List<GraphSymbol> children(int symbol) {
    return names.children(symbol).stream().map(graph::symbol).toList();
  }

  void add(Subject subject) {
    subjects.add(subject);
  }

  private void edges() {
    Set<Integer> files = new HashSet<>();
    pack.pieces().forEach(piece -> files.add(graph.file(piece.path())));
    for (int number = 0; number < graph.edgeCount(); number++) {
      GraphEdge edge = graph.edge(number);
      if (files.contains(edge.sourceFile())
          && edge.kind() == ReferenceKind.CALL
          && edge.certainty() == Certainty.EXACT
          && edge.source() >= 0
          && edge.source() != edge.target()
          && piece(edge.sourceFile(), edge.line()).isPresent()
          && isTold(edge.source())
          && isTold(edge.target())) {
        calls.computeIfAbsent(edge.source(), one -> new ArrayList<>()).add(edge);
      }
    }
  }

  private boolean isTold(int symbol) {
    GraphSymbol one = graph.symbol(symbol);
    return one.name().length() >= NAME_CHAR_COUNT_MIN
        && (one.kind() == SymbolKind.FUNCTION || one.kind() == SymbolKind.METHOD);
  }

  Optional<EvidencePiece> piece(int file, int line) {
    String path = graph.path(file);
    return pack.pieces().stream()
        .filter(one -> one.path().equals(path) && one.startLine() <= line && one.endLine() >= line)
        .findFirst();
  }

  private void callSubjects(int source, List<GraphEdge> edges) {
    GraphEdge edge = edges.get(random.nextInt(edges.size()));
    EvidencePiece mark = piece(edge.sourceFile(), edge.line()).orElseThrow();
    Map<String, String> slots =
        Map.of("a", graph.qualifiedName(source), "b", graph.qualifiedName(edge.target()));
    Map<String, List<String>> others = new HashMap<>();
    others.put("b", notCalledBy(source));
    others.put("a", notCalling(edge.target()));
    if (graph.qualifiedName(source).equals(graph.qualifiedName(edge.target()))) {
      return; // one name for both sides says nothing
    }
    boolean swap = !calls(edge.target(), source);
    List<String> swaps = swap ? List.of("a", "b") : List.of();
    subjects.add(new Subject(Subject.Kind.CALL, slots, List.of(mark), others, swaps));
    for (GraphEdge other : edges) {
      Optional<EvidencePiece> second = piece(other.sourceFile(), other.line());
      if (other.target() != edge.target() && second.isPresent()) {
        Map<String, String> three = new HashMap<>(slots);
        three.put("c", graph.qualifiedName(other.target()));
        others.put("c", others.get("b"));
        List<EvidencePiece> marks =
            second.get().equals(mark) ? List.of(mark) : List.of(mark, second.get());
        List<String> swapped =
            calls(other.target(), source) || swaps.isEmpty() ? List.of() : List.of("a", "c");
        subjects.add(new Subject(Subject.Kind.TWO_CLAUSES, three, marks, others, swapped));
        return;
      }
    }
  }

  private List<String> notCalledBy(int source) {
    return shown.stream()
        .filter(one -> one.kind().isCallable() && isTold(one.id()))
        .filter(one -> one.id() != source && !calls(source, one.id()))
        .map(one -> graph.qualifiedName(one.id()))
        .toList();
  }

  private List<String> notCalling(int target) {
    return shown.stream()
        .filter(one -> one.kind().isCallable() && isTold(one.id()))
        .filter(one -> one.id() != target && !calls(one.id(), target))
        .map(one -> graph.qualifiedName(one.id()))
        .toList();
  }

  /** Whether one may call the other, by edges or because the name stands in its lines. */
  private boolean calls(int from, int to) {
    GraphSymbol caller = graph.symbol(from);
    boolean edge = graph.incoming(to).stream().anyMatch(one -> one.source() == from);
    return edge || CitedText.hasWord(lines(caller), graph.symbol(to).name(), false);
  }

  String lines(GraphSymbol symbol) {
    return reader
        .text(symbol.path())
        .filter(text -> symbol.nameLine() < text.lineCount())
        .map(text ->
            text.lines(
                Math.min(symbol.nameLine() + 1, text.lineCount()),
                Math.min(text.lineCount(), Math.max(symbol.nameLine() + 1, symbol.endLine()))))
        .orElse("");
  }

  private void callers(GraphSymbol symbol) {
    long lines =
        graph.incoming(symbol.id()).stream()
            .filter(edge -> edge.kind() == ReferenceKind.CALL)
            .map(edge -> (long) edge.sourceFile() << 32 | edge.line())
            .distinct()
            .count();
    Optional<EvidencePiece> mark = piece(symbol.file(), symbol.nameLine());
    if (lines >= 2 && isTold(symbol.id()) && mark.isPresent()) {
      subjects.add(
          new Subject(
              Subject.Kind.COUNT_CALLERS,
              Map.of("a", graph.qualifiedName(symbol.id()), "n", Long.toString(lines)),
              List.of(mark.get()),
              Map.of(),
              List.of()));
    }
  }
}
