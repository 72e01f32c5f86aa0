package ai.wikibuilder.graph.entrypoints;

import java.util.List;

/**
 * An annotation, attribute or decorator.
 *
 * @param qualifier what stands before the last dot of its name
 * @param open the bracket of its arguments, -1 when it has none
 */
record Mark(String qualifier, String name, int open, int line) {

  /**
   * The marks that stand on one definition.
   *
   * @param type whether the definition is a type
   * @param name the definition's name, empty when it could not be told
   * @param owner the type it stands in as far as the text tells, empty outside of types
   */
  record Group(List<Mark> marks, boolean type, String name, String owner) {
    /** The definition as people say it: {@code Owner.name}. */
    String handler() {
      return owner.isEmpty() || type || name.isEmpty() ? name : owner + "." + name;
    }
  }
}
