package ai.wikibuilder.pages.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Collects the images of a Markdown document, those that are written in HTML too. */
final class MarkdownImages extends AbstractVisitor {
  /** A document with more is an album. */
  private static final int IMAGE_COUNT_MAX = 100;

  private static final int ALT_LENGTH_MAX = 200;

  private static final Pattern TAG =
      Pattern.compile("(?i)<img\\s[^<>]{1,2000}+>|<h[1-6](?:\\s[^<>]*+)?>([^<>]{2,200}+)</h[1-6]>");

  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?i)\\b(src|alt|width)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s>\"']++))");

  private final String[] lines;
  private final List<Document.Image> images = new ArrayList<>();
  private String heading = "";

  MarkdownImages(String markdown) {
    this.lines = markdown.split("\n", -1);
  }

  List<Document.Image> of(Node document) {
    document.accept(this);
    return List.copyOf(images);
  }

  @Override
  public void visit(Heading node) {
    String words = words(node);
    if (!words.isBlank() && !(node.getParent() instanceof BlockQuote)) {
      heading = words;
    }
    visitChildren(node);
  }

  @Override
  public void visit(Image node) {
    add(node.getDestination(), words(node), 0, node);
  }

  @Override
  public void visit(HtmlBlock node) {
    tags(node.getLiteral(), node);
  }

  @Override
  public void visit(HtmlInline node) {
    tags(node.getLiteral(), node);
  }

  private void tags(String html, Node node) {
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      if (tag.group(1) != null) {
        heading = tag.group(1).replaceAll("\\s+", " ").strip();
        continue;
      }
      String src = "";
      String alt = "";
      int width = 0;
      Matcher attribute = ATTRIBUTE.matcher(tag.group());
      while (attribute.find()) {
        String value = value(attribute);
        switch (attribute.group(1).toLowerCase(java.util.Locale.ROOT)) {
          case "src" -> src = value;
          case "alt" -> alt = value;
          default -> width = value.matches("\\d{1,4}(?:px)?") ? pixels(value) : width;
        }
      }
      add(src, alt, width, node);
    }
  }

  private static int pixels(String value) {
    return Integer.parseInt(value.replace("px", ""));
  }

  private static String value(Matcher attribute) {
    for (int group = 2; group <= 4; group++) {
      if (attribute.group(group) != null) {
        return attribute
            .group(group)
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .strip();
      }
    }
    return "";
  }

  private void add(String target, String alt, int width, Node node) {
    if (target.isBlank() || images.size() >= IMAGE_COUNT_MAX) {
      return;
    }
    String said = alt.replaceAll("\\s+", " ").strip();
    String shown = said.length() > ALT_LENGTH_MAX ? said.substring(0, ALT_LENGTH_MAX) : said;
    images.add(
        new Document.Image(
            new Document.Link(target, line(node, target, alt)), shown, heading, width));
  }

  /** The line in the block around it that names the target, however that is escaped. */
  private int line(Node node, String target, String alt) {
    Node block = node;
    while (block.getSourceSpans().isEmpty() && block.getParent() != null) {
      block = block.getParent();
    }
    List<SourceSpan> spans = block.getSourceSpans();
    if (spans.isEmpty()) {
      return 1;
    }
    int first = spans.getFirst().getLineIndex();
    int last = Math.min(spans.getLast().getLineIndex(), lines.length - 1);
    for (int line = first; line <= last; line++) {
      boolean named = !alt.isEmpty() && lines[line].contains(alt);
      if (lines[line].contains(target) || named) {
        return line + 1;
      }
    }
    return first + 1;
  }

  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    AbstractVisitor reading =
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(org.commonmark.node.Code code) {
            words.append(code.getLiteral());
          }

          @Override
          public void visit(Image image) {
            // an image inside says something of its own
          }
        };
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      child.accept(reading);
    }
    return words.toString().strip();
  }
}
