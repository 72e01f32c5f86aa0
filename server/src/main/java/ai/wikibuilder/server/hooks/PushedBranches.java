package ai.wikibuilder.server.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a host says of a push. Immutable.
 *
 * @param branches that were pushed and are still there
 * @param usual the default branch of the repository, where the host names it
 */
record PushedBranches(List<String> branches, Optional<String> usual) {
  private static final String FRONT = "refs/heads/";

  PushedBranches {
    branches = List.copyOf(branches);
  }

  /** Reads what was sent; no branches where it is no push, or not JSON. */
  static PushedBranches read(HookHost host, byte[] body, JsonMapper json) {
    try {
      JsonNode sent = json.readTree(body);
      return switch (host) {
        case GITHUB, GITEA ->
            new PushedBranches(
                sent.path("deleted").asBoolean(false) ? List.of() : named(sent),
                text(sent.path("repository").path("default_branch")));
        case GITLAB ->
            new PushedBranches(
                text(sent.path("checkout_sha")).isEmpty() ? List.of() : named(sent),
                text(sent.path("project").path("default_branch")));
        case BITBUCKET ->
            new PushedBranches(
                changed(sent), text(sent.path("repository").path("mainbranch").path("name")));
      };
    } catch (JacksonException e) {
      return new PushedBranches(List.of(), Optional.empty());
    }
  }

  private static List<String> named(JsonNode sent) {
    return text(sent.path("ref"))
        .filter(ref -> ref.startsWith(FRONT))
        .map(ref -> ref.substring(FRONT.length()))
        .stream()
        .toList();
  }

  private static List<String> changed(JsonNode sent) {
    List<String> branches = new ArrayList<>();
    for (JsonNode change : sent.path("push").path("changes")) {
      JsonNode now = change.path("new");
      if (text(now.path("type")).filter("branch"::equals).isPresent()) {
        text(now.path("name")).ifPresent(branches::add);
      }
    }
    return branches;
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() ? Optional.of(node.asString()) : Optional.empty();
  }
}
