package ai.wikibuilder.server.secrets;

import java.util.HexFormat;

/**
 * By what a row names the key that wrapped its own; no secret.
 *
 * @param hex ten digits: a 1 and the number of the key
 */
public record KeyPrefix(String hex) {
  static final int BYTE_COUNT = 5;

  /** As it stands in the row. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** The number of the key, for people. */
  @Override
  public String toString() {
    return hex.substring(2);
  }
}
