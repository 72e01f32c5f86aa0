package ai.wikibuilder.server.web.updates;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a wiki keeps up with its repository.
 *
 * @param every word of the schedule; {@code none} without one
 * @param schedules words that can be chosen
 * @param hosts kinds of git hosts, the one the repository is at first
 * @param branch as it was typed
 */
public record UpdatesView(
    UUID repository,
    String address,
    boolean hasWiki,
    String every,
    List<Choice> schedules,
    List<Hook> hooks,
    Optional<Made> made,
    List<Choice> hosts,
    String branch) {
  /**
   * Something to choose.
   *
   * @param word that is sent
   */
  public record Choice(String word, String text) {}

  /**
   * A hook.
   *
   * @param pushes when its host sent something that was signed, the newest first
   */
  public record Hook(
      UUID id, String host, String branch, String address, String madeAt, List<String> pushes) {}

  /**
   * The hook that was made just now.
   *
   * @param secret shown this once
   */
  public record Made(String host, String address, String secret) {}
}
