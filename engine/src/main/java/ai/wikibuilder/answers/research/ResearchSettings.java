package ai.wikibuilder.answers.research;

/**
 * How much one research may take. Immutable.
 *
 * @param stepsMax steps, each one sub-question
 * @param evidenceTokensMax tokens of evidence all steps gather together
 * @param stepTokensMax tokens of evidence one step begins with
 * @param toolRoundsMax times the model may look further in one step
 * @param noteTokensMax longest notes of one step
 * @param reportTokensMax longest report
 */
public record ResearchSettings(
    int stepsMax,
    int evidenceTokensMax,
    int stepTokensMax,
    int toolRoundsMax,
    int noteTokensMax,
    int reportTokensMax) {

  /** Steps nobody needs more than. */
  public static final int STEPS_MAX = 30;

  /** The same with other steps. */
  public ResearchSettings withSteps(int steps) {
    return new ResearchSettings(
        steps, evidenceTokensMax, stepTokensMax, toolRoundsMax, noteTokensMax, reportTokensMax);
  }

  /** Some ten calls; 60 to 120 thousand tokens of a good model. */
  public static ResearchSettings standard() {
    return new ResearchSettings(8, 40_000, 6_000, 3, 700, 2_500);
  }
}
