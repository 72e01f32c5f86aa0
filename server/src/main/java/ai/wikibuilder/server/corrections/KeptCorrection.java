package ai.wikibuilder.server.corrections;

import ai.wikibuilder.pages.corrections.Correction;
import java.time.Instant;
import java.util.UUID;

/**
 * A correction as it is kept. Immutable.
 *
 * @param correction what is remembered
 */
public record KeptCorrection(UUID id, Correction correction, Instant createdAt) {}
