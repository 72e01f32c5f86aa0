package ai.wikibuilder.answers;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the code says of its own definitions: their doc comments, and for one that has none that of
 * what it goes back to or stands in. Who asked how a session is stored learns nothing from a method
 * without a comment, but from its class. One thread.
 */
final class Descriptions {
  private final OpenWiki wiki;
  private final RepositoryNames names;
  private final CodeGraph graph;

  Descriptions(OpenWiki wiki) {
    this.wiki = wiki;
    this.names = wiki.names().get();
    this.graph = names.graph();
  }

  /**
   * The first sentence of a doc comment.
   *
   * @param symbol whose comment it is
   * @param isAround whether that is the type around what was asked for, not what it goes back to
   * @param lines where the sentence stands
   */
  record Description(GraphSymbol symbol, boolean isAround, String text, Evidence lines) {}

  /** How a definition describes itself; empty when it does not. */
  Optional<Description> own(GraphSymbol symbol) {
    return of(symbol, false);
  }

  /**
   * How the method it overrides, the type it is derived from or the type around it describes
   * itself, whichever has most of the words; empty when none of them does.
   */
  Optional<Description> near(GraphSymbol symbol, List<String> words) {
    Set<String> asked = words.stream().map(WordParts::stem).collect(Collectors.toSet());
    List<Description> all = new ArrayList<>();
    above(symbol).stream()
        .flatMap(one -> of(graph.symbol(one), false).stream())
        .limit(1)
        .forEach(all::add);
    if (symbol.parent() >= 0 && graph.symbol(symbol.parent()).kind().isType()) {
      of(graph.symbol(symbol.parent()), true).ifPresent(all::add);
    }
    return all.stream()
        .reduce((one, other) -> shared(other, asked) > shared(one, asked) ? other : one);
  }

  private static int shared(Description one, Set<String> asked) {
    Set<String> shared = new HashSet<>(asked);
    shared.retainAll(WordParts.of(one.text()));
    return shared.size();
  }

  /** Types that a type names as its own, or the members of such that a member is called like. */
  private Set<Integer> above(GraphSymbol symbol) {
    if (symbol.kind().isType()) {
      return supertypes(symbol);
    }
    Set<Integer> members = new LinkedHashSet<>();
    boolean isMember = symbol.parent() >= 0 && graph.symbol(symbol.parent()).kind().isType();
    for (int type : isMember ? supertypes(graph.symbol(symbol.parent())) : Set.<Integer>of()) {
      int file = graph.symbol(type).file();
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        if (graph.parent(id) == type && graph.symbol(id).name().equals(symbol.name())) {
          members.add(id);
        }
      }
    }
    return members;
  }

  private Set<Integer> supertypes(GraphSymbol type) {
    Set<Integer> types = new LinkedHashSet<>();
    for (GraphEdge edge : names.edges(type.file(), type.startLine(), type.endLine())) {
      if (edge.kind() == ReferenceKind.INHERIT
          && edge.source() == type.id()
          && edge.target() != type.id()) {
        types.add(edge.target());
      }
    }
    return types;
  }

  private Optional<Description> of(GraphSymbol symbol, boolean isAround) {
    Optional<SourceText> text = wiki.texts().text(symbol.path());
    if (!symbol.hasDoc() || text.isEmpty() || symbol.docEnd() > text.get().byteCount()) {
      return Optional.empty();
    }
    int line = text.get().lineOf(symbol.docStart());
    return Quotations.ofComment(text.get().slice(symbol.docStart(), symbol.docEnd()))
        .map(quotation ->
            new Description(
                symbol,
                isAround,
                quotation.text(),
                new Evidence(
                    symbol.path(), line + quotation.firstLine(), line + quotation.lastLine())));
  }
}
