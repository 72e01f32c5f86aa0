package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.configuration.Setting.Kind;
import ai.wikibuilder.graph.configuration.Setting.Use;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.Optional;
import java.util.Set;

/**
 * Options of Rust programs that clap reads: fields with {@code #[arg(long)]}, whose words are the
 * comment above, and {@code Arg::new("x").long("x").help("what it is")}.
 */
final class ClapOptions {
  /** Attributes of a field that make it an argument. */
  private static final Set<String> ATTRIBUTES = Set.of("arg", "clap", "structopt");

  /** Tokens of one argument that is put together by calls. */
  private static final int CHAIN_LENGTH_MAX = 240;

  private final Tokens tokens;
  private final Found found;

  private ClapOptions(Tokens tokens, Found found) {
    this.tokens = tokens;
    this.found = found;
  }

  static void find(Tokens tokens, Found found) {
    ClapOptions options = new ClapOptions(tokens, found);
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, '#') && tokens.is(i + 1, '[') && tokens.is(i + 3, '(')) {
        if (tokens.isAny(i + 2, ATTRIBUTES)) {
          options.field(i);
        }
      } else if (tokens.sequence(i, "Arg", ":", ":", "new", "(")) {
        options.chain(i);
      }
    }
  }

  private void field(int at) {
    int open = at + 3;
    int longer = top(open, "long");
    if (longer < 0) {
      return;
    }
    boolean named = tokens.is(longer + 1, '=') && tokens.isString(longer + 2);
    String name = named ? tokens.text(longer + 2) : fieldName(tokens.close(at + 1) + 1);
    if (!name.isEmpty()) {
      found.add(Kind.OPTION, Use.READ, new Found.Named("--" + name, usual(open), tokens.line(at)));
    }
  }

  /** Where a word stands right inside brackets, -1 for nowhere. */
  private int top(int open, String word) {
    int end = tokens.close(open);
    for (int i = open + 1; i < end; i++) {
      if (tokens.is(i, '(') || tokens.is(i, '[') || tokens.is(i, '{')) {
        i = Math.max(i, tokens.close(i));
      } else if (tokens.is(i, word) && (i == open + 1 || tokens.is(i - 1, ','))) {
        return i;
      }
    }
    return -1;
  }

  private Optional<String> usual(int open) {
    int text = top(open, "default_value");
    int value = text >= 0 ? text : top(open, "default_value_t");
    boolean given = value >= 0 && tokens.is(value + 1, '=');
    boolean plain = given && (tokens.is(value + 3, ',') || value + 3 == tokens.close(open));
    return plain ? Optional.of(tokens.text(value + 2)) : Optional.empty();
  }

  /** The name of a field behind its other attributes, as clap spells it. */
  private String fieldName(int from) {
    int at = from;
    while (tokens.is(at, '#') && tokens.is(at + 1, '[')) {
      at = tokens.close(at + 1) + 1;
    }
    if (tokens.is(at, "pub")) {
      at = tokens.is(at + 1, '(') ? tokens.close(at + 1) + 1 : at + 1;
    }
    return tokens.isWord(at) && tokens.is(at + 1, ':') ? tokens.text(at).replace('_', '-') : "";
  }

  private void chain(int at) {
    String name = "";
    String said = "";
    Optional<String> usual = Optional.empty();
    int end = Math.min(tokens.count(), at + CHAIN_LENGTH_MAX);
    for (int i = tokens.close(at + 4); i < end && !tokens.is(i, "Arg"); i++) {
      boolean call = tokens.is(i - 1, '.') && tokens.is(i + 1, '(') && tokens.isString(i + 2);
      if (!call) {
        continue;
      }
      switch (tokens.text(i)) {
        case "long" -> name = tokens.text(i + 2);
        case "help" -> said = tokens.is(i + 3, ')') ? tokens.text(i + 2) : said;
        case "default_value" -> usual = Optional.of(tokens.text(i + 2));
        default -> {
          // other calls say nothing that is told here
        }
      }
    }
    if (!name.isEmpty()) {
      found.add(
          Kind.OPTION,
          Use.READ,
          new Found.Named("--" + name, usual, tokens.line(at)),
          said.indexOf('\\') < 0 ? said : "");
    }
  }
}
