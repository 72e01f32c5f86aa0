package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Takes single lines apart without patterns, so that no line can be slow. */
final class Lines {
  private Lines() {}

  /** A line without its break; empty when it is longer than a limit in bytes. */
  static String of(SourceText text, int line, int lengthMax) {
    return text.startOfLine(line + 1) - text.startOfLine(line) > lengthMax
        ? ""
        : text.lines(line, line).stripTrailing();
  }

  /** What stands between double quotes. */
  static List<String> quoted(String words) {
    List<String> result = new ArrayList<>();
    int open = words.indexOf('"');
    while (open >= 0) {
      int close = words.indexOf('"', open + 1);
      if (close < 0) {
        break;
      }
      result.add(words.substring(open + 1, close));
      open = words.indexOf('"', close + 1);
    }
    return result;
  }

  /** Length of the name a requirement starts with: letters, digits, {@code . _ - / @}. */
  static int nameLength(String requirement) {
    int end = 0;
    while (end < requirement.length()
        && (Character.isLetterOrDigit(requirement.charAt(end))
            || "._-/@".indexOf(requirement.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  /** A comment after a mark and blank is cut off. */
  static String withoutComment(String words, String mark) {
    if (words.startsWith(mark)) {
      return "";
    }
    int comment = words.indexOf(" " + mark);
    return comment < 0 ? words : words.substring(0, comment).stripTrailing();
  }
}
