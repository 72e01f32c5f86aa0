package ai.wikibuilder.pages.diagrams;

import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A path of calls: as a sequence between those that own the functions when there are some of them,
 * else as the functions themselves with an arrow for each step. Immutable.
 *
 * @param stops at least one
 * @param arrows in their order
 * @param first number of the first stop, as the steps beside the drawing are numbered
 */
public record CallPath(List<Stop> stops, List<Arrow> arrows, int first) {
  /** Fewer owners beside each other show nothing. */
  private static final int OWNER_COUNT_MIN = 3;

  /** Owners beside each other on a page. */
  private static final int OWNER_COUNT_MAX = 8;

  public CallPath {
    stops = List.copyOf(stops);
    arrows = List.copyOf(arrows);
  }

  /**
   * A place on the path.
   *
   * @param owner the type or file it belongs to
   * @param place the line that names it
   */
  public record Stop(String name, String owner, Evidence place) {}

  /**
   * A step from one stop to another, by their positions.
   *
   * @param line that shows it
   */
  public record Arrow(int from, int to, Evidence line) {}

  /** The drawing, told in the words of a language. */
  public Diagram diagram(String title, Catalogue words) {
    Set<String> owners = new LinkedHashSet<>();
    stops.forEach(stop -> owners.add(stop.owner()));
    boolean sequence = owners.size() >= OWNER_COUNT_MIN && owners.size() <= OWNER_COUNT_MAX;
    Draft draft = new Draft(words);
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      if (!sequence) {
        draft.node(i, (first + i) + ". " + stop.name(), place(stop), Optional.of(stop.place()));
      } else if (!draft.has(stop.owner())) {
        draft.node(stop.owner(), stop.owner(), fileName(stop), Optional.of(stop.place()));
      }
    }
    for (Arrow arrow : arrows) {
      Stop from = stops.get(arrow.from());
      Stop to = stops.get(arrow.to());
      String number = Integer.toString(first + arrow.to());
      if (sequence) {
        draft.edge(
            from.owner(), to.owner(), number + ". " + last(to.name()), List.of(arrow.line()));
      } else {
        draft.edge(arrow.from(), arrow.to(), number, List.of(arrow.line()));
      }
      draft.say("diagram.leads", from.name(), to.name(), List.of(arrow.line()));
    }
    return draft.diagram(sequence ? Diagram.Kind.SEQUENCE : Diagram.Kind.CALLS, title);
  }

  private static String place(Stop stop) {
    return fileName(stop) + ":" + stop.place().startLine();
  }

  private static String fileName(Stop stop) {
    return stop.place().path().substring(stop.place().path().lastIndexOf('/') + 1);
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
