package ai.wikibuilder.pages.claims;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Evidence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the code graph knows of single lines, for the files a wiki cites: what is named there, and
 * by whom. Immutable once made.
 */
final class FactLines {
  private final CodeGraph graph;
  private final Map<String, TreeMap<Integer, List<String>>> namesByLine = new HashMap<>();

  FactLines(CodeGraph graph, Collection<String> citedPaths) {
    this.graph = graph;
    BitSet cited = new BitSet();
    for (String path : citedPaths) {
      int file = graph.file(path);
      if (file >= 0) {
        cited.set(file);
        namesByLine.put(path, new TreeMap<>());
      }
    }
    for (int number = 0; number < graph.edgeCount(); number++) {
      GraphEdge edge = graph.edge(number);
      if (cited.get(edge.sourceFile())) {
        List<String> names = names(graph.path(edge.sourceFile()), edge.line());
        names.add(graph.qualifiedName(edge.target()));
        if (edge.source() >= 0) {
          names.add(graph.qualifiedName(edge.source()));
        }
      }
    }
    cited.stream().forEach(this::symbols);
    world();
  }

  private void symbols(int file) {
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol symbol = graph.symbol(id);
      names(symbol.path(), symbol.nameLine()).add(graph.qualifiedName(id));
    }
  }

  private void world() {
    graph.entryPoints().forEach(one -> known(one.path(), one.line(), one.name()));
    graph.settings().forEach(one -> known(one.path(), one.line(), one.name()));
    for (Table table : graph.tables()) {
      known(table.path(), table.line(), table.name());
      table.columns().forEach(column -> known(column.path(), column.line(), column.name()));
      table.foreignKeys().forEach(key -> known(key.path(), key.line(), key.table()));
    }
    graph
        .manifests()
        .forEach(manifest -> {
          manifest.commands().forEach(one -> known(manifest.path(), one.line(), one.name()));
          manifest.dependencies().forEach(one -> known(manifest.path(), one.line(), one.name()));
          manifest.targets().forEach(one -> known(manifest.path(), one.line(), one.name()));
        });
  }

  private void known(String path, int line, String name) {
    if (namesByLine.containsKey(path)) {
      names(path, line).add(name);
    }
  }

  private List<String> names(String path, int line) {
    return namesByLine
        .computeIfAbsent(path, one -> new TreeMap<>())
        .computeIfAbsent(line, one -> new ArrayList<>());
  }

  /** What the graph says is named or defined in the cited lines. */
  List<String> in(Evidence evidence) {
    TreeMap<Integer, List<String>> lines =
        namesByLine.getOrDefault(evidence.path(), new TreeMap<>());
    return lines.subMap(evidence.startLine(), true, evidence.endLine(), true).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Spans of the symbols of a file that have this whole name. */
  List<Evidence> definitions(String path, String qualifiedName) {
    List<Evidence> result = new ArrayList<>();
    int file = graph.file(path);
    for (int id = file < 0 ? 0 : graph.firstSymbol(file);
        file >= 0 && id < graph.endSymbol(file);
        id++) {
      if (graph.qualifiedName(id).equals(qualifiedName)) {
        GraphSymbol symbol = graph.symbol(id);
        int last = Math.min(symbol.endLine(), graph.lineCount(file));
        int first = Math.min(symbol.startLine(), last);
        result.add(new Evidence(path, Math.max(1, first), Math.max(1, last)));
      }
    }
    return result;
  }
}
