package ai.wikibuilder.site.drawing;

import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.site.markup.VisibleText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.GraphCompactionStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.NodeLabelPlacement;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Finds places for the boxes and arrows of a diagram: layers by the direction of the arrows, few
 * crossings, corners at right angles. The same diagram always gets the same places. Thread-safe.
 */
public final class DiagramLayout {
  /** Size of the letters in boxes, in pixels; the style sheet says the same. */
  public static final double LABEL_SIZE = 14;

  /** Size of the second line in boxes and of the words at arrows. */
  public static final double DETAIL_SIZE = 12;

  /**
   * Wider boxes make drawings that no screen shows; longer words are cut, the tooltip has them
   * whole.
   */
  static final double TEXT_WIDTH_MAX = 220;

  static final double BOX_PADDING = 14;

  static final double BOX_WIDTH_MIN = 72;

  /** More arrows than this nobody can follow; the table below the drawing has them all. */
  private static final int EDGE_COUNT_MAX = 120;

  /** Fewer arrows are told apart better when each has a line of its own. */
  private static final int MERGED_EDGE_COUNT_MIN = 13;

  /** A drawing wider than this is tried on its side. */
  private static final double WIDTH_WISHED = 880;

  /**
   * Width by height that boxes without arrows are laid out towards: in rows, not in one long one.
   */
  private static final double APART_ASPECT_RATIO = 0.8;

  private final TextWidth textWidth = new TextWidth();

  public DiagramLayout() {
    // makes the layout register the types of its options; without it the first layout fails
    LayoutMetaDataService.getInstance();
  }

  /** A point in pixels from the upper left corner. */
  public record Point(double x, double y) {}

  /** A box; {@code label} and {@code detail} are cut to fit. */
  public record Box(
      Diagram.Node node,
      String label,
      String detail,
      double x,
      double y,
      double width,
      double height) {}

  /**
   * An arrow through at least two points; {@code label} stands in a box of its own unless it is
   * empty.
   */
  public record Arrow(
      Diagram.Edge edge,
      List<Point> points,
      String label,
      double labelX,
      double labelY,
      double labelWidth,
      double labelHeight) {}

  /**
   * All of it.
   *
   * @param guides lines that belong to no arrow, such as those below participants
   */
  public record Drawing(
      double width, double height, List<Box> boxes, List<Arrow> arrows, List<List<Point>> guides) {}

  private record Placed(Diagram.Node node, ElkNode laid) {}

  /** Lays out a diagram. Arrows to nodes that are not there are left out. */
  public Drawing layOut(Diagram diagram) {
    if (diagram.kind() == Diagram.Kind.SEQUENCE) {
      return new SequenceLayout(textWidth).layOut(diagram);
    }
    Direction upright = diagram.kind() == Diagram.Kind.CLASSES ? Direction.UP : Direction.DOWN;
    Drawing best = layOut(diagram, upright, NodePlacementStrategy.BRANDES_KOEPF);
    if (best.width() <= WIDTH_WISHED) {
      return best;
    }
    best = smaller(best, layOut(diagram, upright, NodePlacementStrategy.NETWORK_SIMPLEX));
    return diagram.kind() == Diagram.Kind.LAYERS
        ? best
        : smaller(best, layOut(diagram, Direction.RIGHT, NodePlacementStrategy.NETWORK_SIMPLEX));
  }

  /**
   * The one that needs less of a page: what is wider than a screen costs more than what is long.
   */
  private static Drawing smaller(Drawing one, Drawing other) {
    return cost(other) < cost(one) ? other : one;
  }

  private static double cost(Drawing drawing) {
    return drawing.height() / 2 + Math.max(WIDTH_WISHED, drawing.width());
  }

  /** Compacting makes drawings smaller by a third, and fails for a few graphs. */
  private Drawing layOut(Diagram diagram, Direction direction, NodePlacementStrategy placement) {
    try {
      return layOut(diagram, direction, placement, GraphCompactionStrategy.EDGE_LENGTH);
    } catch (IllegalStateException | IndexOutOfBoundsException | NullPointerException e) {
      return layOut(diagram, direction, placement, GraphCompactionStrategy.NONE);
    }
  }

