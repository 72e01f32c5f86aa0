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

  /** Who may see a symbol, as the language has it. */
  enum VisibilityRule {
    /**
     * Words before the name; without any, visible in the package. Members of interfaces: public.
     */
    MODIFIERS,
    /** A leading underscore: internal; two: private; else public. */
    UNDERSCORE,
    /** Public at the top level when exported; members unless they say otherwise. */
    EXPORT
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
