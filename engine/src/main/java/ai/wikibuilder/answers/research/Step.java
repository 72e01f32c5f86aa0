package ai.wikibuilder.answers.research;

import java.util.List;

/**
 * One sub-question and what came of it. Immutable.
 *
 * @param looked what was looked at, in words
 * @param found pieces of evidence that were not there before
 * @param learned sentences that were checked, as Markdown with the marks of their evidence
 * @param missing what was looked for in vain
 * @param tokens all of the run until its end
 */
public record Step(
    String question,
    List<String> looked,
    int found,
    List<String> learned,
    List<String> missing,
    long tokens) {
  public Step {
    looked = List.copyOf(looked);
    learned = List.copyOf(learned);
    missing = List.copyOf(missing);
  }

  /** Whether the model could look no further by itself. */
  boolean isWithoutTools() {
    return looked.stream().anyMatch(one -> one.startsWith(StepRunner.NO_TOOLS));
  }
}
