package ai.wikibuilder.comparisons;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.source.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Lists the types and functions that other code can use: public ones of the product's own code, all
 * that is around them public, too. Used once, by one thread.
 */
final class PublicNames {
  /** A longer head is cut: it is compared as far as this. */
  private static final int HEAD_CHAR_COUNT_MAX = 300;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Version version;
  private final CodeGraph graph;

  PublicNames(Version version) {
    this.version = version;
    this.graph = version.graph();
  }

  /**
   * Heads by the part and the name. Names that several definitions share are counted: their heads
   * stand one after the other.
   */
  Map<String, Item> items() {
    Map<String, Item> items = new TreeMap<>();
    for (int file = 0; file < graph.fileCount(); file++) {
      if (graph.role(file) == FileRole.MAIN && graph.firstSymbol(file) < graph.endSymbol(file)) {
        add(file, items);
      }
    }
    return items;
  }

  private void add(int file, Map<String, Item> items) {
    Optional<SourceText> text = Optional.empty();
    String part = Inventory.name(graph.modules().get(graph.moduleOf(file)));
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol symbol = graph.symbol(id);
      if (isOffered(symbol)) {
        text = text.isPresent() ? text : version.reader().text(graph.path(file));
        String head = text.map(found -> head(found, symbol)).orElse("");
        Evidence place = new Evidence(symbol.path(), symbol.nameLine(), symbol.nameLine());
        items.merge(
            part + ": " + graph.qualifiedName(id),
            new Item(head, Optional.of(place), symbol.importance()),
            (known, next) ->
                new Item(
                    known.content() + "; " + next.content(),
                    known.place(),
                    Math.max(known.weight(), next.weight())));
      }
    }
  }

  private boolean isOffered(GraphSymbol symbol) {
    boolean told = symbol.kind().isType() || symbol.kind().isCallable();
    if (!told || symbol.visibility() != Visibility.PUBLIC) {
      return false;
    }
    for (int at = symbol.parent(); at >= 0; at = graph.parent(at)) {
      GraphSymbol around = graph.symbol(at);
      boolean open = around.kind() == SymbolKind.NAMESPACE || around.kind().isType();
      if (!open || around.visibility() == Visibility.PRIVATE) {
        return false;
      }
    }
    return true;
  }

  private static String head(SourceText text, GraphSymbol symbol) {
    int end = Math.min(symbol.signatureEnd(), symbol.signatureStart() + HEAD_CHAR_COUNT_MAX);
    return BLANKS.matcher(text.slice(symbol.signatureStart(), end)).replaceAll(" ").strip();
  }
}
