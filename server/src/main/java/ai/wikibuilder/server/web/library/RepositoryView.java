package ai.wikibuilder.server.web.library;

import java.util.List;
import java.util.UUID;

/**
 * One repository.
 *
 * @param canBuild whether the person may build it, or delete it
 * @param canPublish whether the person may show it to everybody
 */
public record RepositoryView(
    UUID id,
    String address,
    boolean hasWiki,
    boolean isPublished,
    boolean canBuild,
    boolean canPublish,
    List<LibraryView.BuildLine> builds) {}
