package ai.wikibuilder.pages.prose;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.PageComposer;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.steering.SteeringReader;
import ai.wikibuilder.source.SnapshotId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An invented repository with enough to say for pages of prose; nothing in it exists. */
public final class Warehouse {
  private static final List<String> PARTS =
      List.of("goods", "shelves", "orders", "picking", "carts", "loading");

  private Warehouse() {}

  public static TestRepository repository() {
    TestRepository repository = new TestRepository();
    repository.file(
        "README.md",
        """
        # Warehouse
        Warehouse keeps track of goods on shelves and says which cart fetches what. It plans the way
        of each cart once an hour.

        Orders come in over the counter. Nobody has to type a shelf number twice.
        """);
    for (int part = 0; part < PARTS.size(); part++) {
      for (int type = 0; type < 6; type++) {
        repository.file(path(part, type), type(part, type, ""));
      }
    }
    return repository;
  }

  public static String path(int part, int type) {
    return "src/%s/%s.java".formatted(PARTS.get(part), name(part, type));
  }

  private static String name(int part, int type) {
    String folder = PARTS.get(part);
    return folder.substring(0, 1).toUpperCase(Locale.ROOT)
        + folder.substring(1)
        + (char) ('A' + type);
  }

  /** A type that calls the one after it and one of the next part. */
  public static String type(int part, int type, String more) {
    String next = name(part, (type + 1) % 6);
    String other = name((part + 1) % PARTS.size(), type);
    return """
    package %s;

    /** Keeps the %s of row %d in order, so that %s are found. */
    public class %s {
      /** Moves what stands as %s in row %d to the next. */
      public void move%d(%s next) {
        next.sort%d();
        %s.count%d();%s
      }

      /** Sorts row %d by weight of %s, the heavy ones first. */
      public void sort%d() {
      }

      /** Counts what is left of %s in row %d after the last cart. */
      public static void count%d() {
      }

      /** Weighs the %s of row %d, then notes what %s weigh on a list. */
      public int weigh%d() {
        return %d;
      }
    }
    """
        .formatted(
            PARTS.get(part),
            PARTS.get(part),
            type,
            PARTS.get(part),
            name(part, type),
            PARTS.get(part),
            type,
            type,
            next,
            (type + 1) % 6,
            other,
            type,
            more,
            type,
            PARTS.get(part),
            type,
            PARTS.get(part),
            type,
            type,
            PARTS.get(part),
            type,
            PARTS.get(part),
            type,
            type);
  }

  public static Composition composition(TestRepository repository) {
    return composition(repository, repository.graph());
  }

  public static Composition composition(TestRepository repository, CodeGraph graph) {
    return new Composition(
        new SnapshotId(
            "warehouse",
            Optional.of("https://git.example.org/warehouse.git"),
            Optional.of("77aa77aa77aa77aa77aa77aa77aa77aa77aa77aa"),
            "77aa77aa77aa77aa77aa77aa77aa77aa77aa77aa",
            "",
            false),
        graph,
        new Planner().plan(graph, SteeringReader.read(repository)),
        repository,
        Map.of(),
        0);
  }

  public static Wiki composed(Composition composition) {
    return new PageComposer().compose(composition);
  }
}
