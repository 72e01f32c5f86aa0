package ai.wikibuilder.pages.prose.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Collects the words below one node of Markdown, without what could lead elsewhere. One use. */
final class InlineTokens extends AbstractVisitor {
  /**
   * {@code [3]}, {@code [3, 5]}, {@code [F2][4]}, {@code [3-5]}; some models write wide, double or
   * curly brackets, a sign or a word before the number, or a dagger with a place behind it.
   */
  private static final Pattern MARKS =
      Pattern.compile(
          "(?:\\[{1,2}|【|(?<!\\S)\\{)\\s?(?:(?i:pieces?|evidence|sources?|refs?)\\s)?[#^]?"
              + "([Ff]?\\d{1,3}(?:\\s?(?:[,;–-]|and|&)\\s?[#^]?[Ff]?\\d{1,3}){0,20})"
              + "\\s?(?:†[^\\]】\\s]{0,20})?(?:\\]{1,2}|】|\\})");

  private static final Pattern ONE_MARK =
      Pattern.compile("([Ff]?)(\\d{1,3})(?:\\s?[–-]\\s?(\\d{1,3}))?");

  /** Pieces one range of marks may stand for. */
  private static final int RANGE_COUNT_MAX = 12;

  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<String> dropped;
  private int strong;

  /** Whether a raised number is read. */
  private boolean raised;

  private InlineTokens(List<String> dropped) {
    this.dropped = dropped;
  }

  /** The words of a node in order; what is left behind is added to {@code dropped}. */
  static List<Token> of(Node node, List<String> dropped) {
    InlineTokens collector = new InlineTokens(dropped);
    node.accept(collector);
    collector.flush();
    return collector.tokens;
  }

  @Override
  public void visit(Text node) {
    text.append(node.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak node) {
    text.append(' ');
  }

  @Override
  public void visit(HardLineBreak node) {
    text.append(' ');
  }

  @Override
  public void visit(Code node) {
    flush();
    tokens.add(new Token.Code(node.getLiteral().strip()));
  }

  @Override
  public void visit(StrongEmphasis node) {
    flush();
    strong++;
    visitChildren(node);
    flush();
    strong--;
  }

  /** The words of a link stay, its address does not; a number in brackets was meant as a mark. */
  @Override
  public void visit(Link node) {
    String alone =
        node.getFirstChild() instanceof Text only && only.getNext() == null
            ? only.getLiteral()
            : "";
    if (MARKS.matcher("[" + alone + "]").matches()) {
      text.append('[').append(alone).append(']');
      dropped.add("the address of a link: " + node.getDestination());
      return;
    }
    dropped.add("the address of a link: " + node.getDestination());
    if (!alone.equals(node.getDestination())) {
      visitChildren(node);
    }
  }

  @Override
  public void visit(Image node) {
    dropped.add("an image: " + node.getDestination());
  }

  /** A number that is raised was meant as a mark, unless it is a power. */
  @Override
  public void visit(HtmlInline node) {
    boolean isPower = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
    if (isRaised(node) && !isPower) {
      text.append('[');
      raised = true;
    } else if (raised) {
      text.append(']');
      raised = false;
    } else {
      dropped.add("HTML: " + node.getLiteral());
    }
  }

  private static boolean isRaised(HtmlInline node) {
    return node.getLiteral().equalsIgnoreCase("<sup>")
        && node.getNext() instanceof Text number
        && number.getNext() instanceof HtmlInline end
        && end.getLiteral().equalsIgnoreCase("</sup>")
        && MARKS.matcher("[" + number.getLiteral() + "]").matches();
  }

  private void flush() {
    String all = text.toString();
    text.setLength(0);
    Matcher matcher = MARKS.matcher(all);
    int at = 0;
    while (matcher.find()) {
      words(all.substring(at, matcher.start()));
      marks(matcher.group(1));
      at = matcher.end();
    }
    words(all.substring(at));
  }

  private void words(String words) {
    if (!words.isEmpty()) {
      tokens.add(strong > 0 ? new Token.Strong(words) : new Token.Text(words));
    }
  }

  private void marks(String inside) {
    Matcher one = ONE_MARK.matcher(inside);
    while (one.find()) {
      String kind = one.group(1).toUpperCase(Locale.ROOT);
      tokens.add(new Token.Mark(kind + one.group(2)));
      if (one.group(3) != null) {
        int first = Integer.parseInt(one.group(2));
        int last = Math.min(Integer.parseInt(one.group(3)), first + RANGE_COUNT_MAX);
        for (int next = first + 1; next <= last; next++) {
          tokens.add(new Token.Mark(kind + next));
        }
      }
    }
  }
}
