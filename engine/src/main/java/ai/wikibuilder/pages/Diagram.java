package ai.wikibuilder.pages;

import java.util.List;
import java.util.Optional;

/**
 * A typed graph to be drawn. Immutable. At most {@link #NODE_COUNT_MAX} nodes.
 *
 * @param inWords what the drawing says, as sentences; the text alternative
 */
public record Diagram(
    Kind kind, String title, List<Node> nodes, List<Edge> edges, List<Sentence> inWords) {

  /** More nodes are grouped before the diagram is made: beyond this people stop reading it. */
  public static final int NODE_COUNT_MAX = 25;

  /** Which drawing it is. */
  public enum Kind {
    MODULE_MAP,
    LAYERS,
    /** Types of a module; an arrow leads to what a type builds on or names. */
    CLASSES,
    /** Who calls whom, in the order of the code: nodes are participants, edges are calls. */
    SEQUENCE,
    /** Functions and who calls whom; a label is the number of the step. */
    CALLS,
    /** Tables of a database; an arrow leads to the table a foreign key points to. */
    ENTITIES,
    /** Constants of a type and which may follow which. */
    STATES,
    /** What runs beside what: services, images, volumes. */
    DEPLOYMENT
  }

  /** Whether a box or an arrow came or went, in a drawing of what changed. */
  public enum Mark {
    NONE,
    ADDED,
    REMOVED
  }

  /**
   * A box.
   *
   * @param id unique in the diagram, letters, digits and hyphens
   * @param detail a second, smaller line; empty for none
   * @param page slug of the page the box leads to, if there is one
   * @param evidence where the thing is defined
   */
  public record Node(
      String id,
      String label,
      String detail,
      Optional<String> page,
      Optional<Evidence> evidence,
      Mark mark) {
    /** A box of a drawing of what is. */
    public Node(
        String id,
        String label,
        String detail,
        Optional<String> page,
        Optional<Evidence> evidence) {
      this(id, label, detail, page, evidence, Mark.NONE);
    }
  }

  /**
   * An arrow.
   *
   * @param label short, such as the number of references; empty for none
   * @param evidence lines that prove it, strongest first, at most four
   */
  public record Edge(String from, String to, String label, List<Evidence> evidence, Mark mark) {
    public Edge {
      evidence = List.copyOf(evidence);
    }

    /** An arrow of a drawing of what is. */
    public Edge(String from, String to, String label, List<Evidence> evidence) {
      this(from, to, label, evidence, Mark.NONE);
    }
  }

  public Diagram {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    inWords = List.copyOf(inWords);
  }
}
