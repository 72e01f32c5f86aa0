package ai.wikibuilder.server.quota;

/**
 * What a tenant on it may use.
 *
 * @param microDollarsPerMonth most that models may cost in a month, in millionths of a dollar
 * @param buildsAtOnce builds that run at the same time; at least 1
 * @param repositoryBytes largest repository
 */
public record Plan(
    String name,
    int buildsPerDay,
    int repositories,
    long tokensPerMonth,
    long microDollarsPerMonth,
    int buildsAtOnce,
    long repositoryBytes) {
  public Plan {
    if (buildsPerDay < 0
        || repositories < 0
        || tokensPerMonth < 0
        || microDollarsPerMonth < 0
        || buildsAtOnce < 1
        || repositoryBytes < 0) {
      throw new IllegalArgumentException(
          "a plan has no limit below zero and at least one build at once");
    }
  }
}