  private Drawing layOut(
      Diagram diagram,
      Direction direction,
      NodePlacementStrategy placement,
      GraphCompactionStrategy compaction) {
    ElkNode root = ElkGraphUtil.createGraph();
    options(root);
    root.setProperty(LayeredOptions.DIRECTION, direction);
    root.setProperty(LayeredOptions.MERGE_EDGES, diagram.edges().size() >= MERGED_EDGE_COUNT_MIN);
    root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, placement);
    root.setProperty(LayeredOptions.COMPACTION_POST_COMPACTION_STRATEGY, compaction);
    Map<String, Placed> nodes = new LinkedHashMap<>();
    for (Diagram.Node node : diagram.nodes()) {
      if (nodes.size() < Diagram.NODE_COUNT_MAX && !nodes.containsKey(node.id())) {
        nodes.put(node.id(), new Placed(node, node(root, node)));
      }
    }
    Map<Diagram.Edge, ElkEdge> edges = new LinkedHashMap<>();
    for (Diagram.Edge edge : diagram.edges()) {
      Placed from = nodes.get(edge.from());
      Placed to = nodes.get(edge.to());
      if (from != null && to != null && edges.size() < EDGE_COUNT_MAX) {
        edges.computeIfAbsent(edge, key -> edge(from.laid(), to.laid(), key));
      }
    }
    new LayeredLayoutProvider().layout(root, new NullElkProgressMonitor());
    List<Box> boxes = new ArrayList<>();
    nodes.values().forEach(placed -> boxes.add(box(placed.node(), placed.laid())));
    List<Arrow> arrows = new ArrayList<>();
    edges.forEach((edge, laid) -> arrows.add(arrow(edge, laid)));
    return new Drawing(root.getWidth(), root.getHeight(), boxes, arrows, List.of());
  }

  private static void options(ElkNode root) {
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(8));
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 20.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 3.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 28.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 9.0);
    root.setProperty(LayeredOptions.ASPECT_RATIO, APART_ASPECT_RATIO);
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
  }

  private ElkNode node(ElkNode root, Diagram.Node node) {
    double label = textWidth.of(label(node), LABEL_SIZE);
    double detail = textWidth.of(detail(node), DETAIL_SIZE);
    ElkNode box = ElkGraphUtil.createNode(root);
    box.setProperty(LayeredOptions.NODE_LABELS_PLACEMENT, EnumSet.noneOf(NodeLabelPlacement.class));
    box.setDimensions(
        Math.ceil(Math.max(BOX_WIDTH_MIN, Math.max(label, detail) + 2 * BOX_PADDING)),
        node.detail().isEmpty() ? 38 : 54);
    return box;
  }

  private ElkEdge edge(ElkNode from, ElkNode to, Diagram.Edge edge) {
    ElkEdge made = ElkGraphUtil.createSimpleEdge(from, to);
    if (!edge.label().isEmpty()) {
      String words = label(edge);
      ElkLabel label = ElkGraphUtil.createLabel(words, made);
      label.setDimensions(Math.ceil(textWidth.of(words, DETAIL_SIZE)) + 6, 16);
      label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
      label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
    }
    return made;
  }

  private Box box(Diagram.Node node, ElkNode laid) {
    return new Box(
        node,
        label(node),
        detail(node),
        laid.getX(),
        laid.getY(),
        laid.getWidth(),
        laid.getHeight());
  }

  private Arrow arrow(Diagram.Edge edge, ElkEdge laid) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : laid.getSections()) {
      points.add(new Point(section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(new Point(bend.getX(), bend.getY()));
      }
      points.add(new Point(section.getEndX(), section.getEndY()));
    }
    if (laid.getLabels().isEmpty()) {
      return new Arrow(edge, List.copyOf(points), "", 0, 0, 0, 0);
    }
    ElkLabel label = laid.getLabels().getFirst();
    return new Arrow(
        edge,
        List.copyOf(points),
        label(edge),
        label.getX(),
        label.getY(),
        label.getWidth(),
        label.getHeight());
  }

  private String label(Diagram.Node node) {
    return textWidth.fit(oneLine(node.label()), LABEL_SIZE, TEXT_WIDTH_MAX);
  }

  private String detail(Diagram.Node node) {
    return textWidth.fit(oneLine(node.detail()), DETAIL_SIZE, TEXT_WIDTH_MAX);
  }

  private String label(Diagram.Edge edge) {
    return textWidth.fit(oneLine(edge.label()), DETAIL_SIZE, TEXT_WIDTH_MAX / 2);
  }

  static String oneLine(String text) {
    return VisibleText.of(text).replace('\n', ' ').replace('\t', ' ').strip();
  }
}
