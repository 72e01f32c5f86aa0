package ai.wikibuilder.server.keys;

import ai.wikibuilder.models.endpoints.Provider;
import java.time.Instant;

/** A key as its owner sees it later. */
public record ModelKey(Provider provider, String strong, String lastFour, Instant updatedAt) {}
