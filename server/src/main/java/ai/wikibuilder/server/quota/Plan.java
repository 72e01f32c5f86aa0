package ai.wikibuilder.server.quota;

import java.util.regex.Pattern;

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
  /** What names may look like, for messages. */
  public static final String NAME_FORM =
      "a to z, 0 to 9 and -, a letter first, 40 characters at most";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

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

  /** Whether a new plan may be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
