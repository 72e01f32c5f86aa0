package ai.wikibuilder.pages.prose.language;

import java.util.List;

/**
 * Who is said to do something to whom. Immutable.
 *
 * @param from places of the names that call, extend or hold; {@link #CONTEXT} for a pronoun
 * @param to places of the names that are called, extended or held
 * @param negated whether it is said not to be so
 * @param only whether nothing else is said to do it
 * @param at where the verb stands
 */
public record StatedRelation(
    RelationKind kind,
    List<Integer> from,
    List<Integer> to,
    boolean negated,
    boolean only,
    int at) {
  /** What the sentence before was about. */
  public static final int CONTEXT = -1;

  public StatedRelation {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}
