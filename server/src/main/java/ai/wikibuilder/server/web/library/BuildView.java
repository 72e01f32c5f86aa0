package ai.wikibuilder.server.web.library;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A build that is watched.
 *
 * @param asked what was asked for beside the usual: a branch, a folder, one page
 * @param stages of a build, in their order
 * @param failure why there is no result
 * @param isAboutPages whether it failed because most pages would go, and whoever looks may say that
 *     it is meant
 * @param putBack why it waits again, and until when
 * @param used tokens and money, in words; empty when no model was asked
 */
public record BuildView(
    UUID id,
    UUID repository,
    String name,
    String state,
    boolean isOpen,
    boolean isCancelled,
    boolean hasWiki,
    boolean canCancel,
    List<Wish> asked,
    List<Stage> stages,
    Optional<String> failure,
    boolean isAboutPages,
    Optional<String> putBack,
    String used,
    String times) {
  /** Something that was asked for, and the key of the words around it. */
  public record Wish(String key, String value) {}

  /**
   * A stage.
   *
   * @param count how far it is, in words
   */
  public record Stage(String name, boolean isDone, boolean isNow, String count) {}
}
