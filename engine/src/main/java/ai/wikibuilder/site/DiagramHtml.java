package ai.wikibuilder.site;

import static ai.wikibuilder.site.markup.Attribute.attr;
import static ai.wikibuilder.site.markup.Attribute.cls;
import static ai.wikibuilder.site.markup.Attribute.id;

import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.site.drawing.DiagramLayout;
import ai.wikibuilder.site.drawing.DiagramLayout.Arrow;
import ai.wikibuilder.site.drawing.DiagramLayout.Box;
import ai.wikibuilder.site.drawing.DiagramLayout.Drawing;
import ai.wikibuilder.site.drawing.DiagramLayout.Point;
import ai.wikibuilder.site.markup.Attribute;
import ai.wikibuilder.site.markup.Attribute.Name;
import ai.wikibuilder.site.markup.Html;
import ai.wikibuilder.site.markup.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a diagram: the drawing as SVG whose boxes lead to pages and whose arrows lead to the lines
 * that prove them, then the same in words and as a table. One thread.
 */
final class DiagramHtml {
  /** Radius of the corners of arrows, in pixels. */
  private static final double CORNER = 6;

  /** A wider drawing is not shrunk, it scrolls: its words would become too small. */
  private static final double SHRUNK_WIDTH_MAX = 920;

  private final Sheet sheet;
  private final Html html;
  private final SentenceHtml sentences;
  private final DiagramLayout layout = new DiagramLayout();
  private int diagramCount;

  DiagramHtml(Sheet sheet, SentenceHtml sentences) {
    this.sheet = sheet;
    this.html = sheet.html();
    this.sentences = sentences;
  }

  void write(Diagram diagram) {
    diagramCount++;
    String name = "d-" + diagramCount;
    Map<String, String> labels = new HashMap<>();
    diagram.nodes().forEach(node -> labels.putIfAbsent(node.id(), node.label()));
    html.open(Tag.FIGURE, cls("diagram")).line();
    html.leaf(Tag.FIGCAPTION, diagram.title(), id(name + "-title")).line();
    if (diagramCount <= sheet.room().drawingCountMax()) {
      drawing(diagram, name, labels);
    }
    if (!diagram.inWords().isEmpty()) {
      html.open(Tag.P, cls("inwords"));
      html.leaf(Tag.SPAN, sheet.words().of("diagram.inwords") + ":", cls("lead")).text(" ");
      sentences.write(diagram.inWords());
      html.close(Tag.P).line();
    }
    if (!diagram.edges().isEmpty()) {
      table(diagram, labels);
    }
    html.close(Tag.FIGURE);
  }

  private void drawing(Diagram diagram, String name, Map<String, String> labels) {
    Drawing drawing = layout.layOut(diagram);
    html.open(
        Tag.DIV,
        cls(drawing.width() > SHRUNK_WIDTH_MAX ? "drawing large" : "drawing"),
        attr(Name.TABINDEX, 0),
        attr(Name.ROLE, "region"),
        attr(Name.ARIA_LABELLEDBY, name + "-title"));
    svg(drawing, name, labels);
    html.close(Tag.DIV).line();
  }

  private void svg(Drawing drawing, String name, Map<String, String> labels) {
    html.open(
        Tag.SVG,
        attr(Name.ROLE, "group"),
        attr(Name.ARIA_LABELLEDBY, name + "-title"),
        attr(Name.VIEW_BOX, "0 0 " + number(drawing.width()) + " " + number(drawing.height())),
        attr(Name.WIDTH, number(drawing.width())),
        attr(Name.HEIGHT, number(drawing.height())));
    html.line().open(Tag.DEFS);
    html.open(
        Tag.MARKER,
        id(name + "-tip"),
        attr(Name.VIEW_BOX, "0 0 8 8"),
        attr(Name.REF_X, 7),
        attr(Name.REF_Y, 4),
        attr(Name.MARKER_WIDTH, 7),
        attr(Name.MARKER_HEIGHT, 7),
        attr(Name.ORIENT, "auto-start-reverse"));
    html.bare(Tag.PATH, cls("tip"), attr(Name.D, "M0 0L8 4L0 8z"));
    html.close(Tag.MARKER).close(Tag.DEFS).line();
    for (List<Point> guide : drawing.guides()) {
      html.bare(Tag.PATH, cls("guide"), attr(Name.D, path(guide))).line();
    }
    for (Arrow arrow : drawing.arrows()) {
      arrow(arrow, name, labels);
    }
    for (Box box : drawing.boxes()) {
      box(box);
    }
    html.close(Tag.SVG).line();
  }

  private void arrow(Arrow arrow, String name, Map<String, String> labels) {
    Diagram.Edge edge = arrow.edge();
    String words = inWords(edge, labels);
    Optional<Evidence> proof = edge.evidence().stream().findFirst();
    html.open(Tag.G, cls("edge" + style(edge.mark())));
    proof.ifPresent(this::openEvidence);
    html.leaf(Tag.TITLE, proof.map(evidence -> titled(words, evidence)).orElse(words));
    String path = path(arrow.points());
    html.bare(Tag.PATH, cls("hit"), attr(Name.D, straight(arrow.points())));
    html.bare(
        Tag.PATH, cls("line"), attr(Name.D, path), attr(Name.MARKER_END, "url(#" + name + "-tip)"));
    if (!arrow.label().isEmpty()) {
      html.bare(
          Tag.RECT,
          cls("back"),
          attr(Name.X, number(arrow.labelX())),
          attr(Name.Y, number(arrow.labelY())),
          attr(Name.WIDTH, number(arrow.labelWidth())),
          attr(Name.HEIGHT, number(arrow.labelHeight())));
      centred(
          arrow.label(),
          "label",
          arrow.labelX() + arrow.labelWidth() / 2,
          arrow.labelY() + arrow.labelHeight() / 2 + DiagramLayout.DETAIL_SIZE * 0.35);
    }
    proof.ifPresent(evidence -> html.close(Tag.A));
    html.close(Tag.G).line();
  }

