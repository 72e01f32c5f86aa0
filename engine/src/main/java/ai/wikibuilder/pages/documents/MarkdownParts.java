package ai.wikibuilder.pages.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Collects the parts, links and images of a Markdown document. HTML is read at its head alone, but
 * for the images in it.
 */
final class MarkdownParts extends AbstractVisitor {
  /** Lines of one piece of HTML that are looked at. */
  private static final int HTML_LINE_COUNT_MAX = 60;

  /** Shorter lines of HTML are captions and names of links. */
  private static final int HTML_WORD_COUNT_MIN = 4;

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*+>|<!--[^<>]*+-->");

  /** Where one line of the page ends in the middle of a line of the file. */
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");

  private static final Pattern HTML_HEADING =
      Pattern.compile("(?i)<h[12](?:\\s[^<>]*+)?>([^<>]{2,200}+)</h[12]>");

  /** What MyST writes before code that is none: {@code {ref}`a title <target>`}. */
  private static final Pattern ROLE = Pattern.compile("\\{[a-zA-Z:]++\\}$");

  private static final int ROLE_CHAR_COUNT_MAX = 40;

  /** Where such a title leads. */
  private static final Pattern TARGET = Pattern.compile("(?<!\\s)\\s*+<[^<>]*+>$");

  private static final Pattern RUN = Pattern.compile("(?i)(?:then )?(?:run|type|execute|use):? ");

  /** A heading that is a whole sentence. */
  private static final Pattern REMARK =
      Pattern.compile("\\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)]", Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}\\S*(?:\\s+\\S+){5,}\\.");

  private final List<Document.Part> parts = new ArrayList<>();
  private final List<Document.Link> links = new ArrayList<>();
  private String title = "";
  private int titleLevel;
  private int titleLevelCount;
  private boolean titleFirst;
  private String heading = "";
  private int headingCount;

  Document read(String markdown) {
    Parser parser =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    Node document = parser.parse(withoutFrontMatter(markdown));
    document.accept(this);
    // the first of several sections side by side, below other words, is the title of none of them
    boolean section = titleLevel > 1 && !titleFirst && titleLevelCount > 1;
    title = section || title.isEmpty() ? titleOfFront(markdown) : title;
    return new Document(title, parts, links, new MarkdownImages(markdown).of(document));
  }

  /** {@code title: Tides} in the settings at the top of a page of a site. */
  private static String titleOfFront(String markdown) {
    int end = markdown.startsWith("---\n") ? markdown.indexOf("\n---", 3) : -1;
    for (String line : end < 0 ? new String[0] : markdown.substring(0, end).split("\n", -1)) {
      if (line.startsWith("title:")) {
        return line.substring("title:".length()).strip().replaceAll("^[\"']|[\"']$", "");
      }
    }
    return "";
  }

  /** Settings between two rules at the top are blanked; lines keep their numbers. */
  private static String withoutFrontMatter(String markdown) {
    int end = markdown.startsWith("---\n") ? markdown.indexOf("\n---", 3) : -1;
    if (end < 0) {
      return markdown;
    }
    int lines = (int) markdown.substring(0, end + 1).chars().filter(one -> one == '\n').count();
    int after = markdown.indexOf('\n', end + 1);
    return after < 0 ? "" : "\n".repeat(lines) + markdown.substring(after);
  }

  @Override
  public void visit(Heading node) {
    if (node.getParent() instanceof BlockQuote) {
      // people set the first words of a README large, in a quotation: they begin no section
      add(Document.Kind.PARAGRAPH, node, words(node));
      return;
    }
    String written = words(node);
    if (SENTENCE.matcher(written).matches()) {
      // a sentence that is set large, mostly right below the title
      add(Document.Kind.PARAGRAPH, node, written);
      return;
    }
    heading = written.isBlank() ? replacement(node) : written;
    headingCount++;
    if (title.isEmpty()) {
      title = heading;
      titleLevel = node.getLevel();
      titleFirst = node.getPrevious() == null;
    }
    titleLevelCount += node.getLevel() == titleLevel ? 1 : 0;
  }

  /** Whether a quotation is one of GitHub's remarks, which begin with their kind. */
  private static boolean isRemark(BlockQuote quote) {
    return quote.getFirstChild() instanceof Paragraph first
        && REMARK.matcher(words(first)).lookingAt();
  }

