package ai.wikibuilder.server.accounts.tokens;

/**
 * Where a session was begun, for the list its owner sees.
 *
 * @param name what the client calls itself, cut to what fits a line
 */
public record Device(String name, String address) {
  private static final int LENGTH_MAX = 200;

  public Device {
    name = name.length() <= LENGTH_MAX ? name : name.substring(0, LENGTH_MAX);
  }
}
