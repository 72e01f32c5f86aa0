package ai.wikibuilder.server;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What one process of the server does; on one machine it does everything. */
public enum ServerRole {
  /** Pages for people, with a session of the browser. */
  UI,
  /** {@code /api} for programs, with a token. */
  API,
  /** Builds and refreshes. */
  WORKER;

  /**
   * Reads a list with commas.
   *
   * @throws ServerException USAGE when a name is none of the roles, or there is no name at all
   */
  public static Set<ServerRole> parse(String list) {
    Set<ServerRole> roles = EnumSet.noneOf(ServerRole.class);
    for (String word : list.split(",", -1)) {
      String name = word.strip();
      roles.add(
          Arrays.stream(values())
              .filter(role -> role.word().equals(name))
              .findFirst()
              .orElseThrow(() ->
                  new ServerException(
                      ServerException.Kind.USAGE,
                      "--roles: expected some of %s with commas between them, got %s"
                          .formatted(words(), name.isEmpty() ? "nothing" : name))));
    }
    return Set.copyOf(roles);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String words() {
    return Arrays.stream(values()).map(ServerRole::word).collect(Collectors.joining(", "));
  }
}
