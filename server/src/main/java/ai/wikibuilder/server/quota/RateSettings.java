package ai.wikibuilder.server.quota;

/**
 * How often requests may come. Immutable.
 *
 * @param enteringPerMinute logins, registrations and the like from one address
 * @param callerPerMinute requests of one person
 */
public record RateSettings(int enteringPerMinute, int callerPerMinute) {
  public RateSettings {
    if (enteringPerMinute < 1 || callerPerMinute < 1) {
      throw new IllegalArgumentException("a rate is at least one request a minute");
    }
  }
}