  private static String style(Diagram.Mark mark) {
    return switch (mark) {
      case NONE -> "";
      case ADDED -> " added";
      case REMOVED -> " removed";
    };
  }

  private void box(Box box) {
    Diagram.Node node = box.node();
    String words = node.detail().isEmpty() ? node.label() : node.label() + ", " + node.detail();
    Optional<Page> page = node.page().flatMap(sheet.map()::page);
    html.open(Tag.G, cls((page.isPresent() ? "node page" : "node") + style(node.mark())));
    if (page.isPresent()) {
      html.link(sheet.map().link(sheet.page(), page.get()));
    } else if (node.evidence().isPresent()) {
      openEvidence(node.evidence().get());
    }
    html.leaf(Tag.TITLE, node.evidence().map(proof -> titled(words, proof)).orElse(words));
    html.bare(
        Tag.RECT,
        cls("box"),
        attr(Name.X, number(box.x())),
        attr(Name.Y, number(box.y())),
        attr(Name.WIDTH, number(box.width())),
        attr(Name.HEIGHT, number(box.height())),
        attr(Name.RX, 7));
    double middle = box.x() + box.width() / 2;
    double baseline = box.y() + (box.detail().isEmpty() ? box.height() / 2 + 5 : 23);
    centred(box.label(), "name", middle, baseline);
    if (!box.detail().isEmpty()) {
      centred(box.detail(), "detail", middle, box.y() + 41);
    }
    if (page.isPresent() || node.evidence().isPresent()) {
      html.close(Tag.A);
    }
    html.close(Tag.G).line();
  }

  /** A link is named by the title inside it. */
  private void openEvidence(Evidence evidence) {
    html.link(sheet.lines(sheet.evidence().cite(evidence)));
  }

  private static String titled(String words, Evidence evidence) {
    return words + " (" + SentenceHtml.shortPlace(evidence) + ")";
  }

  private void centred(String words, String style, double x, double y) {
    html.leaf(Tag.TEXT, words, cls(style), attr(Name.X, number(x)), attr(Name.Y, number(y)));
  }

  private void table(Diagram diagram, Map<String, String> labels) {
    InterfaceText words = sheet.words();
    html.open(Tag.DETAILS, cls("edges"));
    String count = words.number(diagram.edges().size());
    html.leaf(Tag.SUMMARY, words.of("diagram.edges", count));
    Attribute column = attr(Name.SCOPE, "col");
    html.open(Tag.DIV, cls("scroll"), attr(Name.TABINDEX, 0)).open(Tag.TABLE).line();
    html.open(Tag.THEAD).open(Tag.TR);
    html.leaf(Tag.TH, words.of("diagram.from"), column);
    html.leaf(Tag.TH, words.of("diagram.to"), column);
    html.leaf(Tag.TH, words.of("diagram.label"), column);
    html.leaf(Tag.TH, words.of("diagram.evidence"), column);
    html.close(Tag.TR).close(Tag.THEAD).line().open(Tag.TBODY).line();
    for (Diagram.Edge edge : diagram.edges()) {
      html.open(Tag.TR);
      html.leaf(Tag.TD, labels.getOrDefault(edge.from(), edge.from()));
      html.leaf(Tag.TD, labels.getOrDefault(edge.to(), edge.to()));
      html.leaf(Tag.TD, edge.label());
      html.open(Tag.TD);
      sentences.marks(edge.evidence());
      html.close(Tag.TD).close(Tag.TR).line();
    }
    html.close(Tag.TBODY).close(Tag.TABLE).close(Tag.DIV).close(Tag.DETAILS).line();
  }

  private String inWords(Diagram.Edge edge, Map<String, String> labels) {
    String from = labels.getOrDefault(edge.from(), edge.from());
    String to = labels.getOrDefault(edge.to(), edge.to());
    return edge.label().isEmpty()
        ? sheet.words().of("diagram.edge", from, to)
        : sheet.words().of("diagram.labelled", from, to, edge.label());
  }

  /** A line through the points with rounded corners. */
  private static String path(List<Point> points) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      Point at = points.get(i);
      if (i == 0 || i == points.size() - 1) {
        out.append(i == 0 ? 'M' : 'L').append(pair(at));
      } else {
        out.append('L').append(pair(towards(at, points.get(i - 1))));
        out.append('Q').append(pair(at)).append(' ').append(pair(towards(at, points.get(i + 1))));
      }
    }
    return out.toString();
  }

  /** The same without round corners, which nobody sees, in as few signs as can be. */
  private static String straight(List<Point> points) {
    StringBuilder out = new StringBuilder();
    Point before = new Point(Double.NaN, Double.NaN);
    for (Point at : points) {
      if (out.isEmpty()) {
        out.append('M').append(pair(at));
      } else if (number(at.x()).equals(number(before.x()))) {
        out.append('V').append(number(at.y()));
      } else if (number(at.y()).equals(number(before.y()))) {
        out.append('H').append(number(at.x()));
      } else {
        out.append('L').append(pair(at));
      }
      before = at;
    }
    return out.toString();
  }

  private static Point towards(Point from, Point to) {
    double distance = Math.hypot(to.x() - from.x(), to.y() - from.y());
    double part = distance == 0 ? 0 : Math.min(CORNER, distance / 2) / distance;
    return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
  }

  private static String pair(Point point) {
    return number(point.x()) + " " + number(point.y());
  }

  /** One digit after the point is a tenth of a pixel. */
  private static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }
}
