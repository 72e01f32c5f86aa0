package ai.wikibuilder.graph.languages;

import ai.wikibuilder.source.SourceText;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which Go files are compiled when nobody asks for anything: on Linux and x86-64, without
 * tags. Of several files of a package that define the same, these say what a name usually means.
 */
public final class GoConstraints {
  private static final Pattern LINE = Pattern.compile("(?m)^//go:build +(.+)$");
  private static final Pattern TOKEN = Pattern.compile("\\s*(&&|\\|\\||[!()]|[\\w.]+)");

  /** Constraints stand above the package clause; further down they are examples. */
  private static final int HEAD_LINE_COUNT_MAX = 60;

  private static final Set<String> GIVEN = Set.of("linux", "amd64", "unix", "gc", "cgo");

  /** Ends of file names that say for which system or processor the file is. */
  private static final Set<String> OTHER_TARGETS =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "illumos",
          "ios",
          "js",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "wasip1",
          "windows",
          "386",
          "arm",
          "arm64",
          "loong64",
          "mips",
          "mips64",
          "mips64le",
          "mipsle",
          "ppc64",
          "ppc64le",
          "riscv64",
          "s390x",
          "wasm");

  private final Matcher tokens;
  private String token = "";

  private GoConstraints(String expression) {
    this.tokens = TOKEN.matcher(expression);
    next();
  }

  /** Whether a file belongs to the usual build. */
  public static boolean hold(String path, SourceText text) {
    String stem = path.substring(path.lastIndexOf('/') + 1).replaceFirst("(_test)?\\.go$", "");
    if (OTHER_TARGETS.contains(stem.substring(stem.lastIndexOf('_') + 1)) && stem.contains("_")) {
      return false;
    }
    Matcher line = LINE.matcher(text.lines(1, Math.min(HEAD_LINE_COUNT_MAX, text.lineCount())));
    return !line.find() || new GoConstraints(line.group(1)).either();
  }

  private void next() {
    token = tokens.lookingAt() ? tokens.group(1) : "";
    if (!token.isEmpty()) {
      tokens.region(tokens.end(), tokens.regionEnd());
    }
  }

  private boolean either() {
    boolean holds = both();
    while (token.equals("||")) {
      next();
      holds |= both();
    }
    return holds;
  }

  private boolean both() {
    boolean holds = one();
    while (token.equals("&&")) {
      next();
      holds &= one();
    }
    return holds;
  }

  private boolean one() {
    String word = token;
    next();
    if (word.equals("!")) {
      return !one();
    }
    if (word.equals("(")) {
      boolean holds = either();
      next();
      return holds;
    }
    return GIVEN.contains(word) || word.matches("go1\\.\\d+");
  }
}
