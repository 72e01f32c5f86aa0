package ai.wikibuilder.index.queries;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is for, told by its path alone. */
public enum FileRole {
  SOURCE,
  TEST,
  DOCUMENT,
  /** Sample programs: good answers, but after the thing itself. */
  EXAMPLE,
  /** Settings, builds, tables of texts: not what does the work. */
  DATA;

  private static final Pattern TEST_PATH =
      Pattern.compile(
          "(^|/)([^/]*[._-])?(tests?|tst|testing|specs?|testfixtures|fixtures|testdata|benchmarks?|bench"
              + "|testutils?|e2e|__tests__|__mocks__)/"
              + "|(^|/)(test_|conftest)[^/]*$|[._-](test|tests|spec)\\.[a-z0-9]+$"
              + "|\\.(feature|robot|snap|approved\\.[a-z]+)$");

  /** Told by a capital, so that no contest is a test: {@code src/jvmTest/BerthTest.kt}. */
  private static final Pattern TEST_NAME =
      Pattern.compile("(^|/)[a-z]+Tests?/|Tests?\\.(java|kt|cs|scala|php|swift|cc|cpp)$");

  private static final Pattern DATA_PATH =
      Pattern.compile(
          "\\.(json5?|ya?ml|toml|xml|xsd|properties|cfg|ini|conf|csv|tsv|prefs|mf|lock|po|pot|tpl"
              + "|sublime-syntax|css|scss|less|svg|resx|csproj|sln|gradle|cmake|in|spec|nix|bazel)$"
              + "|(^|/)(\\.[^/]+|[^/.]*(makefile|dockerfile|rakefile|gemfile)[^/.]*|build|workspace)$"
              + "|(^|/)\\.(github|circleci|ci)/");

  private static final Pattern DOCUMENT_PATH =
      Pattern.compile(
          "\\.(md|mdx|rst|txt|adoc|markdown|html?)$|(^|/)(changelog|license|notice|authors)[^/]*$");

  private static final Pattern EXAMPLE_PATH =
      Pattern.compile("(^|/)(examples?|samples?|demos?|tutorials?|playground)/");

  /** What makes a name that of a test, in lower case: {@code TestCookie}, {@code cookie_test}. */
  private static final Pattern TEST_MARK =
      Pattern.compile("^test[_-]?(?=..)|(?<=.)[_.-]?(tests?|specs?)$");

  /** What a file is about by its name, in lower case: a test has that of the thing it tests. */
  public static String subject(String path, FileRole role) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return role == TEST ? TEST_MARK.matcher(stem).replaceAll("") : stem;
  }

  /** The role of a file, by its path from the root of the repository. */
  public static FileRole of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (DOCUMENT_PATH.matcher(lower).find()) {
      return DOCUMENT;
    }
    if (TEST_PATH.matcher(lower).find() || TEST_NAME.matcher(path).find()) {
      return TEST;
    }
    if (DATA_PATH.matcher(lower).find()) {
      return DATA;
    }
    return EXAMPLE_PATH.matcher(lower).find() ? EXAMPLE : SOURCE;
  }
}
