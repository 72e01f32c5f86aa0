package ai.wikibuilder.graph.tokens;

import java.util.Optional;

/** How a family of languages writes comments and strings. */
public enum Lexis {
  /** Java, Kotlin, Scala, Swift, C, C++, C#, Rust: quotes are strings, apostrophes characters. */
  CURLY(true, false, false, false),
  /** Go: as above, and raw strings between backticks. */
  GO(true, false, false, false),
  /** JavaScript, TypeScript, Groovy: both quotes, templates, regular expressions. */
  SCRIPT(true, false, false, true),
  PHP(true, true, false, true),
  PYTHON(false, true, false, true),
  /** Ruby, TOML, Dockerfiles and whatever else has {@code #} and both quotes. */
  HASH(false, true, false, true),
  /** SQL; backticks and quotes hold names. */
  SQL(false, false, true, true),
  LUA(false, false, true, true),
  /** Haskell: an apostrophe belongs to names. */
  HASKELL(false, false, true, false);

  final boolean slashes;
  final boolean hash;
  final boolean dashes;
  final boolean apostropheStrings;

  Lexis(boolean slashes, boolean hash, boolean dashes, boolean apostropheStrings) {
    this.slashes = slashes;
    this.hash = hash;
    this.dashes = dashes;
    this.apostropheStrings = apostropheStrings;
  }

  /** Three quotes open a string that may span lines. */
  boolean tripleQuotes() {
    return this == CURLY || this == PYTHON || this == SCRIPT;
  }

  /** A backtick opens a string that may span lines. */
  boolean backticks() {
    return this == GO || this == SCRIPT || this == SQL;
  }

  /** Quoted strings may span lines. */
  boolean longStrings() {
    return this == PHP || this == SQL;
  }

  /** The family of a language by its id in the table of languages; empty when it is not known. */
  public static Optional<Lexis> ofLanguage(String id) {
    return switch (id) {
      case "java", "kotlin", "scala", "swift", "c", "cpp", "csharp", "rust" -> Optional.of(CURLY);
      case "go" -> Optional.of(GO);
      case "javascript", "typescript", "tsx", "groovy", "gradle", "vue", "svelte" ->
          Optional.of(SCRIPT);
      case "php" -> Optional.of(PHP);
      case "python" -> Optional.of(PYTHON);
      case "ruby", "bash" -> Optional.of(HASH);
      case "sql" -> Optional.of(SQL);
      case "lua" -> Optional.of(LUA);
      case "haskell" -> Optional.of(HASKELL);
      default -> Optional.empty();
    };
  }
}
