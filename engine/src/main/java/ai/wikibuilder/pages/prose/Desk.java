package ai.wikibuilder.pages.prose;

import ai.wikibuilder.pages.prose.packing.EvidenceChange;
import ai.wikibuilder.pages.prose.packing.EvidencePacker;
import ai.wikibuilder.pages.prose.packing.PackKey;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.plan.steering.Steering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the writer of one wiki has before it: which pages, from what, by whom. Tasks are made on one
 * thread.
 */
record Desk(
    WritingOrder order,
    EvidencePacker packer,
    PageWriter writer,
    PageRoom room,
    Steering steering,
    PageLanguage language) {

  /**
   * A page with its evidence.
   *
   * @param summaries of the pages that are written, by slug
   * @param earlier what the page said before, if it did
   */
  PageWriter.Task task(
      WritingOrder.Order order, Map<String, String> summaries, Optional<WrittenText> earlier) {
    EvidencePack pack = packer.pack(order.planned(), order.composed(), order.evidenceTokensMax());
    String key = PackKey.of(pack, language);
    PlannedPage planned = order.planned();
    Optional<WrittenText> other = earlier.filter(text -> !text.key().equals(key));
    PagePrompts.Surroundings around =
        new PagePrompts.Surroundings(
            below(planned, summaries),
            notes(planned, steering),
            other.map(text -> before(planned, text)).orElse(""),
            other.map(text -> change(planned, text, pack)).orElse(""));
    return new PageWriter.Task(order, pack, around, key);
  }

  private String change(PlannedPage planned, WrittenText earlier, EvidencePack pack) {
    return EvidenceChange.between(
        earlier.evidence(), pack, room.changeTokensMax(planned.kind()), room::tokens);
  }

  /** What is known of the pages below, as much of it as there is room for. */
  private List<String> below(PlannedPage planned, Map<String, String> summaries) {
    List<String> slugs = order().below(planned.slug());
    int left = room.belowTokensMax(planned.kind(), slugs.size());
    List<String> below = new ArrayList<>();
    for (String slug : slugs) {
      String summary = summaries.get(slug);
      String line = slug + ": " + summary;
      if (summary != null && room.tokens(line) <= left) {
        left -= room.tokens(line);
        below.add(line);
      }
    }
    return below;
  }

  /** A text of other evidence, whose numbers would mislead, as much of it as there is room for. */
  String before(PlannedPage planned, WrittenText text) {
    return room.earlier(planned.kind(), text.text().replaceAll(" ?\\[F?\\d+]", ""));
  }

  static List<String> notes(PlannedPage planned, Steering steering) {
    List<Steering.Note> notes =
        planned.kind() == PlannedPage.Kind.TOPIC
            ? steering.topics().get(planned.module()).notes()
            : planned.kind() == PlannedPage.Kind.OVERVIEW ? steering.notes() : List.of();
    return notes.stream().map(Steering.Note::text).toList();
  }
}
