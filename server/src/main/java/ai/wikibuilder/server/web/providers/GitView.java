package ai.wikibuilder.server.web.providers;

import ai.wikibuilder.server.providers.Providers.Choice;
import java.util.List;

/**
 * What the page of git tokens shows.
 *
 * @param typed the host in the form; the token is typed anew
 */
public record GitView(String tenant, List<Token> tokens, List<Choice> choices, String typed) {
  public GitView {
    tokens = List.copyOf(tokens);
    choices = List.copyOf(choices);
  }

  /** One token. */
  public record Token(String host, String lastFour, boolean granted, String since) {}
}
