package ai.wikibuilder.server.api;

import org.jspecify.annotations.Nullable;

/** Checks a git token as somebody types it. */
public final class TypedToken {
  /** Tokens of hosts have 20 to some hundred characters. */
  private static final int LENGTH_MIN = 8;

  private static final int LENGTH_MAX = 2_048;

  private TypedToken() {}

  /**
   * The token.
   *
   * @throws InvalidInput when it is none; the message does not show it
   */
  public static String of(@Nullable String typed) {
    String token = Input.text("token", typed, LENGTH_MAX);
    if (token.length() < LENGTH_MIN || token.chars().anyMatch(Character::isWhitespace)) {
      throw new InvalidInput(
          "token: expected at least %d characters without white space".formatted(LENGTH_MIN));
    }
    return token;
  }
}
