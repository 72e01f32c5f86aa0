package ai.wikibuilder.pages.material;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who names whom. For one thread. */
public final class Calls {
  private final Repository repository;
  private final CodeGraph graph;

  private final FilePairs pairs;

  /** First edge of each file; edges come in the order of files and lines. */
  private final int[] firstEdge;

  /**
   * Where the product's own code names a symbol, its own file with its header and inheritance left
   * out.
   *
   * @param places by name of what stands around the line, in the order of files and lines
   */
  public record Usage(int lineCount, int fileCount, Map<String, GraphEdge> places) {}

  public Calls(Repository repository) {
    this.repository = repository;
    this.graph = repository.graph();
    this.pairs = new FilePairs(graph);
    this.firstEdge = new int[graph.fileCount() + 1];
    for (int number = 0; number < graph.edgeCount(); number++) {
      firstEdge[graph.edge(number).sourceFile() + 1]++;
    }
    for (int file = 0; file < graph.fileCount(); file++) {
      firstEdge[file + 1] += firstEdge[file];
    }
  }

  /** Headers with their sources. */
  public FilePairs pairs() {
    return pairs;
  }

  /** Edges of the lines of a definition, in their order. */
  public List<GraphEdge> from(GraphSymbol symbol) {
    List<GraphEdge> result = new ArrayList<>();
    int end = firstEdge[symbol.file() + 1];
    for (int number = firstAt(symbol); number < end; number++) {
      GraphEdge edge = graph.edge(number);
      if (edge.line() > symbol.endLine()) {
        break;
      }
      result.add(edge);
    }
    return result;
  }

  private int firstAt(GraphSymbol symbol) {
    int low = firstEdge[symbol.file()];
    int high = firstEdge[symbol.file() + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (graph.edge(middle).line() < symbol.startLine()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Edges of a file, in the order of its lines. */
  public List<GraphEdge> fromFile(int file) {
    List<GraphEdge> result = new ArrayList<>();
    for (int number = firstEdge[file]; number < firstEdge[file + 1]; number++) {
      result.add(graph.edge(number));
    }
    return result;
  }

  /** What a function calls, each callee once, at the line of its first call. */
  public List<GraphEdge> calledBy(GraphSymbol symbol) {
    Map<Integer, GraphEdge> first = new LinkedHashMap<>();
    for (GraphEdge edge : from(symbol)) {
      boolean itself = edge.target() == symbol.id();
      if (edge.kind() == ReferenceKind.CALL && !itself) {
        first.putIfAbsent(edge.target(), edge);
      }
    }
    return List.copyOf(first.values());
  }

  /** Uses by the product's own code, from other files. */
  public Usage usage(GraphSymbol symbol) {
    Map<String, GraphEdge> places = new LinkedHashMap<>();
    Set<Long> lines = new HashSet<>();
    Set<Integer> files = new HashSet<>();
    for (GraphEdge edge : graph.incoming(symbol.id())) {
      if (!pairs.isOne(edge.sourceFile(), symbol.file())
          && edge.certainty() == Certainty.EXACT
          && edge.kind() != ReferenceKind.INHERIT
          && repository.isMain(edge.sourceFile())) {
        lines.add((long) edge.sourceFile() << 32 | edge.line());
        files.add(edge.sourceFile());
        places.putIfAbsent(place(edge), edge);
      }
    }
    return new Usage(lines.size(), files.size(), places);
  }

  /** Types of the product built on a type, by name. */
  public Map<String, GraphEdge> builtOn(GraphSymbol type) {
    Map<String, GraphEdge> names = new LinkedHashMap<>();
    for (GraphEdge edge : graph.incoming(type.id())) {
      if (edge.kind() == ReferenceKind.INHERIT
          && edge.source() >= 0
          && repository.isMain(edge.sourceFile())) {
        names.putIfAbsent(graph.qualifiedName(edge.source()), edge);
      }
    }
    return names;
  }

  /** What stands around the line of an edge: a definition, else the file. */
  public String place(GraphEdge edge) {
    return edge.source() >= 0
        ? graph.qualifiedName(edge.source())
        : Repository.fileName(graph.path(edge.sourceFile()));
  }
}
