package ai.wikibuilder.facts.treesitter;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.facts.treesitter.NativeLibraries.Core;
import ai.wikibuilder.facts.treesitter.NativeLibraries.CoreOrigin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Which core runs here and how fast it is, measured. Immutable.
 *
 * @param library the core's file
 * @param origin where it comes from
 * @param grammarAbiMax newest grammar format it runs
 * @param megabytesPerSecond of Java text on one thread, parsed and queried
 */
public record CoreProbe(
    Path library, CoreOrigin origin, int grammarAbiMax, double megabytesPerSecond) {
  /** Slower cores were built without optimisation: optimised ones do 10 and more. */
  private static final double SLOW_MEGABYTES_PER_SECOND = 5;

  /** Long enough to time, short enough for a health check: about 20 ms on a fast core. */
  private static final int TEXT_BYTES = 200_000;

  /** The best of so many counts: the first ones pay for the start. */
  private static final int RUNS = 8;

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /**
   * Loads the core that would be used, in this process, and times it on a built-in text.
   *
   * @throws TreeSitterException UNAVAILABLE if there is none
   */
  public static CoreProbe measure(Path nativesFolder, Optional<Path> coreLibrary) {
    NativeLibraries libraries = new NativeLibraries(nativesFolder, coreLibrary);
    Core core = libraries.core();
    TreeSitter treeSitter = TreeSitter.load(core.path());
    byte[] text = text();
    try (TreeQuery query =
            TreeQuery.compile(
                treeSitter,
                treeSitter.grammar(libraries.unpack("tree-sitter-java"), "tree_sitter_java"),
                "(method_declaration name: (identifier) @name) (method_invocation) @call");
        TreeParser parser = new TreeParser(treeSitter)) {
      long best = Long.MAX_VALUE;
      for (int run = 0; run < RUNS; run++) {
        long start = System.nanoTime();
        parser.parse(text, query, LIMIT, (_, _, _) -> {});
        best = Math.min(best, System.nanoTime() - start);
      }
      return new CoreProbe(
          core.path(), core.origin(), treeSitter.grammarAbiMax(), text.length * 1e3 / best);
    }
  }

  /** What to do to be faster; empty when the core is fast. */
  public Optional<String> advice() {
    // A system's core is an optimised build: when it is slow, the machine is busy.
    if (origin == CoreOrigin.SYSTEM || megabytesPerSecond >= SLOW_MEGABYTES_PER_SECOND) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the parser's core %s does %.1f MB/s on a core of this machine; an optimised one does"
                + " 10 or more: install the package libtree-sitter0 (Debian, Ubuntu) or tree-sitter"
                + " (Homebrew), or name another core in the configuration",
            library,
            megabytesPerSecond));
  }

  private static byte[] text() {
    StringBuilder text = new StringBuilder("package a;\n\nclass Example {\n");
    for (int i = 0; text.length() < TEXT_BYTES; i++) {
      text.append(method(i));
    }
    return text.append("}\n").toString().getBytes(UTF_8);
  }

  private static String method(int number) {
    return """
      /** Adds %1$d. */
      public int add%1$d(List<String> names, int count) {
        for (int i = 0; i < names.size(); i++) {
          count += names.get(i).length() * %1$d;
        }
        return this.total.apply(count, "text %1$d");
      }
    """
        .formatted(number);
  }
}
