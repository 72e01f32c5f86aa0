package ai.wikibuilder.server.web.providers;

import ai.wikibuilder.server.providers.Providers.Choice;
import java.util.List;
import java.util.UUID;

/** What the page of logins at other providers shows. */
public record LoginsView(List<Linked> linked, List<Choice> choices) {
  public LoginsView {
    linked = List.copyOf(linked);
    choices = List.copyOf(choices);
  }

  /** One login. */
  public record Linked(UUID id, String provider, String shownAs, String since) {}
}
