package ai.wikibuilder.graph.languages;

import ai.wikibuilder.source.SourceText;
import java.util.regex.Pattern;

/** Tells what Rust compiles for tests alone, by the attributes above it. Stateless. */
public final class RustTests {
  /** Of what is compiled for tests or something else besides, nothing is said. */
  private static final Pattern FOR_TESTS =
      Pattern.compile(
          "#!?\\[\\s*+(?:cfg\\(\\s*+(?:all\\(\\s*+)?+test\\b"
              + "|(?:\\w++::)*+(?:test|rstest|test_case|quickcheck|bench)\\b)");

  /** Lines of attributes above a declaration that are looked at. */
  private static final int ATTRIBUTE_LINE_COUNT_MAX = 8;

  private RustTests() {}

  /** Whether the head of a definition, which begins with its attributes, says so. */
  public static boolean isTest(String head) {
    return head.startsWith("#") && FOR_TESTS.matcher(head).find();
  }

  /** Whether a declaration of a file's module, such as {@code mod helpers;}, says so above it. */
  public static boolean isTestModule(SourceText text, int line) {
    String own = text.lines(line, line).strip();
    if (!own.matches("(?:#.*+|(?:pub.*+)?mod\\b.*+)")) {
      return false;
    }
    StringBuilder head = new StringBuilder(own);
    for (int above = line - 1; above >= Math.max(1, line - ATTRIBUTE_LINE_COUNT_MAX); above--) {
      String attribute = text.lines(above, above).strip();
      if (!attribute.startsWith("#") && !attribute.startsWith("//")) {
        break;
      }
      head.insert(0, attribute.startsWith("#") ? attribute + "\n" : "");
    }
    return isTest(head.toString());
  }
}
