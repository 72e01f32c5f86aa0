package ai.wikibuilder.server.web.library;

import java.util.List;
import java.util.UUID;

/**
 * One repository.
 *
 * @param name what is typed to delete it
 * @param canBuild whether the person may build it, or delete it
 * @param part that is typed for another build
 * @param shown branch and folder that the wiki is of; empty for all of the default branch
 * @param canPublish whether the person may show it to everybody
 * @param editions states that are kept, the newest first
 */
public record RepositoryView(
    UUID id,
    String address,
    String name,
    boolean hasWiki,
    boolean isPublished,
    boolean canBuild,
    Whereabouts part,
    List<BuildView.Wish> shown,
    boolean canPublish,
    List<LibraryView.BuildLine> builds,
    List<Edition> editions) {
  /**
   * A state that can be compared with another.
   *
   * @param text when it was made, and of which commit
   */
  public record Edition(UUID id, String text) {}
}
