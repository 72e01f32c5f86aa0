package ai.wikibuilder.index.queries;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file is for, told by its path alone. */
public enum FileRole {
  SOURCE,
  TEST,
  DOCUMENT,
  /** Sample programs: good answers, but after the thing itself. */
  EXAMPLE;

  private static final Pattern TEST_PATH =
      Pattern.compile(
          "(^|/)(tests?|testing|__tests__|specs?|testfixtures|jmh-benchmarks|benchmarks?|bench)/"
              + "|(^|/)(test_|conftest)[^/]*$|[._-](test|tests|spec)\\.[a-z0-9]+$|tests?\\.(java|kt|cs|scala)$");

  private static final Pattern DOCUMENT_PATH =
      Pattern.compile(
          "\\.(md|mdx|rst|txt|adoc|markdown|html?)$|(^|/)(changelog|license|notice|authors)[^/]*$");

  private static final Pattern EXAMPLE_PATH =
      Pattern.compile("(^|/)(examples?|samples?|demos?|tutorials?|playground)/");

  /** The role of a file, by its path from the root of the repository. */
  public static FileRole of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (DOCUMENT_PATH.matcher(lower).find()) {
      return DOCUMENT;
    }
    if (TEST_PATH.matcher(lower).find()) {
      return TEST;
    }
    return EXAMPLE_PATH.matcher(lower).find() ? EXAMPLE : SOURCE;
  }
}
