package ai.wikibuilder.server.jobs.events;

import java.time.Instant;

/**
 * One event of a build. Immutable.
 *
 * @param number from 1 in each build, without gaps
 * @param kind {@code stage}, {@code page}, {@code usage}, {@code note} or {@code state}
 * @param body one JSON object
 */
public record BuildEvent(int number, String kind, String body, Instant at) {}
