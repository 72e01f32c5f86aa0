package ai.wikibuilder.site.drawing;

import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.site.drawing.DiagramLayout.Arrow;
import ai.wikibuilder.site.drawing.DiagramLayout.Box;
import ai.wikibuilder.site.drawing.DiagramLayout.Drawing;
import ai.wikibuilder.site.drawing.DiagramLayout.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places a sequence: participants side by side in their order, below each a line, and the messages
 * as level arrows one under the other, their words above them. Gaps grow until the words between
 * two participants fit. One thread, used once.
 */
final class SequenceLayout {
  private static final double MARGIN = 8;
  private static final double GAP_MIN = 28;
  private static final double ROW_HEIGHT = 36;
  private static final double LABEL_HEIGHT = 16;

  /** How far the arrow of a message to oneself reaches out. */
  private static final double LOOP_WIDTH = 26;

  private final TextWidth textWidth;
  private final List<Diagram.Node> nodes = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  SequenceLayout(TextWidth textWidth) {
    this.textWidth = textWidth;
  }

  Drawing layOut(Diagram diagram) {
    for (Diagram.Node node : diagram.nodes()) {
      if (nodes.size() < Diagram.NODE_COUNT_MAX
          && places.putIfAbsent(node.id(), nodes.size()) == null) {
        nodes.add(node);
      }
    }
    List<Diagram.Edge> messages =
        diagram.edges().stream()
            .filter(edge -> places.containsKey(edge.from()) && places.containsKey(edge.to()))
            .toList();
    double[] widths = new double[nodes.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = boxWidth(nodes.get(i));
    }
    double[] middles = middles(widths, messages);
    boolean details = nodes.stream().anyMatch(node -> !node.detail().isEmpty());
    double boxHeight = details ? 54 : 38;
    double first = MARGIN + boxHeight + ROW_HEIGHT;
    double bottom = first + Math.max(1, messages.size()) * ROW_HEIGHT - ROW_HEIGHT / 3;
    List<Box> boxes = new ArrayList<>();
    List<List<Point>> guides = new ArrayList<>();
    double right = 0;
    for (int i = 0; i < widths.length; i++) {
      boxes.add(box(nodes.get(i), middles[i], widths[i], boxHeight));
      guides.add(List.of(new Point(middles[i], MARGIN + boxHeight), new Point(middles[i], bottom)));
      right = Math.max(right, middles[i] + widths[i] / 2);
    }
    List<Arrow> arrows = new ArrayList<>();
    for (int row = 0; row < messages.size(); row++) {
      Arrow arrow = arrow(messages.get(row), middles, first + row * ROW_HEIGHT);
      arrows.add(arrow);
      right = Math.max(right, arrow.labelX() + arrow.labelWidth());
    }
    return new Drawing(right + MARGIN, bottom + MARGIN, boxes, arrows, guides);
  }

  private double boxWidth(Diagram.Node node) {
    double label = textWidth.of(label(node), DiagramLayout.LABEL_SIZE);
    double detail = textWidth.of(detail(node), DiagramLayout.DETAIL_SIZE);
    double words = Math.max(label, detail) + 2 * DiagramLayout.BOX_PADDING;
    return Math.ceil(Math.max(DiagramLayout.BOX_WIDTH_MIN, words));
  }

  /** Where the participants' lines run: far enough apart for boxes and for all words between. */
  private double[] middles(double[] widths, List<Diagram.Edge> messages) {
    double[] middles = new double[widths.length];
    for (int i = 0; i < widths.length; i++) {
      middles[i] =
          i == 0
              ? MARGIN + widths[0] / 2
              : middles[i - 1] + widths[i - 1] / 2 + GAP_MIN + widths[i] / 2;
      for (Diagram.Edge message : messages) {
        int from = place(message.from());
        int to = place(message.to());
        double words = labelWidth(message) + 2 * MARGIN;
        if (from != to && Math.max(from, to) == i) {
          middles[i] = Math.max(middles[i], middles[Math.min(from, to)] + words);
        } else if (from == to && from == i - 1) {
          middles[i] = Math.max(middles[i], middles[i - 1] + LOOP_WIDTH + words);
        }
      }
    }
    return middles;
  }

  private int place(String id) {
    return places.getOrDefault(id, 0);
  }

  private double labelWidth(Diagram.Edge message) {
    return Math.ceil(textWidth.of(label(message), DiagramLayout.DETAIL_SIZE)) + 6;
  }

  private Box box(Diagram.Node node, double middle, double width, double height) {
    return new Box(node, label(node), detail(node), middle - width / 2, MARGIN, width, height);
  }

  private Arrow arrow(Diagram.Edge message, double[] middles, double y) {
    double from = middles[place(message.from())];
    double to = middles[place(message.to())];
    double width = labelWidth(message);
    if (from == to) {
      List<Point> loop =
          List.of(
              new Point(from, y - 6),
              new Point(from + LOOP_WIDTH, y - 6),
              new Point(from + LOOP_WIDTH, y + 8),
              new Point(from, y + 8));
      return new Arrow(
          message, loop, label(message), from + LOOP_WIDTH + 4, y - 7, width, LABEL_HEIGHT);
    }
    List<Point> line = List.of(new Point(from, y), new Point(to, y));
    double x = (from + to) / 2 - width / 2;
    return new Arrow(message, line, label(message), x, y - LABEL_HEIGHT - 3, width, LABEL_HEIGHT);
  }

  private String label(Diagram.Node node) {
    return textWidth.fit(
        DiagramLayout.oneLine(node.label()),
        DiagramLayout.LABEL_SIZE,
        DiagramLayout.TEXT_WIDTH_MAX);
  }

  private String detail(Diagram.Node node) {
    return textWidth.fit(
        DiagramLayout.oneLine(node.detail()),
        DiagramLayout.DETAIL_SIZE,
        DiagramLayout.TEXT_WIDTH_MAX);
  }

  private String label(Diagram.Edge message) {
    return textWidth.fit(
        DiagramLayout.oneLine(message.label()),
        DiagramLayout.DETAIL_SIZE,
        DiagramLayout.TEXT_WIDTH_MAX);
  }
}
