package ai.wikibuilder.graph.modules;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is for, judged by its path. */
public enum FileRole {
  MAIN,
  TEST,
  /** Examples, benchmarks, documentation, hidden folders: code beside the product. */
  EXAMPLE;

  private static final Set<String> TEST_FOLDERS =
      Set.of(
          "test",
          "tests",
          "__tests__",
          "spec",
          "specs",
          "e2e",
          "testdata",
          "test-data",
          "fixtures",
          "__mocks__",
          "it",
          "integration-test",
          "integration-tests",
          "functionaltest",
          "testsuite",
          "unittest",
          "unittests",
          "selftest",
          "selftests",
          "regress",
          "regression",
          "fuzz",
          "fuzzing",
          "fuzzers");

  private static final Set<String> EXAMPLE_FOLDERS =
      Set.of(
          "examples",
          "example",
          "samples",
          "sample",
          "demo",
          "demos",
          "docs",
          "doc",
          "tutorials",
          "documentation",
          "benchmarks",
          "benchmark",
          "bench",
          "benches",
          "ci",
          "jmh",
          "jmh-benchmarks",
          "playground");

  /** How folders end that are named after the product and hold only what shows or measures it. */
  private static final Pattern EXAMPLE_ENDING =
      Pattern.compile(".+[-_.](?:examples?|samples?|demos?|benchmarks?|jmh|docs)");

  /** Among the sources a folder of such a name is what the product does, not something beside. */
  private static final Set<String> PRODUCT_AMONG_SOURCES =
      Set.of("benchmark", "bench", "sample", "doc", "documentation");

  /** The role of a file; folders count only above a {@code src/main}, below it is product. */
  public static FileRole of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    int sources = lower.indexOf("src/main/");
    String judged = sources < 0 ? lower : lower.substring(0, sources);
    FileRole role = MAIN;
    boolean amongSources = false;
    int from = 0;
    for (int slash = judged.indexOf('/'); slash >= 0; slash = judged.indexOf('/', from)) {
      String folder = judged.substring(from, slash);
      String written = path.substring(from, slash);
      from = slash + 1;
      // further down it is often what helps others to test
      boolean first = from == folder.length() + 1;
      boolean whole = first && (folder.equals("testing") || folder.equals("t"));
      // what a build tries out to learn what a system has
      if (first && folder.equals("cmake")) {
        role = EXAMPLE;
      }
      if (whole || isTestFolder(folder) || written.endsWith("Test") || written.endsWith("Tests")) {
        return TEST;
      }
      // in Go a folder is a package, and its documentation is kept in its code
      boolean goPackage = folder.equals("doc") && lower.endsWith(".go");
      boolean product = goPackage || (amongSources && PRODUCT_AMONG_SOURCES.contains(folder));
      amongSources |= folder.equals("src") || folder.equals("lib");
      boolean beside = EXAMPLE_FOLDERS.contains(folder) || EXAMPLE_ENDING.matcher(folder).matches();
      if ((beside && !product) || folder.startsWith(".")) {
        role = EXAMPLE;
      }
    }
    return sources < 0 && isTestName(path.substring(path.lastIndexOf('/') + 1)) ? TEST : role;
  }

  private static boolean isTestFolder(String folder) {
    return TEST_FOLDERS.contains(folder)
        || folder.startsWith("test-")
        || folder.endsWith("-test")
        || folder.endsWith("-tests")
        || folder.endsWith("_test")
        || folder.endsWith("_tests")
        || folder.endsWith("-e2e")
        || folder.endsWith("_e2e");
  }

  private static boolean isTestName(String name) {
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return stem.endsWith("Test")
        || stem.endsWith("Tests")
        || stem.endsWith("_test")
        || stem.endsWith("_tests")
        || stem.endsWith(".test")
        || stem.endsWith(".spec")
        || stem.endsWith(".test-d")
        || stem.startsWith("test_")
        || stem.matches("test[-_]?(?:utils?|helpers?|support)")
        || stem.equals("test")
        || stem.equals("tests")
        || stem.equals("conftest");
  }
}
