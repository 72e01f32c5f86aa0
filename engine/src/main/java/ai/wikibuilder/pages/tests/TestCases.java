package ai.wikibuilder.pages.tests;

import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds tests that are calls: {@code describe "a gate"} and {@code it "opens"} as RSpec, Jest,
 * Mocha, Vitest, ExUnit, Busted, Catch2 and the tests of Dart write them. Goes by lines. Stateless.
 */
public final class TestCases {
  /** Longer lines are data. */
  public static final int LINE_LENGTH_MAX = 400;

  /** Cases of one file; a file with more was written by a program. */
  private static final int CASE_COUNT_MAX = 5_000;

  private static final String IN_QUOTES = "(?:\"([^\"]++)\"|'([^']++)'|`([^`]++)`)";

  /** What begins a case or a group, up to its name in quotes or, of a group, a constant. */
  private static final Pattern SPEC =
      Pattern.compile(
          "\\s*+(?:RSpec\\.|Deno\\.|QUnit\\.)?"
              + "(?:(describe|context|feature|suite|group|module)"
              + "|(it|specify|scenario|should|test|testWidgets))"
              + "(?:\\.(?:only|skip|concurrent|sequential|serial|parallel))?+"
              + "(?:\\s++|\\s*+\\(\\s*+)(?:"
              + IN_QUOTES
              + "|([A-Z][\\w:.]*+))(.*+)");

  /** A case for each row of a table, whose name is not on this line. */
  private static final Pattern EACH = Pattern.compile("\\s*+(?:it|test)\\.each\\b.*+");

  /** A call of which the name follows on the next line. */
  private static final Pattern OPEN = Pattern.compile("\\s*+\\w[\\w.]*+\\s*+\\(\\s*+");

  /** The same of C++: {@code TEST_CASE("a gate opens")}, {@code TEST(Gate, Opens)}. */
  private static final Pattern MACRO =
      Pattern.compile(
          "\\s*+(?:TEST_CASE|SCENARIO|TEMPLATE_TEST_CASE|TEST_CASE_METHOD|TEST|TEST_F|TEST_P)"
              + "\\s*+\\(\\s*+(?:(\\w++)\\s*+,\\s*+)?+(?:\"([^\"]++)\"|(\\w++)).*+");

  /** A macro of Rust that makes a test of what it is given: {@code rgtest!(opens, |gate| …)}. */
  private static final Pattern MADE =
      Pattern.compile("\\s*+()\\w*tests?!\\s*+\\(()\\s*+(\\w++)\\s*+,.*+");

  private static final Map<String, Pattern> BY_ENDING =
      Map.ofEntries(
          Map.entry("rb", SPEC),
          Map.entry("js", SPEC),
          Map.entry("jsx", SPEC),
          Map.entry("mjs", SPEC),
          Map.entry("cjs", SPEC),
          Map.entry("ts", SPEC),
          Map.entry("tsx", SPEC),
          Map.entry("mts", SPEC),
          Map.entry("exs", SPEC),
          Map.entry("dart", SPEC),
          Map.entry("lua", SPEC),
          Map.entry("php", SPEC),
          Map.entry("rs", MADE),
          Map.entry("cpp", MACRO),
          Map.entry("cc", MACRO),
          Map.entry("cxx", MACRO));

  private TestCases() {}

  /**
   * One case or group.
   *
   * @param line 1-based, where its name stands
   * @param name as written, of a case what must hold, of a group what is tested; empty for a case
   *     that is named elsewhere
   * @param isCode whether the name is a name of the code and no words
   * @param isGroup whether it only holds cases
   * @param subject the outermost group around it; its own name for a group, empty without one
   */
  public record Case(int line, String name, boolean isCode, boolean isGroup, String subject) {}

  /** Those of one file in the order of their lines; empty for a language that has none. */
  public static List<Case> of(String path, SourceText text) {
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    Pattern pattern = BY_ENDING.get(ending);
    List<Case> result = new ArrayList<>();
    if (pattern == null) {
      return result;
    }
    String subject = "";
    int indent = Integer.MAX_VALUE;
    for (int line = 1; line <= text.lineCount() && result.size() < CASE_COUNT_MAX; line++) {
      boolean open = isOpen(text, line);
      String content = content(text, line, open);
      int named = open ? line + 1 : line;
      Matcher matcher = pattern.matcher(content);
      if (!matcher.matches()) {
        if (pattern == SPEC && EACH.matcher(content).matches()) {
          result.add(new Case(named, "", false, false, subject));
        }
        continue;
      }
      if (pattern != SPEC) {
        result.add(macro(matcher, named));
        continue;
      }
      boolean group = matcher.group(1) != null;
      int column = content.length() - content.stripLeading().length();
      if (column <= indent) {
        indent = group ? column : Integer.MAX_VALUE;
        subject = group ? name(matcher) : "";
      }
      boolean code = matcher.group(6) != null;
      if (group || (!code && !matcher.group(7).isBlank())) {
        result.add(new Case(named, name(matcher), code, group, subject));
      }
    }
    return result;
  }

  /** A line, with the next one where it only opens a call; empty for one that is too long. */
  private static String content(SourceText text, int line, boolean open) {
    String content = text.lines(line, line).stripTrailing();
    if (open) {
      content += text.lines(line + 1, line + 1).strip();
    }
    return content.length() > LINE_LENGTH_MAX ? "" : content;
  }

  /** Whether the name of what begins on a line follows on the next. */
  private static boolean isOpen(SourceText text, int line) {
    return line < text.lineCount()
        && OPEN.matcher(text.lines(line, line).stripTrailing()).matches();
  }

  private static Case macro(Matcher matcher, int line) {
    String owner = matcher.group(1) == null ? "" : matcher.group(1);
    boolean code = matcher.group(2) == null || matcher.group(2).isEmpty();
    return new Case(line, code ? matcher.group(3) : matcher.group(2), code, false, owner);
  }

  private static String name(Matcher matcher) {
    for (int group = 3; group <= 6; group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return "";
  }

  /** How many of them are no groups. */
  public static int count(List<Case> cases) {
    return (int) cases.stream().filter(one -> !one.isGroup()).count();
  }
}
