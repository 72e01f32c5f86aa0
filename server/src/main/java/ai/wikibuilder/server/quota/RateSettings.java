package ai.wikibuilder.server.quota;

/**
 * How often requests may come. Immutable.
 *
 * @param enteringPerMinute logins, registrations and the like from one address
 * @param callerPerMinute requests of one person
 * @param workPerMinute builds, questions, searches and the like of one tenant, each kind by itself
 */
public record RateSettings(int enteringPerMinute, int callerPerMinute, int workPerMinute) {
  public RateSettings {
    if (enteringPerMinute < 1 || callerPerMinute < 1 || workPerMinute < 1) {
      throw new IllegalArgumentException("a rate is at least one request a minute");
    }
  }
}
