package ai.wikibuilder.pages.documents;

import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a text whose blocks stand between blank lines, as in reStructuredText. */
final class PlainParts {
  private final List<Document.Part> parts = new ArrayList<>();
  private String title = "";
  private String heading = "";

  Document read(String text) {
    String[] lines = text.split("\n", -1);
    int start = -1;
    for (int i = 0; i <= lines.length; i++) {
      boolean blank = i == lines.length || lines[i].isBlank();
      if (!blank && start < 0) {
        start = i;
      } else if (blank && start >= 0) {
        block(lines, start, i);
        start = -1;
      }
    }
    return new Document(title, parts);
  }

  private void block(String[] lines, int start, int end) {
    int from = isRule(lines[start]) ? start + 1 : start;
    if (from + 1 < end && isRule(lines[from + 1])) {
      heading = lines[from].strip();
      title = title.isEmpty() ? heading : title;
      from += 2;
    } else if (lines[start].startsWith("= ") || lines[start].startsWith("== ")) {
      heading = lines[start].replace("=", "").strip();
      title = title.isEmpty() ? heading : title;
      from = start + 1;
    }
    if (from >= end) {
      return;
    }
    boolean indented = lines[from].startsWith("   ");
    boolean directive = lines[from].startsWith("..") || lines[from].startsWith("|");
    if (directive) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (int i = from; i < end; i++) {
      text.append(lines[i].stripTrailing()).append('\n');
    }
    Document.Kind kind = indented ? Document.Kind.CODE : Document.Kind.PARAGRAPH;
    parts.add(new Document.Part(kind, heading, text.toString(), from + 1, end));
  }

  private static boolean isRule(String line) {
    String mark = line.strip();
    return mark.length() >= 3
        && !Character.isLetterOrDigit(mark.charAt(0))
        && mark.chars().allMatch(character -> character == mark.charAt(0));
  }
}
