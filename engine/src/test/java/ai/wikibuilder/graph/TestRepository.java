package ai.wikibuilder.graph;

import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A small repository written down in a test. */
public final class TestRepository implements TextReader {
  private final TreeMap<String, SourceText> files = new TreeMap<>();

  /** Adds a file. */
  public TestRepository file(String path, String text) {
    files.put(path, SourceText.of(text));
    return this;
  }

  public CodeGraph graph() {
    CodeGraphBuilder builder = new CodeGraphBuilder();
    files.forEach((path, text) -> builder.add(path, text, ToyParser.parse(path, text)));
    return builder.build();
  }

  /** The graph of what the real parser finds. */
  public CodeGraph parsed(Path natives) {
    CodeGraphBuilder builder = new CodeGraphBuilder();
    try (FactsExtractor extractor = new FactsExtractor(FactsSettings.defaults(natives))) {
      files.forEach((path, text) -> builder.add(path, text, extractor.extract(path, text)));
    }
    return builder.build();
  }

  @Override
  public Optional<SourceText> text(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** All edges as {@code file:line -> target}, with a question mark behind one found by name. */
  static List<String> edges(CodeGraph graph) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < graph.edgeCount(); i++) {
      GraphEdge edge = graph.edge(i);
      String file = graph.path(edge.sourceFile());
      String target = graph.qualifiedName(edge.target());
      String targetFile = graph.symbol(edge.target()).path();
      String doubt = edge.certainty() == Certainty.BY_NAME ? "?" : "";
      result.add(file + ":" + edge.line() + " -> " + targetFile + "#" + target + doubt);
    }
    return result;
  }
}
