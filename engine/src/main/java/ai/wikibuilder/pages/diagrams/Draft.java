package ai.wikibuilder.pages.diagrams;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A diagram while it is put together. One thread, used once. */
final class Draft {
  /** Marks a sentence carries at most. */
  private static final int EVIDENCE_COUNT_MAX = 4;

  private final Map<Object, Diagram.Node> nodes = new LinkedHashMap<>();
  private final List<Diagram.Edge> edges = new ArrayList<>();
  private final List<Sentence> inWords = new ArrayList<>();
  private final Catalogue words;

  /**
   * @param words of the wiki's language, in which the drawing is told
   */
  Draft(Catalogue words) {
    this.words = words;
  }

  /** A word of the wiki's language. */
  String text(String key) {
    return words.text(key);
  }

  /** The lines of a file, drawn into its bounds; empty when the graph has no such file. */
  static Optional<Evidence> lines(CodeGraph graph, String path, int first, int last) {
    int file = graph.file(path);
    int count = file < 0 ? 0 : graph.lineCount(file);
    if (count == 0) {
      return Optional.empty();
    }
    int start = Math.clamp(first, 1, count);
    return Optional.of(new Evidence(path, start, Math.clamp(last, start, count)));
  }

  /** Adds a box; {@code key} is what edges name it by. */
  void node(Object key, String label, String detail, Optional<Evidence> evidence) {
    String id = "n" + nodes.size();
    nodes.putIfAbsent(key, new Diagram.Node(id, label, detail, Optional.empty(), evidence));
  }

  boolean has(Object key) {
    return nodes.containsKey(key);
  }

  int nodeCount() {
    return nodes.size();
  }

  int edgeCount() {
    return edges.size();
  }

  /** Adds an arrow between boxes that are there. */
  void edge(Object from, Object to, String label, List<Evidence> evidence) {
    Diagram.Node source = nodes.get(from);
    Diagram.Node target = nodes.get(to);
    if (source != null && target != null && !evidence.isEmpty()) {
      List<Evidence> kept = evidence.subList(0, Math.min(EVIDENCE_COUNT_MAX, evidence.size()));
      edges.add(new Diagram.Edge(source.id(), target.id(), label, kept));
    }
  }

  /** A sentence about two boxes, by its key. */
  void say(String key, String from, String to, List<Evidence> evidence) {
    inWords.add(words.say(key).code("from", from).code("to", to).by(evidence).end());
  }

  /** A sentence about the drawing itself, to be filled in. */
  Phrase phrase(String key) {
    return words.say(key);
  }

  void note(Sentence sentence) {
    inWords.add(sentence);
  }

  Diagram diagram(Diagram.Kind kind, String title) {
    return new Diagram(kind, title, List.copyOf(nodes.values()), edges, inWords);
  }
}
