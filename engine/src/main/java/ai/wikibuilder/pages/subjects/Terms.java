package ai.wikibuilder.pages.subjects;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Words of the subject that few type names carry: central types called by one word, and tables that
 * a type is named after. For one thread.
 */
final class Terms {
  /** Central types looked at. */
  private static final int LOOK_COUNT_MAX = 60;

  /** Terms told. */
  private static final int TERM_COUNT_MAX = 8;

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;

  Terms(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.graph = repository.graph();
  }

  /**
   * Items by the word they explain.
   *
   * @param known words that have an item already
   */
  SortedMap<String, List<Sentence>> items(Set<String> known) {
    SortedMap<String, List<Sentence>> items = new TreeMap<>();
    for (Table table : graph.tables()) {
      ofTable(table)
          .filter(_ -> items.size() < TERM_COUNT_MAX)
          .filter(_ -> known.stream().noneMatch(word -> table.name().startsWith(word)))
          .ifPresent(item -> items.put(words(table.name()), item));
    }
    for (GraphSymbol symbol : material.keySymbols(LOOK_COUNT_MAX)) {
      String word = symbol.name().toLowerCase(Locale.ROOT);
      boolean one = symbol.kind().isType() && symbol.name().matches("[A-Z][a-z]{3,}");
      if (one && items.size() < TERM_COUNT_MAX && !known.contains(word)) {
        ofType(symbol).ifPresent(item -> items.putIfAbsent(word, item));
      }
    }
    return items;
  }

  /** {@code dead_letters} is about a dead letter. */
  private static String words(String table) {
    return table.toLowerCase(Locale.ROOT).replace('_', ' ').replaceFirst("s$", "");
  }

  /** The type with words of its own whose name begins with that of a table. */
  private Optional<List<Sentence>> ofTable(Table table) {
    String plain = words(table.name()).replace(" ", "");
    for (GraphSymbol symbol : material.keySymbols(LOOK_COUNT_MAX * 4)) {
      boolean named =
          symbol.kind().isType() && symbol.name().toLowerCase(Locale.ROOT).startsWith(plain);
      Optional<Repository.Quoted> doc =
          named && !KeySymbols.isHidden(symbol) ? repository.doc(symbol) : Optional.empty();
      if (doc.isPresent() && plain.length() >= 4) {
        List<Sentence> result = new ArrayList<>();
        result.add(
            repository
                .say("word")
                .strong("word", capital(words(table.name())))
                .code("type", symbol.name())
                .quote("quote", doc.get().text())
                .by(doc.get().evidence())
                .end());
        result.add(
            repository
                .say("word.table")
                .code("table", table.name())
                .by(repository.lines(table.path(), table.line(), table.line()))
                .end());
        used(symbol).ifPresent(result::add);
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  private Optional<List<Sentence>> ofType(GraphSymbol symbol) {
    Optional<Repository.Quoted> doc = repository.doc(symbol);
    List<Sentence> result = new ArrayList<>();
    if (doc.isPresent()) {
      result.add(
          repository
              .say("word.itself")
              .strong("word", symbol.name())
              .quote("quote", doc.get().text())
              .by(doc.get().evidence())
              .end());
    } else {
      returned(symbol).ifPresent(result::add);
    }
    if (!result.isEmpty()) {
      used(symbol).ifPresent(result::add);
    }
    return result.isEmpty() ? Optional.empty() : Optional.of(result);
  }

  /** The function whose head names the type as what it gives. */
  private Optional<Sentence> returned(GraphSymbol type) {
    for (GraphEdge edge : graph.incoming(type.id())) {
      GraphSymbol function = edge.source() < 0 ? null : graph.symbol(edge.source());
      boolean head =
          function != null
              && edge.kind() == ReferenceKind.TYPE
              && function.kind().isCallable()
              && edge.line() <= function.nameLine()
              && repository.isMain(edge.sourceFile());
      if (function != null && head && gives(function, type.name())) {
        return Optional.of(
            repository
                .say("word.derived")
                .strong("word", type.name())
                .code("function", graph.qualifiedName(function.id()))
                .by(repository.definition(function))
                .end());
      }
    }
    return Optional.empty();
  }

  private boolean gives(GraphSymbol function, String type) {
    String head = repository.signature(function);
    return head.matches(".*\\b" + type + "\\s+" + function.name() + "\\s*\\(.*")
        || head.matches(".*(?:->|\\)\\s*:)\\s*" + type + "\\b.*");
  }

  private Optional<Sentence> used(GraphSymbol symbol) {
    List<GraphEdge> places =
        material.calls().usage(symbol).places().values().stream().limit(2).toList();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("word.used")
            .codes("places", places.stream().map(material.calls()::place).toList());
    places.forEach(edge -> phrase.by(repository.line(edge.sourceFile(), edge.line())));
    repository
        .pageOfFile(symbol.file())
        .ifPresent(page -> phrase.page("page", page.slug(), page.title()));
    return Optional.of(phrase.end());
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
