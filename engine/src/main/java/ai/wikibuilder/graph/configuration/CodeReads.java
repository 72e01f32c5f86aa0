package ai.wikibuilder.graph.configuration;

import ai.wikibuilder.graph.configuration.Setting.Use;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the environment variables that code reads. */
final class CodeReads {
  /** {@code `env:"TIDE_LEVEL,required" envDefault:"1"`}. */
  private static final Pattern TAG =
      Pattern.compile("(?<![\\w-])env:\"([A-Z][A-Z0-9_]{1,60})[\",]");

  private static final Pattern TAG_DEFAULT =
      Pattern.compile("(?<![\\w-])(?:envDefault|env-default|default):\"([^\"]{1,60})\"");

  /** A longer tag is about something else. */
  private static final int TAG_LENGTH_MAX = 300;

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

  /** Words before the name of a function where it is defined. */
  private static final Set<String> DEFINING = Set.of("def", "fn", "fun", "func", "function", "sub");

  /** Languages that write the type before the name of a function. */
  private static final Set<String> TYPED = Set.of("java", "csharp", "c", "cpp");

  /** Words that stand before a call. */
  private static final Set<String> NO_TYPE = Set.of("return", "new", "await", "throw", "else");

  /** What a function of the same type stands behind. */
  private static final Set<String> OWN = Set.of("this", "self", "cls");

  /** How far above a read the head of its function may stand. */
  private static final int FUNCTION_TOKEN_COUNT = 120;

  private final Tokens tokens;
  private final String language;
  private final Found found;
  private final NamedTexts constants;

  /** Functions of this file that read the variable their first argument names. */
  private final Set<String> readers = new HashSet<>();

  private CodeReads(Tokens tokens, String language, NamedTexts constants, Found found) {
    this.tokens = tokens;
    this.language = language;
    this.constants = constants;
    this.found = found;
  }

  static void find(Tokens tokens, String language, NamedTexts constants, Found found) {
    CodeReads reads = new CodeReads(tokens, language, constants, found);
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, '(') || tokens.is(i, '[')) {
        reads.argument(i);
      } else if (tokens.is(i, "env")) {
        reads.property(i);
      } else if (tokens.isString(i)) {
        reads.haskell(i);
        reads.tag(i);
      }
    }
    if (!reads.readers.isEmpty()) {
      reads.ofReaders();
    }
  }

  private void environment(String name, Optional<String> value, int at) {
    found.environment(Use.READ, name, value, tokens.line(at));
  }

  /** {@code getenv("X")}, {@code environ["X"]}, {@code ENV[NAME]}. */
  private void argument(int open) {
    boolean reads = tokens.is(open, '[') ? isMap(open - 1) : isCall(open);
    int first = tokens.is(open + 1, '&') ? open + 2 : open + 1;
    int last = reads ? last(first) : -1;
    if (last < 0 || isAssigned(open, last)) {
      return;
    }
    Optional<String> value = second(last);
    Optional<String> other = value.isPresent() ? value : fallback(last + 1);
    if (tokens.isString(last)) {
      environment(tokens.text(last), other, last);
    } else {
      named(first, last, other);
    }
  }

  private boolean isAssigned(int open, int last) {
    return tokens.is(open, '[') && tokens.is(last + 2, '=') && !tokens.is(last + 3, '=');
  }

  /** The last token of an argument that is one text or one name; -1 for any other. */
  private int last(int first) {
    int last = first;
    while (tokens.isWord(last) && tokens.is(last + 1, '.') && tokens.isWord(last + 2)) {
      last += 2;
    }
    while (tokens.isWord(last) && tokens.sequence(last + 1, ":", ":") && tokens.isWord(last + 3)) {
      last += 3;
    }
    boolean ends = tokens.is(last + 1, ')') || tokens.is(last + 1, ']') || tokens.is(last + 1, ',');
    return ends && (tokens.isString(last) || tokens.isWord(last)) ? last : -1;
  }

  /** A variable whose name another name stands for. */
  private void named(int first, int last, Optional<String> value) {
    String name = tokens.text(last);
    int text = constants.place(name);
    int reader = first == last ? function(name, first) : -1;
    if (reader >= 0) {
      readers.add(tokens.text(reader));
    } else if (text >= 0) {
      found.environment(
          tokens.text(text), value, new Found.Lines(tokens.line(last), tokens.line(text)));
    } else if (NamedTexts.isInCapitals(name) || first < last) {
      found.awaited(name, value, tokens.line(last));
    }
  }

  /** The name of the function around a token that has this name as its first parameter; or -1. */
  private int function(String name, int before) {
    for (int at = before - 1; at > before - FUNCTION_TOKEN_COUNT && at > 0; at--) {
      if (tokens.is(at, name)) {
        int open = at - 1;
        while (tokens.isWord(open)) {
          open--; // the type of a parameter
        }
        boolean arrow = tokens.is(open - 1, '=') && tokens.isWord(open - 2);
        if (tokens.is(open, '(') && isDeclared(open - 1)) {
          return open - 1;
        }
        if (tokens.is(open, '(') && arrow && tokens.is(open - 3, "const")) {
          return open - 2;
        }
      }
    }
    return -1;
  }

  private boolean isDeclared(int name) {
    String before = tokens.text(name - 1);
    boolean typed =
        TYPED.contains(language) && tokens.isWord(name - 1) && !NO_TYPE.contains(before);
    return tokens.isWord(name) && (DEFINING.contains(before) || typed);
  }

  /** Calls of functions that read what they are given. */
  private void ofReaders() {
    for (int i = 1; i < tokens.count(); i++) {
      boolean own = !tokens.is(i - 1, '.') || OWN.contains(tokens.text(i - 2));
      boolean call = tokens.isWord(i) && tokens.is(i + 1, '(') && tokens.isString(i + 2);
      if (call && own && readers.contains(tokens.text(i)) && !isDeclared(i)) {
        String name = tokens.text(i + 2);
        if (NamedTexts.isInCapitals(name)) {
          environment(name, second(i + 2), i + 2);
        }
      }
    }
  }

  /** A tag of Go that names the variable a field is filled from. */
  private void tag(int at) {
    String words = language.equals("go") ? tokens.text(at) : "";
    if (words.contains("env:\"") && words.length() <= TAG_LENGTH_MAX) {
      Matcher variable = TAG.matcher(words);
      Matcher otherwise = TAG_DEFAULT.matcher(words);
      if (variable.find()) {
        environment(
            variable.group(1),
            otherwise.find() ? Optional.of(otherwise.group(1)) : Optional.empty(),
            at);
      }
    }
  }

  private void haskell(int at) {
    boolean reads = tokens.is(at - 1, "lookupEnv") || tokens.is(at - 1, "getEnv");
    if (reads && language.equals("haskell")) {
      environment(tokens.text(at), Optional.empty(), at);
    }
  }

  private boolean isCall(int open) {
    String name = tokens.text(open - 1);
    // libraries of C wrap it under names of their own
    boolean wrapped = name.endsWith("_getenv") && (language.equals("c") || language.equals("cpp"));
    boolean known =
        tokens.isWord(open - 1) && (wrapped || (CALLS.contains(name) && reads(open - 1, name)));
    boolean macro = tokens.is(open - 1, '!') && tokens.is(open - 2, "env");
    return known || macro || isJavaMap(open - 1, name);
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
