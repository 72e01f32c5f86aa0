package ai.wikibuilder.site.markup;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the colouring of code needs to know of a family of languages. It is not a parser: it knows
 * comments, strings, numbers and the words a family reserves.
 */
enum Syntax {
  C_LIKE("//", true, "\"'`", Words.OF_C),
  RUST("//", true, "\"", Words.OF_C),
  PYTHON("#", false, "\"'", Words.OF_PYTHON),
  HASH("#", false, "\"'", Words.OF_SHELL),
  SQL("--", true, "'\"", Words.OF_SQL),
  CSS("", true, "\"'", Set.of()),
  PLAIN("", false, "", Set.of());

  private static final Map<String, Syntax> BY_NAME =
      Map.ofEntries(
          Map.entry("rs", RUST),
          Map.entry("rust", RUST),
          Map.entry("py", PYTHON),
          Map.entry("pyi", PYTHON),
          Map.entry("python", PYTHON),
          Map.entry("rb", HASH),
          Map.entry("ruby", HASH),
          Map.entry("sh", HASH),
          Map.entry("bash", HASH),
          Map.entry("shell", HASH),
          Map.entry("yaml", HASH),
          Map.entry("yml", HASH),
          Map.entry("toml", HASH),
          Map.entry("properties", HASH),
          Map.entry("env", HASH),
          Map.entry("cfg", HASH),
          Map.entry("ini", HASH),
          Map.entry("makefile", HASH),
          Map.entry("mk", HASH),
          Map.entry("dockerfile", HASH),
          Map.entry("sql", SQL),
          Map.entry("css", CSS),
          Map.entry("scss", CSS));

  /** Names of languages and endings of files that are read like C. */
  private static final Set<String> READ_LIKE_C =
      Set.of(
          "java",
          "kt",
          "kts",
          "kotlin",
          "js",
          "mjs",
          "cjs",
          "jsx",
          "javascript",
          "ts",
          "tsx",
          "mts",
          "cts",
          "typescript",
          "c",
          "h",
          "cc",
          "cpp",
          "cxx",
          "hpp",
          "cs",
          "csharp",
          "go",
          "swift",
          "scala",
          "groovy",
          "gradle",
          "php",
          "dart",
          "proto",
          "json",
          "jsonc");

  private final String lineComment;
  private final boolean blockComment;
  private final String quotes;

  // Set.of gives sets that cannot change
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> words;

  Syntax(String lineComment, boolean blockComment, String quotes, Set<String> words) {
    this.lineComment = lineComment;
    this.blockComment = blockComment;
    this.quotes = quotes;
    this.words = words;
  }

  /** By the id of a language or the path of a file; {@link #PLAIN} when neither says anything. */
  static Syntax of(String languageOrPath) {
    String file = languageOrPath.substring(languageOrPath.lastIndexOf('/') + 1);
    String name = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return READ_LIKE_C.contains(name) ? C_LIKE : BY_NAME.getOrDefault(name, PLAIN);
  }

  /** What starts a comment that lasts to the end of the line; empty for none. */
  String lineComment() {
    return lineComment;
  }

  /** Whether there are comments between slash-star and star-slash. */
  boolean blockComment() {
    return blockComment;
  }

  boolean quotes(char c) {
    return quotes.indexOf(c) >= 0;
  }

  /** Whether a quote of this kind may go on over lines. */
  boolean spansLines(char quote) {
    return quote == '`' || (this == SQL && quote == '\'');
  }

  boolean reserves(String word) {
    return words.contains(this == SQL ? word.toUpperCase(Locale.ROOT) : word);
  }

  /** Reserved words by family. */
  private static final class Words {
    private static final Set<String> OF_C =
        Set.of(
            "abstract",
            "as",
            "assert",
            "async",
            "await",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "declare",
            "default",
            "defer",
            "delete",
            "do",
            "double",
            "else",
            "enum",
            "export",
            "extends",
            "extern",
            "false",
            "final",
            "finally",
            "float",
            "fn",
            "for",
            "fun",
            "func",
            "function",
            "if",
            "impl",
            "implements",
            "import",
            "in",
            "instanceof",
            "int",
            "interface",
            "internal",
            "let",
            "long",
            "mut",
            "namespace",
            "new",
            "nil",
            "null",
            "override",
            "package",
            "permits",
            "private",
            "protected",
            "pub",
            "public",
            "readonly",
            "record",
            "return",
            "sealed",
            "self",
            "short",
            "static",
            "struct",
            "super",
            "suspend",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "trait",
            "true",
            "try",
            "typedef",
            "typeof",
            "undefined",
            "union",
            "unsafe",
            "unsigned",
            "using",
            "val",
            "var",
            "void",
            "volatile",
            "when",
            "where",
            "while",
            "with",
            "yield");
    private static final Set<String> OF_PYTHON =
        Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "case",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "match",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "self",
            "try",
            "while",
            "with",
            "yield");
    private static final Set<String> OF_SHELL =
        Set.of(
            "true",
            "false",
            "null",
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "do",
            "done",
            "while",
            "case",
            "esac",
            "in",
            "function",
            "return",
            "export",
            "def",
            "end",
            "class",
            "module",
            "require",
            "FROM",
            "RUN",
            "COPY",
            "ENV",
            "WORKDIR",
            "ENTRYPOINT",
            "CMD",
            "EXPOSE");
    private static final Set<String> OF_SQL =
        Set.of(
            "ADD",
            "ALTER",
            "AND",
            "AS",
            "ASC",
            "BEGIN",
            "BETWEEN",
            "BY",
            "CASE",
            "CHECK",
            "COLUMN",
            "COMMIT",
            "CONSTRAINT",
            "CREATE",
            "DEFAULT",
            "DELETE",
            "DESC",
            "DISTINCT",
            "DROP",
            "ELSE",
            "END",
            "EXISTS",
            "FOREIGN",
            "FROM",
            "GROUP",
            "HAVING",
            "IF",
            "IN",
            "INDEX",
            "INNER",
            "INSERT",
            "INTO",
            "IS",
            "JOIN",
            "KEY",
            "LEFT",
            "LIKE",
            "LIMIT",
            "NOT",
            "NULL",
            "ON",
            "OR",
            "ORDER",
            "OUTER",
            "PRIMARY",
            "REFERENCES",
            "RIGHT",
            "SELECT",
            "SET",
            "TABLE",
            "THEN",
            "UNION",
            "UNIQUE",
            "UPDATE",
            "VALUES",
            "VIEW",
            "WHEN",
            "WHERE",
            "WITH");
  }
}
