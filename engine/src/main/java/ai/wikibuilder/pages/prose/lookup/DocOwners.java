package ai.wikibuilder.pages.prose.lookup;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.claims.CitedText;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Optional;

/** Whose doc comment some lines are. One thread. */
public final class DocOwners {
  private final CitedText text;
  private final CodeGraph graph;

  public DocOwners(RepositoryNames names, CitedText text) {
    this.text = text;
    this.graph = names.graph();
  }

  /** The symbol whose doc comment holds the lines; empty when they are no doc comment. */
  public Optional<GraphSymbol> of(Evidence lines) {
    int file = graph.file(lines.path());
    SourceText source = file < 0 ? null : text.file(lines.path()).orElse(null);
    if (source == null) {
      return Optional.empty();
    }
    Optional<GraphSymbol> found = Optional.empty();
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol symbol = graph.symbol(id);
      if (symbol.hasDoc() && symbol.docEnd() <= source.byteCount()) {
        boolean inside =
            source.lineOf(symbol.docStart()) <= lines.startLine()
                && source.lineOf(Math.max(symbol.docStart(), symbol.docEnd() - 1))
                    >= lines.endLine();
        if (inside && (found.isEmpty() || isSmaller(symbol, found.get()))) {
          found = Optional.of(symbol);
        }
      }
    }
    return found;
  }

  private static boolean isSmaller(GraphSymbol one, GraphSymbol other) {
    return one.docEnd() - one.docStart() <= other.docEnd() - other.docStart();
  }

  /** The text of a symbol's doc comment, empty when it has none. */
  public String doc(GraphSymbol symbol) {
    return symbol.hasDoc()
        ? text.file(symbol.path())
            .filter(found -> symbol.docEnd() <= found.byteCount())
            .map(found -> found.slice(symbol.docStart(), symbol.docEnd()))
            .orElse("")
        : "";
  }

  /** Whether a symbol is one of others, stands around one, inside one, or shares its doc. */
  public boolean isOf(GraphSymbol owner, List<Integer> symbols) {
    for (int symbol : symbols) {
      boolean same = owner.id() == symbol || graph.symbol(symbol).name().equals(owner.name());
      if (same
          || isAround(symbol, owner.id())
          || (isAround(owner.id(), symbol) && isConstructor(symbol))) {
        return true;
      }
      if (doc(owner).contains(graph.symbol(symbol).name())) {
        return true;
      }
    }
    return false;
  }

  /** Words of a member may be said of its type; those of a type only of its constructor. */
  private boolean isAround(int outer, int inner) {
    return graph.parent(inner) == outer;
  }

  private boolean isConstructor(int symbol) {
    return graph.symbol(symbol).kind() == SymbolKind.CONSTRUCTOR;
  }
}
