package ai.wikibuilder.source.patterns;

import java.util.List;

/** The lines of a file of patterns that say something. */
final class PatternLines {
  /** Lines read of one file; more would only make every path slow to judge. */
  static final int LINE_COUNT_MAX = 2_000;

  private PatternLines() {}

  static List<String> of(String text) {
    return text.lines()
        .map(PatternLines::withoutTrailingSpace)
        .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
        .limit(LINE_COUNT_MAX)
        .toList();
  }

  private static String withoutTrailingSpace(String line) {
    String stripped = line.stripTrailing();
    return stripped.endsWith("\\") && stripped.length() < line.length() ? stripped + " " : stripped;
  }
}
