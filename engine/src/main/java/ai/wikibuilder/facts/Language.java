package ai.wikibuilder.facts;

import java.util.List;
import java.util.Optional;

/**
 * One language that files are written in. Immutable.
 *
 * @param id stable, lower case: {@code java}
 * @param displayName as readers write it: {@code Java}
 * @param grammar how its files are parsed; empty when they are searched as text
 */
public record Language(String id, String displayName, Optional<Grammar> grammar) {
  /** Whether its files give facts. */
  public boolean parsed() {
    return grammar.isPresent();
  }

  /**
   * What a rule of visibility looks at, of a symbol without a word that says it.
   *
   * @param exported whether the file exports the name in another place
   */
  record Declared(SymbolKind kind, String name, Optional<Symbol> parent, boolean exported) {}

  /** Who may see a symbol, as the language has it. */
  enum VisibilityRule {
    /**
     * Words before the name; without any, visible in the package. Members of interfaces: public.
     */
    MODIFIERS,
    /** A leading underscore: internal; two: private; else public. */
    UNDERSCORE,
    /** Public at the top level when exported; members unless they say otherwise. */
    EXPORT,
    /** Public unless a word says otherwise; what stands in a function: internal. */
    PUBLIC;

    Visibility visibility(Declared symbol) {
      return switch (this) {
        case MODIFIERS -> byPlace(symbol);
        case UNDERSCORE -> byUnderscore(symbol.name(), symbol.parent());
        case EXPORT -> byExport(symbol);
        case PUBLIC -> isLocal(symbol) ? Visibility.INTERNAL : Visibility.PUBLIC;
      };
    }

    private static boolean isLocal(Declared symbol) {
      return symbol.parent().isPresent() && symbol.parent().get().kind().isCallable();
    }

    private static Visibility byPlace(Declared symbol) {
      boolean open =
          symbol.parent().isPresent()
              && (symbol.parent().get().kind() == SymbolKind.INTERFACE
                  || symbol.parent().get().kind() == SymbolKind.ANNOTATION);
      boolean enumMember = symbol.kind() == SymbolKind.ENUM_MEMBER;
      return open || enumMember ? Visibility.PUBLIC : Visibility.INTERNAL;
    }

    private static Visibility byUnderscore(String name, Optional<Symbol> parent) {
      if (parent.isPresent() && parent.get().kind().isCallable()) {
        return Visibility.INTERNAL;
      }
      if (name.startsWith("__")) {
        return name.endsWith("__") ? Visibility.PUBLIC : Visibility.PRIVATE;
      }
      return name.startsWith("_") ? Visibility.INTERNAL : Visibility.PUBLIC;
    }

    private static Visibility byExport(Declared symbol) {
      if (symbol.name().startsWith("#")) {
        return Visibility.PRIVATE;
      }
      if (symbol.parent().isEmpty()) {
        return symbol.exported() ? Visibility.PUBLIC : Visibility.INTERNAL;
      }
      SymbolKind around = symbol.parent().get().kind();
      if (around.isType()) {
        return Visibility.PUBLIC;
      }
      boolean object = around == SymbolKind.CONSTANT || around == SymbolKind.VARIABLE;
      return object ? symbol.parent().get().visibility() : Visibility.INTERNAL;
    }
  }

  /**
   * @param library name of the native library
   * @param function C function that returns the grammar
   * @param queries folders whose query files are joined, in order; the first match of a name wins
   */
  record Grammar(String library, String function, List<String> queries, VisibilityRule visibility) {
    Grammar {
      queries = List.copyOf(queries);
    }
  }
}
