package ai.wikibuilder.pages.documents;

import ai.wikibuilder.pages.words.Quotations;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the parts of a text whose blocks stand between blank lines, as in reStructuredText. */
final class PlainParts {
  private static final Pattern IMAGE =
      Pattern.compile("\\s*\\.\\. (?:\\|[^|]*+\\| )?(?:image|figure):: *+(\\S++)\\s*+");
  private static final Pattern ADOC_IMAGE =
      Pattern.compile("\\s*image::?([^\\s\\[:]++(?:://[^\\s\\[]++)?)\\[([^\\]]*+)\\].*");
  private static final Pattern ALT = Pattern.compile("\\s+:alt: *+(.++)");
  private static final int IMAGE_COUNT_MAX = 100;

  /** A longer line with a rule below it is a table. */
  private static final int TITLE_LENGTH_MAX = 400;

  private final List<Document.Part> parts = new ArrayList<>();
  private final List<Document.Image> images = new ArrayList<>();
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
    return new Document(title, parts, List.of(), images);
  }

  private void block(String[] lines, int start, int end) {
    int from = isRule(lines[start]) ? start + 1 : start;
    if (from + 1 < end && isRule(lines[from + 1])) {
      heading = plain(lines[from].strip());
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
    images(lines, from, end);
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

  /** A title without the roles and links in it: {@code :class:`Gate` objects}. */
  private static String plain(String title) {
    boolean marked = title.indexOf('`') >= 0 && title.length() <= TITLE_LENGTH_MAX;
    return marked ? Quotations.plain(title) : title;
  }

  private void images(String[] lines, int from, int end) {
    for (int i = from; i < end && images.size() < IMAGE_COUNT_MAX; i++) {
      Matcher image = IMAGE.matcher(lines[i]);
      Matcher other = ADOC_IMAGE.matcher(lines[i]);
      if (image.matches()) {
        String alt = "";
        int line = i;
        for (int below = i + 1; below < end && alt.isEmpty(); below++) {
          Matcher said = ALT.matcher(lines[below]);
          if (said.matches()) {
            alt = said.group(1).strip();
            line = below; // the line that is cited holds the words that are quoted
          }
        }
        add(image.group(1), alt, line);
      } else if (other.matches()) {
        add(other.group(1), other.group(2).replaceFirst(",.*", "").strip(), i);
      }
    }
  }

  private void add(String target, String alt, int line) {
    images.add(new Document.Image(new Document.Link(target, line + 1), alt, heading, 0));
  }

  private static boolean isRule(String line) {
    String mark = line.strip();
    return mark.length() >= 3
        && !Character.isLetterOrDigit(mark.charAt(0))
        && mark.chars().allMatch(character -> character == mark.charAt(0));
  }
}
