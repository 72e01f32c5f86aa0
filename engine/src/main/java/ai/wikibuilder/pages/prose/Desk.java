package ai.wikibuilder.pages.prose;

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
    List<String> below = new ArrayList<>();
    for (String slug : order().below(order.planned().slug())) {
      Optional.ofNullable(summaries.get(slug))
          .ifPresent(summary -> below.add(slug + ": " + summary));
    }
    String key = PackKey.of(pack, language);
    String before =
        earlier.filter(text -> !text.key().equals(key)).map(Desk::withoutMarks).orElse("");
    return new PageWriter.Task(
        order, pack, new PagePrompts.Surroundings(below, notes(order.planned()), before), key);
  }

  /** A text of other evidence, whose numbers would mislead. */
  static String withoutMarks(WrittenText text) {
    return text.text().replaceAll(" ?\\[F?\\d+]", "");
  }

  private List<String> notes(PlannedPage planned) {
    List<Steering.Note> notes =
        planned.kind() == PlannedPage.Kind.TOPIC
            ? steering.topics().get(planned.module()).notes()
            : planned.kind() == PlannedPage.Kind.OVERVIEW ? steering.notes() : List.of();
    return notes.stream().map(Steering.Note::text).toList();
  }
}
