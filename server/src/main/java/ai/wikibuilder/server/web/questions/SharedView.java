package ai.wikibuilder.server.web.questions;

import java.util.List;
import java.util.UUID;

/**
 * A conversation of somebody else, to be read.
 *
 * @param name of the repository it is about
 * @param at when it was continued last
 * @param canBuild whether the person may have it built, and say when
 */
public record SharedView(
    UUID repository, String name, String at, List<AskView.Earlier> turns, boolean canBuild) {}
