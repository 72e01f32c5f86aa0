package ai.wikibuilder.pages.prose.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/** Reads the Markdown of a model. Stateless; may be shared by threads. */
public final class ProseReader {
  /** Longest answer read; no page or answer comes near it. */
  private static final int TEXT_CHAR_COUNT_MAX = 200_000;

  /** Lists and quotations inside each other; more is a trick, and costs stack. */
  private static final int DEPTH_MAX = 12;

  /** Characters that show nothing or turn the direction of reading round. */
  private static final Pattern UNSEEN = Pattern.compile("[[\\p{Cc}\\p{Cf}\\p{Co}⟦⟧⟪⟫]&&[^\\n\\t]]");

  private final Parser parser =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /** All of an answer; what is beyond the longest length is left behind, and said. */
  public Prose read(String markdown) {
    List<String> dropped = new ArrayList<>();
    String text = UNSEEN.matcher(markdown).replaceAll("");
    if (text.length() > TEXT_CHAR_COUNT_MAX) {
      dropped.add((text.length() - TEXT_CHAR_COUNT_MAX) + " characters beyond the longest answer");
      text = text.substring(0, TEXT_CHAR_COUNT_MAX);
    }
    Parts parts = new Parts(dropped);
    parser.parse(shallow(Wrapping.removed(text))).accept(parts);
    return new Prose(parts.parts, dropped);
  }

  /** Lines nested deeper than anybody reads begin no deeper. */
  private static String shallow(String text) {
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      int at = 0;
      int depth = 0;
      while (at < line.length() && " \t>-*+".indexOf(line.charAt(at)) >= 0) {
        depth += Character.isWhitespace(line.charAt(at)) ? 0 : 1;
        at++;
      }
      boolean marks = depth > DEPTH_MAX && at < line.length();
      kept.append(marks ? line.substring(at) : line).append('\n');
    }
    return kept.toString();
  }

  /** Goes through the blocks. */
  private static final class Parts extends AbstractVisitor {
    private final List<ProsePart> parts = new ArrayList<>();
    private final List<String> dropped;

    Parts(List<String> dropped) {
      this.dropped = dropped;
    }

    @Override
    public void visit(Heading node) {
      List<Statement> words = statements(node);
      if (!words.isEmpty()) {
        List<ai.wikibuilder.pages.Inline> all = new ArrayList<>();
        words.forEach(one -> all.addAll(one.words()));
        parts.add(new ProsePart.Heading(new Statement(all, List.of())));
      }
    }

    @Override
    public void visit(Paragraph node) {
      List<Statement> words = statements(node);
      if (!words.isEmpty()) {
        parts.add(new ProsePart.Paragraph(words));
      }
    }

    @Override
    public void visit(BulletList node) {
      list(node, false);
    }

    @Override
    public void visit(OrderedList node) {
      list(node, true);
    }

    private void list(Node node, boolean numbered) {
      List<List<Statement>> items = new ArrayList<>();
      List<ProsePart> after = new ArrayList<>();
      items(node, items, after);
      if (!items.isEmpty()) {
        parts.add(new ProsePart.Items(numbered, items));
      }
      parts.addAll(after);
    }

    /** Paragraphs of an item are one item; a list inside it becomes the items after it. */
    private void items(Node list, List<List<Statement>> items, List<ProsePart> after) {
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        List<Statement> words = new ArrayList<>();
        List<Node> inner = new ArrayList<>();
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
          if (child instanceof Paragraph || child instanceof Heading) {
            words.addAll(statements(child));
          } else {
            inner.add(child);
          }
        }
        if (!words.isEmpty()) {
          items.add(words);
        }
        for (Node child : inner) {
          if (child instanceof BulletList || child instanceof OrderedList) {
            items(child, items, after);
          } else {
            Parts others = new Parts(dropped);
            child.accept(others);
            after.addAll(others.parts);
          }
        }
      }
    }

    @Override
    public void visit(BlockQuote node) {
      visitChildren(node);
    }

    @Override
    public void visit(HtmlBlock node) {
      dropped.add("HTML: " + node.getLiteral().strip());
    }

    @Override
    public void visit(FencedCodeBlock node) {
      code(node.getInfo() == null ? "" : node.getInfo().strip(), node.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock node) {
      code("", node.getLiteral());
    }

    private void code(String language, String text) {
      Optional<DiagramRequest> request = DiagramReader.read(text);
      if (request.isPresent()) {
        parts.add(new ProsePart.Drawing(request.get()));
      } else if (!text.isBlank()) {
        parts.add(new ProsePart.Code(language, text));
      }
    }

    @Override
    public void visit(CustomBlock node) {
      if (node instanceof TableBlock) {
        List<Statement> columns = new ArrayList<>();
        List<List<Statement>> rows = new ArrayList<>();
        table(node, columns, rows);
        if (!columns.isEmpty()) {
          parts.add(new ProsePart.Table(columns, rows));
        }
      }
    }

    private void table(Node node, List<Statement> columns, List<List<Statement>> rows) {
      for (Node part = node.getFirstChild(); part != null; part = part.getNext()) {
        for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
          if (row instanceof TableRow) {
            List<Statement> cells = cells(row);
            if (part instanceof TableHead) {
              columns.addAll(cells);
            } else {
              while (cells.size() < columns.size()) {
                cells.add(new Statement(List.of(), List.of()));
              }
              rows.add(cells.subList(0, columns.size()));
            }
          }
        }
      }
    }

    private List<Statement> cells(Node row) {
      List<Statement> cells = new ArrayList<>();
      for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        if (cell instanceof TableCell) {
          cells.add(joined(statements(cell)));
        }
      }
      return cells;
    }

    /** A cell is one claim, however many sentences it has. */
    private static Statement joined(List<Statement> statements) {
      List<ai.wikibuilder.pages.Inline> words = new ArrayList<>();
      List<String> marks = new ArrayList<>();
      for (Statement one : statements) {
        if (!words.isEmpty()) {
          words.add(new ai.wikibuilder.pages.Inline.Plain(" "));
        }
        words.addAll(one.words());
        marks.addAll(one.marks());
      }
      return new Statement(words, marks.stream().distinct().toList());
    }

    private List<Statement> statements(Node node) {
      return SentenceCutter.cut(InlineTokens.of(node, dropped));
    }
  }
}
