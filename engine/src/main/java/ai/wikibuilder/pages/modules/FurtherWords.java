package ai.wikibuilder.pages.modules;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.Signatures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what the list of main definitions leaves out and the code has words for: the methods of a
 * type that fills a file, and further definitions of a module, each with its own line. A library of
 * few long files is known by these, not by its files.
 */
final class FurtherWords {
  /** Rows of one table, and of one about a very long type. */
  private static final int ROW_COUNT = 10;

  private static final int ROW_COUNT_MAX = 20;

  /** A type has a row more for so many lines. */
  private static final int LINES_PER_ROW = 60;

  /** Fewer rows are no table. */
  private static final int ROW_COUNT_MIN = 3;

  /** A type with so many lines in its methods is read method by method. */
  private static final int TYPE_LINE_COUNT_MIN = 200;

  /** So many methods of a type with words of their own stand in the list above. */
  private static final int TOLD_COUNT = 3;

  private final Material material;
  private final Repository repository;

  FurtherWords(Material material) {
    this.material = material;
    this.repository = material.repository();
  }

  /**
   * The methods of the largest type of a module; empty when none is large.
   *
   * @param told definitions in the list of the module that are told with their methods
   */
  Optional<Page.Section> methods(List<GraphSymbol> told) {
    return told.stream()
        .filter(symbol -> symbol.kind().isType() || symbol.kind() == SymbolKind.NAMESPACE)
        .filter(symbol -> lineCount(symbol) >= TYPE_LINE_COUNT_MIN)
        .max(Comparator.comparingInt(this::lineCount))
        .flatMap(this::methods);
  }

  /**
   * What the list leaves out; empty when it tells all.
   *
   * @param all definitions of the module, the most important first
   * @param told those in the list
   */
  Optional<Page.Section> definitions(List<GraphSymbol> all, List<GraphSymbol> told) {
    Set<GraphSymbol> known = new HashSet<>(told);
    List<GraphSymbol> others =
        all.stream()
            .filter(symbol -> !known.contains(symbol) && !KeySymbols.isHidden(symbol))
            .filter(symbol -> symbol.visibility() != Visibility.INTERNAL)
            .toList();
    return table(repository.words().text("heading.further.definitions"), others, 0, ROW_COUNT);
  }

  /** Lines of the methods others may call, wherever they stand: in Go they are outside. */
  private int lineCount(GraphSymbol type) {
    return material.symbols().offered(type).stream()
        .mapToInt(method -> method.endLine() - method.startLine() + 1)
        .sum();
  }

  private Optional<Page.Section> methods(GraphSymbol type) {
    int rowCount = Math.clamp(lineCount(type) / LINES_PER_ROW, ROW_COUNT, ROW_COUNT_MAX);
    String heading = repository.words().text("heading.methods").replace("{name}", type.name());
    return table(heading, material.symbols().offered(type), TOLD_COUNT, rowCount);
  }

  private Optional<Page.Section> table(
      String heading, List<GraphSymbol> symbols, int left, int rowCount) {
    List<List<Sentence>> rows = new ArrayList<>();
    int skipped = 0;
    for (GraphSymbol symbol : symbols) {
      Optional<Repository.Quoted> doc =
          rows.size() < rowCount ? repository.doc(symbol) : Optional.empty();
      if (doc.isPresent() && skipped++ >= left) {
        rows.add(
            List.of(
                repository
                    .say("cell.code")
                    .code("words", Signatures.brief(repository, symbol))
                    .by(repository.head(symbol))
                    .end(),
                repository
                    .say("says")
                    .quote("quote", doc.get().text())
                    .by(doc.get().evidence())
                    .end()));
      }
    }
    return rows.size() < ROW_COUNT_MIN
        ? Optional.empty()
        : Optional.of(
            new Page.Section(
                heading,
                List.of(
                    new Block.Table(
                        List.of(
                            repository.words().text("column.definition"),
                            repository.words().text("column.says")),
                        rows))));
  }
}
