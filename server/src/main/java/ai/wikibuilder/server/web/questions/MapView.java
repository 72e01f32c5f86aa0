package ai.wikibuilder.server.web.questions;

import java.util.UUID;

/**
 * Where a code map is asked for.
 *
 * @param typed question that was refused; empty when there is none yet
 */
public record MapView(UUID repository, String name, String typed) {}
