package ai.wikibuilder.plan.refined;

import ai.wikibuilder.models.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model wants to change about a plan, as read from its reply; nothing of it is checked yet.
 * Immutable.
 *
 * @param order slugs in the order of reading
 */
record PlanEdits(
    List<Rename> renames,
    List<Move> moves,
    List<Merge> merges,
    List<Split> splits,
    List<String> order,
    List<Addition> additions) {

  record Rename(String slug, String title) {}

  record Move(String slug, String below) {}

  record Merge(String slug, String into) {}

  record Split(int part, String title) {}

  record Addition(String title, String below, List<String> paths, String question) {
    Addition {
      paths = List.copyOf(paths);
    }
  }

  /** Edits of one kind beyond this are noise. */
  private static final int COUNT_MAX = 400;

  PlanEdits {
    renames = List.copyOf(renames);
    moves = List.copyOf(moves);
    merges = List.copyOf(merges);
    splits = List.copyOf(splits);
    order = List.copyOf(order);
    additions = List.copyOf(additions);
  }

  /** Reads a reply; empty when there is no JSON object in it or none of its members is known. */
  static Optional<PlanEdits> read(String reply) {
    return JsonTree.find(reply)
        .filter(json ->
            List.of("rename", "move", "merge", "split", "order", "add").stream()
                .anyMatch(name -> json.at(name).isPresent()))
        .map(PlanEdits::of);
  }

  private static PlanEdits of(JsonTree json) {
    List<Rename> renames = new ArrayList<>();
    for (JsonTree edit : first(json.items("rename"))) {
      renames.add(new Rename(text(edit, "slug"), text(edit, "title")));
    }
    List<Move> moves = new ArrayList<>();
    for (JsonTree edit : first(json.items("move"))) {
      moves.add(new Move(text(edit, "slug"), text(edit, "below")));
    }
    List<Merge> merges = new ArrayList<>();
    for (JsonTree edit : first(json.items("merge"))) {
      merges.add(new Merge(text(edit, "slug"), text(edit, "into")));
    }
    List<Split> splits = new ArrayList<>();
    for (JsonTree edit : first(json.items("split"))) {
      splits.add(new Split(edit.count("part").orElse(-1), text(edit, "title")));
    }
    List<Addition> additions = new ArrayList<>();
    for (JsonTree edit : first(json.items("add"))) {
      additions.add(
          new Addition(
              text(edit, "title"),
              text(edit, "below"),
              texts(edit.items("paths")),
              text(edit, "question")));
    }
    return new PlanEdits(renames, moves, merges, splits, texts(json.items("order")), additions);
  }

  private static List<JsonTree> first(List<JsonTree> items) {
    return items.subList(0, Math.min(items.size(), COUNT_MAX));
  }

  private static String text(JsonTree edit, String name) {
    return edit.text(name).orElse("").strip();
  }

  private static List<String> texts(List<JsonTree> items) {
    return first(items).stream().flatMap(item -> item.text().stream()).map(String::strip).toList();
  }
}
