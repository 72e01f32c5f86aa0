package ai.wikibuilder.answers;

import ai.wikibuilder.graph.GraphSymbol;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Leads from functions that a header only announces to where they are written. Stateless. */
final class Prototypes {
  private static final Pattern HEADER = Pattern.compile("\\.(?:h|hh|hpp|hxx)$");

  /** Lines of a function that are taken for it; the rest is read in its file. */
  private static final int LINE_COUNT_MAX = 60;

  private Prototypes() {}

  /** The one function of this name that has a body, where a symbol is announced alone. */
  static Optional<Subject> written(GraphSymbol symbol, OpenWiki wiki) {
    if (!symbol.kind().isCallable() || !isAnnounced(symbol, wiki)) {
      return Optional.empty();
    }
    String name = wiki.names().get().graph().qualifiedName(symbol.id());
    List<GraphSymbol> written =
        wiki.names().get().symbols(name).stream()
            .map(id -> wiki.names().get().graph().symbol(id))
            .filter(one -> one.kind().isCallable() && !isAnnounced(one, wiki))
            .toList();
    return written.size() == 1
        ? Optional.of(Subject.of(written.getFirst(), LINE_COUNT_MAX, wiki))
        : Optional.empty();
  }

  private static boolean isAnnounced(GraphSymbol symbol, OpenWiki wiki) {
    return HEADER.matcher(symbol.path()).find()
        && wiki.texts()
            .text(symbol.path())
            .map(text -> text.lines(symbol.startLine(), symbol.endLine()))
            .filter(lines -> lines.indexOf('{') < 0 && lines.stripTrailing().endsWith(";"))
            .isPresent();
  }
}
