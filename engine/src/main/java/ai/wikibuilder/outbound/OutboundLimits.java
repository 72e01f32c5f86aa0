package ai.wikibuilder.outbound;

import java.time.Duration;

/**
 * How long one conversation may take. Immutable.
 *
 * @param timeMax all of it, from its opening
 * @param silenceMax without a byte from the other side; also the longest wait for a connection
 */
public record OutboundLimits(Duration timeMax, Duration silenceMax) {}
