package ai.wikibuilder.graph.languages;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the end of a file's name says about it. */
public final class CodeFiles {
  /** Stands for the ending of files of patterns, which only share it with Scheme. */
  private static final String QUERY = "queries/*.scm";

  private static final Map<String, String> CODE_NAMES =
      Map.ofEntries(
          Map.entry("java", "Java"),
          Map.entry("kt", "Kotlin"),
          Map.entry("kts", "Kotlin"),
          Map.entry("scala", "Scala"),
          Map.entry("groovy", "Groovy"),
          Map.entry("py", "Python"),
          Map.entry("pyi", "Python"),
          Map.entry("js", "JavaScript"),
          Map.entry("mjs", "JavaScript"),
          Map.entry("cjs", "JavaScript"),
          Map.entry("jsx", "JavaScript"),
          Map.entry("ts", "TypeScript"),
          Map.entry("mts", "TypeScript"),
          Map.entry("cts", "TypeScript"),
          Map.entry("tsx", "TypeScript"),
          Map.entry("go", "Go"),
          Map.entry("rs", "Rust"),
          Map.entry("c", "C"),
          Map.entry("h", "C"),
          Map.entry("cc", "C++"),
          Map.entry("cpp", "C++"),
          Map.entry("cxx", "C++"),
          Map.entry("hpp", "C++"),
          Map.entry("cs", "C#"),
          Map.entry("rb", "Ruby"),
          Map.entry("php", "PHP"),
          Map.entry("swift", "Swift"),
          Map.entry("lua", "Lua"),
          Map.entry("hs", "Haskell"),
          Map.entry("vue", "Vue"),
          Map.entry("svelte", "Svelte"),
          Map.entry("ex", "Elixir"),
          Map.entry("exs", "Elixir"),
          Map.entry("erl", "Erlang"),
          Map.entry("clj", "Clojure"),
          Map.entry("dart", "Dart"),
          Map.entry("zig", "Zig"),
          Map.entry("nim", "Nim"),
          Map.entry("jl", "Julia"),
          Map.entry("r", "R"),
          Map.entry("ml", "OCaml"),
          Map.entry("mli", "OCaml"),
          Map.entry("pl", "Perl"),
          Map.entry("pm", "Perl"),
          Map.entry("fs", "F#"),
          Map.entry("cr", "Crystal"),
          Map.entry("sol", "Solidity"),
          Map.entry("elm", "Elm"),
          Map.entry("scm", "Scheme"),
          Map.entry("rkt", "Racket"),
          Map.entry("el", "Emacs Lisp"),
          Map.entry("lisp", "Common Lisp"),
          Map.entry("cljs", "Clojure"),
          Map.entry("cljc", "Clojure"),
          Map.entry("tcl", "Tcl"),
          Map.entry("f90", "Fortran"),
          Map.entry("pas", "Pascal"),
          Map.entry("m", "Objective-C"),
          Map.entry("mm", "Objective-C"),
          Map.entry("gd", "GDScript"),
          Map.entry("nix", "Nix"),
          Map.entry("tf", "Terraform"));

  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("md", "Markdown"),
          Map.entry("mdx", "Markdown"),
          Map.entry("rst", "reStructuredText"),
          Map.entry("adoc", "AsciiDoc"),
          Map.entry("txt", "plain text"),
          Map.entry("html", "HTML"),
          Map.entry("css", "CSS"),
          Map.entry("scss", "CSS"),
          Map.entry("sql", "SQL"),
          Map.entry("sh", "Shell"),
          Map.entry("bash", "Shell"),
          Map.entry("bats", "Shell"),
          Map.entry("bat", "Batch"),
          Map.entry("xml", "XML"),
          Map.entry("json", "JSON"),
          Map.entry("jsonc", "JSON"),
          Map.entry("yaml", "YAML"),
          Map.entry("yml", "YAML"),
          Map.entry("toml", "TOML"),
          Map.entry("properties", "properties"),
          Map.entry("gradle", "Gradle"),
          Map.entry("proto", "Protocol Buffers"),
          Map.entry("graphql", "GraphQL"),
          Map.entry(QUERY, "Tree-sitter queries"));

  private static final Set<String> BUILD_SCRIPTS =
      Set.of(
          "conanfile.py",
          "module-info.java",
          "setup.py",
          "noxfile.py",
          "conftest.py",
          "gulpfile.js",
          "gruntfile.js",
          "build.rs");

  private CodeFiles() {}

  private static String ending(String path) {
    int dot = path.lastIndexOf('.');
    String ending =
        dot < path.lastIndexOf('/') + 1 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    return ending.equals("scm") && ("/" + path).contains("/queries/") ? QUERY : ending;
  }

  /** Whether the name is that of a file of a programming language. */
  public static boolean isCode(String path) {
    return CODE_NAMES.containsKey(ending(path));
  }

  /** Whether a file configures or builds the project rather than being part of it. */
  public static boolean isBuildScript(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    // Cargo runs the one beside its Cargo.toml; among the sources it is a module of that name
    boolean module = name.equals("build.rs") && ("/" + path).contains("/src/");
    return (BUILD_SCRIPTS.contains(name) && !module)
        || name.endsWith(".gradle.kts")
        || name.endsWith(".gradle")
        || name.contains(".config.");
  }

  /** Name of a file's language or format for people; {@code other} when its ending is not known. */
  public static String displayName(String path) {
    String ending = ending(path);
    String code = CODE_NAMES.getOrDefault(ending, "");
    return code.isEmpty() ? OTHER_NAMES.getOrDefault(ending, "other") : code;
  }

  /**
   * The same, of a file without an ending told by the language its text is in; and so is a header,
   * whose ending several languages share.
   */
  public static String displayName(String path, String language) {
    String byName = displayName(path);
    if (ending(path).equals("h")) {
      return language.equals("objc") ? "Objective-C" : CODE_NAMES.getOrDefault(language, byName);
    }
    return byName.equals("other") ? CODE_NAMES.getOrDefault(language, byName) : byName;
  }
}
