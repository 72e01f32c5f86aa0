package ai.wikibuilder.facts.treesitter;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.facts.treesitter.TreeSitterException.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A condition on one capture's text. The library hands such conditions over unread, so they are
 * evaluated here: {@code #match?}, {@code #not-match?}, {@code #any-of?}, {@code #not-any-of?}.
 * Immutable.
 *
 * @param capture ordinal of the capture; a match without it meets the condition
 */
public record QueryPredicate(int capture, Predicate<String> condition) {
  static QueryPredicate of(String name, int capture, List<String> values) {
    if (capture < 0 || values.isEmpty()) {
      throw new TreeSitterException(
          Kind.QUERY, "#" + name + " needs a capture and a string, like (#match? @name \"^_\")");
    }
    Set<String> words = Set.copyOf(values);
    Predicate<String> matching = Pattern.compile(values.getFirst()).asPredicate();
    return new QueryPredicate(
        capture,
        switch (name) {
          case "match?" -> matching;
          case "not-match?" -> matching.negate();
          case "any-of?" -> words::contains;
          case "not-any-of?" -> text -> !words.contains(text);
          default ->
              throw new TreeSitterException(
                  Kind.QUERY,
                  "expected #match?, #not-match?, #any-of? or #not-any-of?, got #" + name);
        });
  }

  /** Whether the captured text {@code utf8[start, end)} meets the condition. */
  public boolean holds(byte[] utf8, int start, int end) {
    return condition.test(new String(utf8, start, end - start, UTF_8));
  }
}
