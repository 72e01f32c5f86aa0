package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.configuration.Setting.Kind;
import ai.wikibuilder.graph.configuration.Setting.Use;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.Optional;
import java.util.Set;

/**
 * Options of Go programs that stand in a map, each with what it is unless it is set: {@code
 * "BASE_URL": {rawValue: "http://localhost"}}.
 */
final class GoOptions {
  /** Fewer such keys in one map may be anything. */
  private static final int KEY_COUNT_MIN = 4;

  /** What the field of an option is called that holds its default. */
  private static final Set<String> DEFAULTS =
      Set.of("rawValue", "Default", "default", "defaultValue", "DefaultValue", "Value", "value");

  private final Tokens tokens;
  private final Found found;

  private GoOptions(Tokens tokens, Found found) {
    this.tokens = tokens;
    this.found = found;
  }

  static void find(Tokens tokens, Found found) {
    GoOptions options = new GoOptions(tokens, found);
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.sequence(i, "map", "[", "string", "]")) {
        options.map(i + 4);
      }
    }
  }

  private void map(int type) {
    int open = type;
    while (tokens.isWord(open) || tokens.is(open, '*') || tokens.is(open, '.')) {
      open++;
    }
    if (!tokens.is(open, '{') || open == type) {
      return;
    }
    int keys = 0;
    for (int at = open + 1; isOption(at); at = next(at)) {
      keys++;
    }
    for (int at = open + 1; keys >= KEY_COUNT_MIN && isOption(at); at = next(at)) {
      found.add(
          Kind.ENVIRONMENT,
          Use.READ,
          new Found.Named(tokens.text(at), value(at + 2), tokens.line(at)));
    }
  }

  private boolean isOption(int at) {
    return tokens.isString(at)
        && tokens.is(at + 1, ':')
        && tokens.is(at + 2, '{')
        && Found.isVariable(tokens.text(at))
        && NamedTexts.isInCapitals(tokens.text(at));
  }

  private int next(int at) {
    int close = tokens.close(at + 2);
    return tokens.is(close + 1, ',') ? close + 2 : close + 1;
  }

  private Optional<String> value(int open) {
    for (int i = open + 1; i < tokens.close(open); i++) {
      boolean given = DEFAULTS.contains(tokens.text(i)) && tokens.is(i + 1, ':');
      if (given && tokens.isString(i + 2) && tokens.is(i + 3, ',')) {
        return Optional.of(tokens.text(i + 2)).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }
}
