package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.configuration.Setting.Use;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.Optional;
import java.util.Set;

/** Finds the environment variables that code reads. */
final class CodeReads {
  /** Calls that read a variable, whatever stands before their dot. */
  private static final Set<String> CALLS =
      Set.of(
          "getenv",
          "secure_getenv",
          "Getenv",
          "LookupEnv",
          "GetEnvironmentVariable",
          "env",
          "var",
          "var_os",
          "get",
          "setdefault",
          "fetch");

  private final Tokens tokens;
  private final String language;
  private final Found found;

  private CodeReads(Tokens tokens, String language, Found found) {
    this.tokens = tokens;
    this.language = language;
    this.found = found;
  }

  static void find(Tokens tokens, String language, Found found) {
    CodeReads reads = new CodeReads(tokens, language, found);
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.isString(i)) {
        reads.string(i);
      } else if (tokens.is(i, "env")) {
        reads.property(i);
      }
    }
  }

  private void environment(String name, Optional<String> value, int at) {
    found.environment(Use.READ, name, value, tokens.line(at));
  }

  /** {@code getenv("X")}, {@code environ["X"]}, {@code ENV['X']}. */
  private void string(int at) {
    boolean call = tokens.is(at - 1, '(');
    boolean index = tokens.is(at - 1, '[');
    boolean haskell = tokens.is(at - 1, "lookupEnv") || tokens.is(at - 1, "getEnv");
    if (haskell && language.equals("haskell")) {
      environment(tokens.text(at), Optional.empty(), at);
    }
    if (!call && !index) {
      return;
    }
    String before = tokens.text(at - 2);
    if (index && isMap(at - 2)) {
      boolean set = tokens.is(at + 2, '=') && !tokens.is(at + 3, '=');
      if (!set) {
        environment(tokens.text(at), fallback(at + 1), at);
      }
    } else if (call && tokens.isWord(at - 2) && CALLS.contains(before) && reads(at - 2, before)) {
      Optional<String> value = second(at);
      environment(tokens.text(at), value.isPresent() ? value : fallback(at + 1), at);
    } else if (call && isJavaMap(at - 2, before)) {
      environment(tokens.text(at), second(at), at);
    } else if (call && tokens.is(at - 2, '!') && tokens.is(at - 3, "env")) {
      environment(tokens.text(at), Optional.empty(), at);
    }
  }

  /** {@code System.getenv().get("X")} and {@code getOrDefault("X", "y")}. */
  private boolean isJavaMap(int name, String word) {
    boolean asks = word.equals("get") || word.equals("getOrDefault");
    return asks && tokens.sequence(name - 4, "getenv", "(", ")", ".");
  }

  private boolean isMap(int at) {
    boolean python = tokens.is(at, "environ");
    boolean ruby = tokens.is(at, "ENV") && language.equals("ruby");
    boolean php = tokens.is(at, "$_ENV");
    boolean script = tokens.is(at, "env") && tokens.is(at - 2, "process");
    boolean swift = tokens.is(at, "environment") && tokens.is(at - 2, "processInfo");
    boolean scala = tokens.is(at, "env") && tokens.is(at - 2, "sys");
    return python || ruby || php || script || swift || scala;
  }

  /** Whether a call of this name reads the environment, judged by what stands before it. */
  private boolean reads(int name, String word) {
    boolean behindDot = tokens.is(name - 1, '.');
    String object = tokens.text(name - 2);
    return switch (word) {
      case "getenv", "secure_getenv", "Getenv", "LookupEnv" -> true;
      case "GetEnvironmentVariable" -> object.equals("Environment") || !behindDot;
      case "env" ->
          language.equals("php")
              && !behindDot
              && !tokens.is(name - 1, '>')
              && !tokens.is(name - 1, ':')
              && !tokens.is(name - 1, "function");
      case "var", "var_os" -> tokens.sequence(name - 3, "env", ":", ":");
      case "get", "setdefault" -> object.equals("environ") && behindDot;
      case "fetch" -> object.equals("ENV") && behindDot;
      default -> false;
    };
  }

  /** The literal second argument of a call. */
  private Optional<String> second(int at) {
    boolean literal = tokens.is(at + 1, ',') && isLiteral(at + 2) && tokens.is(at + 3, ')');
    return literal ? Optional.of(tokens.text(at + 2)) : Optional.empty();
  }

  private boolean isLiteral(int at) {
    return tokens.isString(at) || tokens.kind(at) == Tokens.Kind.NUMBER;
  }

  /** {@code process.env.X ?? "y"}, {@code ENV["X"] || "y"}, {@code os.environ.get("X") or "y"}. */
  private Optional<String> fallback(int close) {
    int at = close + 1;
    boolean sign =
        (tokens.is(at, '|') && tokens.is(at + 1, '|'))
            || (tokens.is(at, '?') && tokens.is(at + 1, '?'));
    int value = sign ? at + 2 : tokens.is(at, "or") ? at + 1 : -1;
    boolean last = !tokens.is(value + 1, '+') && !tokens.is(value + 1, '.');
    return value > 0 && isLiteral(value) && last
        ? Optional.of(tokens.text(value))
        : Optional.empty();
  }

  /** {@code process.env.X}, {@code import.meta.env.X}. */
  private void property(int at) {
    boolean process = tokens.is(at - 1, '.') && tokens.is(at - 2, "process");
    boolean meta = tokens.is(at - 1, '.') && tokens.is(at - 2, "meta");
    boolean dotted = tokens.is(at + 1, '.') && tokens.isWord(at + 2);
    boolean assigned = tokens.is(at + 3, '=') && !tokens.is(at + 4, '=');
    if ((process || meta) && dotted && !assigned) {
      environment(tokens.text(at + 2), fallback(at + 2), at);
    }
  }
}
