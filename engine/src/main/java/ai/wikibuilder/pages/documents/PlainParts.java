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

  /** Heading of AsciiDoc; its title has one mark. */
  private static final Pattern ADOC_HEADING = Pattern.compile("={1,6} \\S.*");

  /** What stands around code in AsciiDoc. */
  private static final Pattern ADOC_FENCE = Pattern.compile("(?:-{4,}|\\.{4,})\\s*");

  /** {@code [source,bash]}: what the next block of AsciiDoc is. */
  private static final Pattern ADOC_ATTRIBUTE =
      Pattern.compile("\\[(?:source)?,?\\s*([\\w-]*)[^\\]]*\\]\\s*");

  private final boolean adoc;

  /**
   * @param adoc whether it is AsciiDoc, where rules stand around code and not below titles
   */
  PlainParts(boolean adoc) {
    this.adoc = adoc;
  }

  Document read(String text) {
    String[] lines = text.split("\n", -1);
    int start = -1;
    for (int i = 0; i <= lines.length; i++) {
      int close = i < lines.length ? fenceEnd(lines, i) : -1;
      if (close > 0) {
        code(lines, start, i, close);
        start = -1;
        i = close;
        continue;
      }
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

  /** The line that ends the code which begins at a line of AsciiDoc; -1 where none does. */
  private int fenceEnd(String[] lines, int at) {
    if (!adoc || !ADOC_FENCE.matcher(lines[at]).matches()) {
      return -1;
    }
    String fence = lines[at].strip();
    for (int i = at + 1; i < lines.length; i++) {
      if (lines[i].strip().equals(fence)) {
        return i;
      }
    }
    return -1;
  }

  /** Adds what stands right above code, and the code. */
  private void code(String[] lines, int above, int open, int close) {
    Matcher attribute = ADOC_ATTRIBUTE.matcher(open > 0 ? lines[open - 1] : "");
    boolean named = attribute.matches();
    int end = named ? open - 1 : open;
    if (above >= 0 && above < end) {
      block(lines, above, end);
    }
    StringBuilder text = new StringBuilder();
    for (int i = open + 1; i < close; i++) {
      text.append(lines[i].stripTrailing()).append('\n');
    }
    if (!text.toString().isBlank()) {
      String language = named && !attribute.group(1).equals("indent") ? attribute.group(1) : "";
      parts.add(
          new Document.Part(
              Document.Kind.CODE, heading, text.toString(), language, open + 2, close));
    }
  }

  private void block(String[] lines, int start, int end) {
    int from = isRule(lines[start]) ? start + 1 : start;
    if (from + 1 < end && isRule(lines[from + 1])) {
      heading = plain(lines[from].strip());
      title = title.isEmpty() ? heading : title;
      from += 2;
    } else if (ADOC_HEADING.matcher(lines[start]).matches()) {
      heading =
          lines[start].replaceFirst("^=+", "").replaceFirst(" (?:image|link):.*$", "").strip();
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
