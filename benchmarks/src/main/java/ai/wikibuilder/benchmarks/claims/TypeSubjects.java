package ai.wikibuilder.benchmarks.claims;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.prose.EvidencePiece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be said of a type: what it extends, has, counts, and stands in. */
final class TypeSubjects {
  private final SubjectDraw draw;
  private final CodeGraph graph;

  TypeSubjects(SubjectDraw draw) {
    this.draw = draw;
    this.graph = draw.graph();
  }

  void add(GraphSymbol type) {
    Optional<EvidencePiece> mark = draw.piece(type.file(), type.nameLine());
    if (mark.isPresent()) {
      definition(type, mark.get());
      members(type, mark.get());
      subtypes(type, mark.get());
      supertypes(type, mark.get());
      plain(type);
    }
  }

  private void definition(GraphSymbol type, EvidencePiece mark) {
    List<String> paths =
        draw.pack().pieces().stream()
            .map(EvidencePiece::path)
            .filter(path -> !path.equals(type.path()) && !names(path, type.name()))
            .distinct()
            .toList();
    List<String> names =
        draw.shown().stream()
            .filter(one -> !names(type.path(), one.name()))
            .map(one -> graph.qualifiedName(one.id()))
            .toList();
    draw.add(
        new Subject(
            Subject.Kind.DEFINITION,
            Map.of("a", graph.qualifiedName(type.id()), "p", type.path()),
            List.of(mark),
            Map.of("p", paths, "a", names),
            List.of()));
  }

  private boolean names(String path, String name) {
    return draw.reader().text(path).map(text -> text.toString().contains(name)).orElse(false);
  }

  private void members(GraphSymbol type, EvidencePiece mark) {
    List<GraphSymbol> methods = new ArrayList<>();
    long constants = 0;
    for (GraphSymbol one : draw.children(type.id())) {
      constants += one.kind() == SymbolKind.ENUM_MEMBER ? 1 : 0;
      if (one.kind() == SymbolKind.METHOD || one.kind() == SymbolKind.FUNCTION) {
        methods.add(one);
      }
    }
    String name = graph.qualifiedName(type.id());
    if (methods.size() >= 2) {
      count(name, methods.size(), "methods", mark);
      List<String> foreign =
          draw.shown().stream()
              .filter(one -> one.kind().isCallable() && one.parent() != type.id())
              .map(GraphSymbol::name)
              .filter(one -> !names(type.path(), one))
              .toList();
      GraphSymbol method = methods.get(draw.random().nextInt(methods.size()));
      Optional<EvidencePiece> shown = draw.piece(method.file(), method.nameLine());
      if (shown.isPresent()) {
        draw.add(
            new Subject(
                Subject.Kind.MEMBER,
                Map.of("a", name, "b", method.name()),
                List.of(shown.get()),
                Map.of("b", foreign),
                method.name().equals(type.name()) ? List.of() : List.of("a", "b")));
      }
    }
    if (constants >= 2) {
      count(name, constants, "constants", mark);
    }
  }

  private void count(String name, long number, String noun, EvidencePiece mark) {
    draw.add(
        new Subject(
            Subject.Kind.COUNT_MEMBERS,
            Map.of("a", name, "n", Long.toString(number), "noun", noun),
            List.of(mark),
            Map.of(),
            List.of()));
  }

  private void subtypes(GraphSymbol type, EvidencePiece mark) {
    long count =
        graph.incoming(type.id()).stream()
            .filter(edge -> edge.kind() == ReferenceKind.INHERIT && edge.source() >= 0)
            .map(GraphEdge::source)
            .distinct()
            .count();
    if (count >= 2) {
      draw.add(
          new Subject(
              Subject.Kind.COUNT_SUBTYPES,
              Map.of("a", graph.qualifiedName(type.id()), "n", Long.toString(count)),
              List.of(mark),
              Map.of(),
              List.of()));
    }
  }

  private void supertypes(GraphSymbol type, EvidencePiece mark) {
    Set<Integer> above = new HashSet<>();
    for (int number = 0; number < graph.edgeCount(); number++) {
      GraphEdge edge = graph.edge(number);
      if (edge.source() == type.id() && edge.kind() == ReferenceKind.INHERIT) {
        above.add(edge.target());
      }
    }
    if (above.isEmpty()) {
      return;
    }
    List<String> others =
        draw.shown().stream()
            .filter(one -> one.kind().isType() && one.id() != type.id())
            .filter(one -> !draw.lines(type).contains(one.name()) && !above.contains(one.id()))
            .filter(one -> !headOf(type).contains(one.name()))
            .map(one -> graph.qualifiedName(one.id()))
            .toList();
    int first = above.iterator().next();
    if (graph.qualifiedName(first).equals(graph.qualifiedName(type.id()))) {
      return;
    }
    draw.add(
        new Subject(
            Subject.Kind.INHERITANCE,
            Map.of("a", graph.qualifiedName(type.id()), "b", graph.qualifiedName(first)),
            List.of(mark),
            Map.of("b", others),
            List.of("a", "b")));
  }

  private String headOf(GraphSymbol type) {
    return draw.reader()
        .text(type.path())
        .filter(text -> type.signatureEnd() <= text.byteCount())
        .map(text -> text.slice(type.signatureStart(), type.signatureEnd()))
        .orElse("");
  }

  /** Two types of several words each, one of which calls the other, told in plain words. */
  private void plain(GraphSymbol type) {
    for (GraphSymbol other : draw.shown()) {
      if (other.kind().isType()
          && other.id() != type.id()
          && words(type.name()).contains(" ")
          && words(other.name()).contains(" ")) {
        Optional<GraphEdge> edge = edge(type, other);
        Optional<EvidencePiece> mark =
            edge.flatMap(one -> draw.piece(one.sourceFile(), one.line()));
        if (mark.isPresent()
            && edge(other, type).isEmpty()
            && !draw.lines(other).contains(type.name())) {
          draw.add(
              new Subject(
                  Subject.Kind.PLAIN_WORDS,
                  Map.of("a", words(type.name()), "b", words(other.name())),
                  List.of(mark.get()),
                  Map.of(),
                  List.of("a", "b")));
          return;
        }
      }
    }
  }

  private Optional<GraphEdge> edge(GraphSymbol from, GraphSymbol to) {
    for (int id = graph.firstSymbol(to.file()); id < graph.endSymbol(to.file()); id++) {
      if (id == to.id() || graph.parent(id) == to.id()) {
        for (GraphEdge edge : graph.incoming(id)) {
          int source = edge.source();
          boolean inside =
              source >= 0 && (source == from.id() || graph.parent(source) == from.id());
          if (inside && edge.kind() == ReferenceKind.CALL) {
            return Optional.of(edge);
          }
        }
      }
    }
    return Optional.empty();
  }

  static String words(String name) {
    return name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|_+", " ")
        .toLowerCase(Locale.ROOT)
        .strip();
  }
}
