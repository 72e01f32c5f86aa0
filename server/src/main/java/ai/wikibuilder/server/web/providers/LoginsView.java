package ai.wikibuilder.server.web.providers;

import ai.wikibuilder.server.providers.Providers.Choice;
import ai.wikibuilder.server.web.Field;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the page of logins at other providers shows.
 *
 * @param proof the password, where one more takes it
 */
public record LoginsView(List<Linked> linked, List<Choice> choices, Optional<Field> proof) {
  public LoginsView {
    linked = List.copyOf(linked);
    choices = List.copyOf(choices);
  }

  /** One login. */
  public record Linked(UUID id, String provider, String shownAs, String since) {}
}
