package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.web.TenantChoice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The repositories of a tenant.
 *
 * @param typed address that was refused
 * @param part that was asked for with it
 * @param canAdd whether the person may add one here
 * @param next the page after this one
 * @param after what this page comes behind
 */
public record LibraryView(
    UUID tenant,
    List<TenantChoice> choices,
    List<Card> cards,
    String typed,
    Whereabouts part,
    boolean canAdd,
    Optional<UUID> next,
    Optional<UUID> after) {
  /** Whether a build goes on that is shown. */
  public boolean isMoving() {
    return cards.stream().anyMatch(card -> card.build().filter(BuildLine::isOpen).isPresent());
  }

  /**
   * One repository.
   *
   * @param place host and path
   * @param build the last one
   * @param since when its wiki was made
   */
  public record Card(
      UUID id,
      String name,
      String place,
      boolean hasWiki,
      boolean isPublished,
      Optional<BuildLine> build,
      String since) {}

  /**
   * A build in a list.
   *
   * @param state in words
   * @param of branch and folder that were asked for; empty for the usual
   * @param isOpen whether it goes on
   */
  public record BuildLine(
      UUID id, String state, boolean isOpen, boolean isBad, String at, String of) {}
}
