package ai.wikibuilder.index.queries;

import java.util.List;

/**
 * A question taken apart. Immutable.
 *
 * <pre>
 * parcel tracker          words: a name, a path, an error message, a sentence
 * lang:java path:src/     only Java files whose path holds src/; * and ? make it a pattern
 * kind:class symbol:Foo   only places that define such a symbol
 * -path:test              anything but those
 * "new HashMap"           these words one after another, whatever stands between them but words
 * /retry\w*\(/            code lines that match; /.../i whatever the case
 * </pre>
 *
 * <p>Anything else is words, so that a pasted message needs no care. Filters of one field widen
 * each other (one of them must hold), filters of different fields narrow each other.
 *
 * @param words the words in order, those of phrases too (in quotes where they are preferences),
 *     separated by one blank
 * @param filters in the order they were given
 * @param conditions what a place must hold, all of them
 * @param preferences phrases that a longer sentence quotes: better with them, but not without hits
 */
public record Query(
    String words,
    List<QueryFilter> filters,
    List<CodeCondition> conditions,
    List<CodeCondition.Phrase> preferences) {
  public Query {
    filters = List.copyOf(filters);
    conditions = List.copyOf(conditions);
    preferences = List.copyOf(preferences);
  }

  /**
   * Reads a question.
   *
   * @throws QueryException when it uses the syntax above and gets it wrong
   */
  public static Query parse(String text) {
    return new QueryParser(text).parse();
  }

  /** The same with other words. */
  public Query withWords(String other) {
    return new Query(other, filters, conditions, preferences);
  }

  /** Takes all of {@code text} as words: for text that was pasted, cut off, or mined. */
  public static Query plain(String text) {
    return new Query(text, List.of(), List.of(), List.of());
  }
}
