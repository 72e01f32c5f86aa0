package ai.wikibuilder.answers.json;

import ai.wikibuilder.answers.asking.Answered;
import java.util.List;
import java.util.Locale;

/**
 * An answer.
 *
 * @param answer what stands, as one text
 * @param found whether the repository says anything to the question
 * @param state the word of {@link Answered.State}, in lower case, {@code not-found} for the last
 * @param searched words that were looked for
 * @param looked what was looked at further, in words
 * @param leftOut what the model said and does not hold, with why
 * @param conversation id of the conversation that has it
 */
public record AnswerJson(
    String answer,
    boolean found,
    String state,
    List<SentenceJson> sentences,
    List<String> searched,
    List<String> looked,
    List<String> leftOut,
    List<String> notes,
    String language,
    String conversation,
    UsageJson usage) {
  /**
   * The answer to a question.
   *
   * @param commit the snapshot's
   */
  public static AnswerJson of(Answered answer, String commit, String conversation) {
    return new AnswerJson(
        answer.text(),
        answer.isFound(),
        answer.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        answer.lines().stream().map(line -> SentenceJson.of(line, commit)).toList(),
        answer.searched(),
        answer.looked(),
        answer.leftOut(),
        answer.notes(),
        answer.language(),
        conversation,
        UsageJson.of(answer.model().orElse("none"), answer.usage()));
  }
}
