package ai.wikibuilder.server.web.questions;

import java.util.UUID;

/**
 * Where a code map is asked for.
 *
 * @param typed question that was refused; empty when there is none yet
 * @param canBuild whether the person may have it built, and say when
 */
public record MapView(UUID repository, String name, String typed, boolean canBuild) {}
