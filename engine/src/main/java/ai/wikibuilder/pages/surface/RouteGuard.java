package ai.wikibuilder.pages.surface;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.Certainty;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A function in front of the routes that treats paths by their beginnings. For one thread. */
final class RouteGuard {
  /** Words in the name of a file or its function that stands in front of others. */
  private static final Pattern FRONT =
      Pattern.compile("(?i).*(?:filter|guard|interceptor|middleware|security|authori[sz]|gate).*");

  private static final int BYTE_COUNT_MAX = 100_000;

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;
  private final Map<String, Evidence> lines = new LinkedHashMap<>();
  private final Optional<GraphSymbol> function;

  RouteGuard(Material material, List<EntryPoint> routes) {
    this.material = material;
    this.repository = material.repository();
    this.graph = repository.graph();
    Set<String> beginnings = new LinkedHashSet<>();
    routes.forEach(route -> beginnings.add(beginning(route.target())));
    beginnings.remove("");
    this.function = routes.isEmpty() ? Optional.empty() : find(beginnings);
  }

  /** {@code /hooks/} of {@code /hooks/{carrier}}. */
  private static String beginning(String path) {
    int end = path.indexOf('/', 1);
    String first = end < 0 ? path : path.substring(0, end);
    return first.length() > 1 && first.matches("/[\\w-]+") ? first + "/" : "";
  }

  private Optional<GraphSymbol> find(Set<String> beginnings) {
    for (int file = 0; file < graph.fileCount(); file++) {
      String path = graph.path(file);
      boolean counts =
          graph.moduleOf(file) >= 0
              && repository.isMain(file)
              && graph.byteCount(file) < BYTE_COUNT_MAX
              && FRONT.matcher(Repository.fileName(path)).matches();
      for (int id = graph.firstSymbol(file); counts && id < graph.endSymbol(file); id++) {
        GraphSymbol symbol = graph.symbol(id);
        if (symbol.kind().isCallable() && tellsApart(symbol, beginnings)) {
          return Optional.of(symbol);
        }
      }
    }
    return Optional.empty();
  }

  private boolean tellsApart(GraphSymbol symbol, Set<String> beginnings) {
    SourceText text = repository.text(symbol.path()).orElse(SourceText.of(""));
    lines.clear();
    for (int line = symbol.nameLine();
        line <= Math.min(symbol.endLine(), text.lineCount());
        line++) {
      String words = text.lines(line, line);
      for (String beginning : beginnings) {
        boolean named = words.contains("\"" + beginning) || words.contains("'" + beginning);
        if (named && !lines.containsKey(beginning)) {
          repository
              .lines(symbol.path(), line, line)
              .ifPresent(place -> lines.put(beginning, place));
        }
      }
    }
    return !lines.isEmpty();
  }

  /** What stands in front of all routes, and whom it asks; empty when nothing was found. */
  List<Sentence> sentences() {
    if (function.isEmpty()) {
      return List.of();
    }
    GraphSymbol guard = function.get();
    List<Sentence> result = new ArrayList<>();
    Phrase phrase =
        repository
            .say("guard")
            .code("function", graph.qualifiedName(guard.id()))
            .codes("prefixes", List.copyOf(lines.keySet()))
            .by(repository.definition(guard));
    lines.values().forEach(phrase::by);
    result.add(phrase.end());
    for (GraphEdge edge : material.calls().calledBy(guard)) {
      GraphSymbol target = graph.symbol(edge.target());
      boolean asks =
          target.file() != guard.file()
              && edge.kind() == ReferenceKind.CALL
              && edge.certainty() == Certainty.EXACT
              && target.kind().isCallable();
      if (asks && result.size() < 3) {
        result.add(asked(edge, target));
        owner(target)
            .flatMap(repository::doc)
            .ifPresent(words ->
                result.add(
                    repository
                        .say("says")
                        .quote("quote", words.text())
                        .by(words.evidence())
                        .end()));
      }
    }
    return result;
  }

  private Sentence asked(GraphEdge edge, GraphSymbol target) {
    return repository
        .say("guard.asks")
        .code("name", graph.qualifiedName(target.id()))
        .by(repository.line(edge.sourceFile(), edge.line()))
        .by(repository.definition(target))
        .end();
  }

  private Optional<GraphSymbol> owner(GraphSymbol member) {
    return member.parent() < 0 ? Optional.empty() : Optional.of(graph.symbol(member.parent()));
  }

  /** The line that treats the routes of a beginning; empty for the rest. */
  Optional<Sentence> of(String prefix) {
    Evidence line = lines.get(beginning(prefix + "/"));
    return line == null || function.isEmpty()
        ? Optional.empty()
        : Optional.of(
            repository
                .say("guard.prefix")
                .code("function", graph.qualifiedName(function.get().id()))
                .code("prefix", beginning(prefix + "/"))
                .by(line)
                .end());
  }
}
