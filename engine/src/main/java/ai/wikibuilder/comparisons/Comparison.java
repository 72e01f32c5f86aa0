package ai.wikibuilder.comparisons;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.source.SnapshotId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What changed from one state of a repository to another. Immutable.
 *
 * <p>A part is taken for renamed when at least half of its files stand, with the same content, in
 * one part that is new; what leans on it is then compared under the new name.
 *
 * @param changes by subject and kind, then what weighs most first, then by name
 */
public record Comparison(SnapshotId from, SnapshotId to, List<Change> changes) {
  /** Share of the files of a part that another must hold to be the same under another name. */
  private static final double SAME_SHARE_MIN = 0.5;

  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::subject)
          .thenComparing(Change::kind)
          .thenComparing(Comparator.comparingDouble(Change::weight).reversed())
          .thenComparing(Change::name);

  public Comparison {
    changes = List.copyOf(changes);
  }

  /** Compares two states. */
  public static Comparison of(Version before, Version after) {
    Inventory was = new Inventory(before);
    Inventory is = new Inventory(after);
    Map<String, String> renamed = renamedParts(before, after);
    List<Change> changes = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      Map<String, Item> earlier = translated(subject, was.of(subject), renamed);
      compare(subject, earlier, is.of(subject), changes);
    }
    renamed.forEach((from, to) ->
        changes.add(
            new Change(
                Subject.PARTS,
                Change.Kind.RENAMED,
                to,
                from,
                to,
                Optional.empty(),
                Optional.empty(),
                0)));
    changes.sort(ORDER);
    return new Comparison(before.snapshot(), after.snapshot(), changes);
  }

  /** Changes of one subject and kind, in their order. */
  public List<Change> changes(Subject subject, Change.Kind kind) {
    return changes.stream().filter(one -> one.subject() == subject && one.kind() == kind).toList();
  }

  private static void compare(
      Subject subject, Map<String, Item> before, Map<String, Item> after, List<Change> changes) {
    after.forEach((name, item) -> {
      Item known = before.get(name);
      if (known == null) {
        Change.Kind kind = Change.Kind.ADDED;
        changes.add(change(subject, kind, name, List.of(Optional.empty(), Optional.of(item))));
      } else if (!known.content().equals(item.content())) {
        Change.Kind kind = Change.Kind.CHANGED;
        changes.add(change(subject, kind, name, List.of(Optional.of(known), Optional.of(item))));
      }
    });
    before.forEach((name, item) -> {
      if (!after.containsKey(name)) {
        Change.Kind kind = Change.Kind.REMOVED;
        changes.add(change(subject, kind, name, List.of(Optional.of(item), Optional.empty())));
      }
    });
  }

  /**
   * One change.
   *
   * @param ends the thing before and after
   */
  private static Change change(
      Subject subject, Change.Kind kind, String name, List<Optional<Item>> ends) {
    Optional<Item> was = ends.getFirst();
    Optional<Item> is = ends.getLast();
    return new Change(
        subject,
        kind,
        name,
        was.map(Item::content).orElse(""),
        is.map(Item::content).orElse(""),
        was.flatMap(Item::place),
        is.flatMap(Item::place),
        ends.stream().flatMap(Optional::stream).mapToDouble(Item::weight).max().orElse(0));
  }

  /** The earlier things under the names their parts have now. */
  private static Map<String, Item> translated(
      Subject subject, Map<String, Item> items, Map<String, String> renamed) {
    if (renamed.isEmpty()) {
      return items;
    }
    Map<String, Item> result = new TreeMap<>();
    items.forEach((name, item) -> {
      String now =
          switch (subject) {
            case PARTS -> renamed.getOrDefault(name, name);
            case DEPENDENCIES -> {
              String[] ends = name.split(Inventory.ARROW, 2);
              yield renamed.getOrDefault(ends[0], ends[0])
                  + Inventory.ARROW
                  + renamed.getOrDefault(ends[1], ends[1]);
            }
            case NAMES -> {
              int colon = name.indexOf(": ");
              String part = name.substring(0, colon);
              yield renamed.getOrDefault(part, part) + name.substring(colon);
            }
            default -> name;
          };
      result.putIfAbsent(now, item);
    });
    return result;
  }

  private static Map<String, String> renamedParts(Version before, Version after) {
    Map<String, Set<String>> was = contents(before);
    Map<String, Set<String>> is = contents(after);
    Map<String, String> renamed = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    was.forEach((part, blobs) -> {
      if (!is.containsKey(part)) {
        is.forEach((candidate, others) -> {
          long same = blobs.stream().filter(others::contains).count();
          boolean free = !was.containsKey(candidate) && !taken.contains(candidate);
          if (free && !renamed.containsKey(part) && same >= blobs.size() * SAME_SHARE_MIN) {
            renamed.put(part, candidate);
            taken.add(candidate);
          }
        });
      }
    });
    return renamed;
  }

  private static Map<String, Set<String>> contents(Version version) {
    CodeGraph graph = version.graph();
    Map<String, Set<String>> contents = new HashMap<>();
    for (CodeModule module : graph.modules()) {
      Set<String> blobs = new HashSet<>();
      for (int file : module.files()) {
        blobs.add(version.blobs().getOrDefault(graph.path(file), graph.path(file)));
      }
      if (!blobs.isEmpty()) {
        contents.put(Inventory.name(module), blobs);
      }
    }
    return new TreeMap<>(contents);
  }
}