  /** What a picture in a heading says in its place. */
  private static String replacement(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            image.accept(
                new AbstractVisitor() {
                  @Override
                  public void visit(Text text) {
                    words.append(text.getLiteral());
                  }
                });
          }
        });
    return words.toString().strip();
  }

  /** The head of a README is often written in HTML: its lines of text are read, one by one. */
  @Override
  public void visit(HtmlBlock node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (headingCount > 1 || spans.isEmpty() || node.getLiteral().startsWith("<!")) {
      return;
    }
    String[] lines = node.getLiteral().split("\n", -1);
    for (int i = 0; i < Math.min(lines.length, HTML_LINE_COUNT_MAX) && headingCount <= 1; i++) {
      if (isHeading(lines[i])) {
        continue;
      }
      String broken = BREAK.matcher(lines[i]).replaceAll(" ");
      String words = TAG.matcher(broken).replaceAll("").replaceAll("\\s+", " ").strip();
      boolean text =
          !lines[i].contains("<a ") && !lines[i].contains("<img") && !words.contains("=");
      if (text && words.split(" ", -1).length >= HTML_WORD_COUNT_MIN && !words.startsWith("<")) {
        int line = spans.getFirst().getLineIndex() + 1 + i;
        parts.add(new Document.Part(Document.Kind.PARAGRAPH, heading, words, line, line));
      }
    }
  }

  /** Takes over a heading that is written in HTML; smaller ones are often what it is about. */
  private boolean isHeading(String line) {
    Matcher matcher = HTML_HEADING.matcher(line.strip());
    if (!matcher.matches() || SENTENCE.matcher(matcher.group(1).strip()).matches()) {
      return false;
    }
    heading = matcher.group(1).replaceAll("\\s+", " ").strip();
    headingCount++;
    title = title.isEmpty() ? heading : title;
    return true;
  }

  @Override
  public void visit(Paragraph node) {
    if (!isLinkAlone(node)) {
      boolean remark = node.getParent() instanceof BlockQuote quote && isRemark(quote);
      add(remark ? Document.Kind.REMARK : Document.Kind.PARAGRAPH, node, words(node));
    }
    if (node.getParent() instanceof ListItem) {
      typed(node);
    }
    links(node);
  }

  @Override
  public void visit(FencedCodeBlock node) {
    String info = node.getInfo() == null ? "" : node.getInfo().strip();
    String language = info.replaceFirst("[\\s,{].*$", "").toLowerCase(Locale.ROOT);
    add(Document.Kind.CODE, node, node.getLiteral(), language);
  }

  @Override
  public void visit(IndentedCodeBlock node) {
    add(Document.Kind.CODE, node, node.getLiteral());
  }

  private void add(Document.Kind kind, Node node, String text) {
    add(kind, node, text, "");
  }

  private void add(Document.Kind kind, Node node, String text, String language) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (!spans.isEmpty() && !text.isBlank()) {
      parts.add(
          new Document.Part(
              kind,
              heading,
              text,
              language,
              spans.getFirst().getLineIndex() + 1,
              spans.getLast().getLineIndex() + 1));
    }
  }

  /** “Run `make`”, “`make test`: runs all”: in a list people say what they type in the line. */
  private void typed(Paragraph node) {
    Node first = node.getFirstChild();
    boolean asked =
        first instanceof Text text
            && (RUN.matcher(text.getLiteral()).matches() || isAnnounced(text));
    Node code = asked ? first.getNext() : first;
    if (code instanceof Code typed && typed.getLiteral().indexOf(' ') > 0) {
      add(Document.Kind.CODE, node, typed.getLiteral() + "\n", "sh");
    }
  }

  /** “Install what it needs: `npm install`”: what is typed ends the item. */
  private static boolean isAnnounced(Text text) {
    Node last = text.getNext() == null ? null : text.getNext().getNext();
    boolean ends =
        last == null || (last instanceof Text end && end.getLiteral().strip().equals("."));
    return ends && text.getLiteral().stripTrailing().endsWith(":");
  }

  /** A link that stands for itself invites to go elsewhere; it is no prose. */
  private static boolean isLinkAlone(Paragraph node) {
    boolean found = false;
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      boolean nothing =
          child instanceof HtmlInline
              || child instanceof SoftLineBreak
              || (child instanceof Text text && text.getLiteral().isBlank());
      if (!nothing && !(child instanceof Link)) {
        return false;
      }
      found |= child instanceof Link;
    }
    return found;
  }

  private void links(Node block) {
    List<SourceSpan> spans = block.getSourceSpans();
    if (!spans.isEmpty()) {
      int line = spans.getFirst().getLineIndex() + 1;
      block.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Link link) {
              links.add(new Document.Link(link.getDestination(), line));
            }
          });
    }
  }

  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            Matcher role = ROLE.matcher(words);
            role.region(Math.max(0, words.length() - ROLE_CHAR_COUNT_MAX), words.length());
            if (role.find()) {
              words.setLength(role.start());
              words.append(TARGET.matcher(code.getLiteral()).replaceFirst(""));
            } else {
              words.append(code.getLiteral());
            }
          }

          @Override
          public void visit(SoftLineBreak lineBreak) {
            words.append('\n');
          }

          @Override
          public void visit(HardLineBreak lineBreak) {
            words.append('\n');
          }

          @Override
          public void visit(Image image) {
            // a picture's replacement text is no prose
          }
        });
    return words.toString();
  }
}
