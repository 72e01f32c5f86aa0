package ai.wikibuilder.source.patterns;

import java.util.List;
import java.util.Optional;

/** One {@code .gitignore}. Immutable. */
public final class IgnoreRules {
  private record Rule(PathPattern pattern, boolean negated) {}

  private final List<Rule> rules;

  private IgnoreRules(List<Rule> rules) {
    this.rules = rules;
  }

  /** Reads the text of a {@code .gitignore}. */
  public static IgnoreRules parse(String text) {
    return new IgnoreRules(PatternLines.of(text).stream().map(IgnoreRules::rule).toList());
  }

  private static Rule rule(String line) {
    boolean negated = line.startsWith("!");
    return new Rule(PathPattern.of(negated ? line.substring(1) : line), negated);
  }

  /**
   * Whether the last rule that matches ignores the path, empty when none matches.
   *
   * @param path relative to the folder that holds the {@code .gitignore}
   */
  public Optional<Boolean> ignores(String path, boolean folder) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      if (rules.get(i).pattern().matches(path, folder)) {
        return Optional.of(!rules.get(i).negated());
      }
    }
    return Optional.empty();
  }
}
