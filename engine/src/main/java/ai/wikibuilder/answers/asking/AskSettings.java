package ai.wikibuilder.answers.asking;

/**
 * How much one question may take. Immutable.
 *
 * @param evidenceTokensMax tokens of evidence for one answer without tools
 * @param exploredTokensMax tokens of evidence that tools may gather, the first included
 * @param outputTokensMax longest answer
 * @param toolRoundsMax times the model may look before it has to answer
 * @param historyTokensMax tokens of the conversation before the question
 */
public record AskSettings(
    int evidenceTokensMax,
    int exploredTokensMax,
    int outputTokensMax,
    int toolRoundsMax,
    int historyTokensMax) {

  /** Room for some 25 places; an answer in seconds for about two cents of a good model. */
  public static AskSettings standard() {
    return new AskSettings(8_000, 24_000, 1_500, 6, 2_000);
  }
}
