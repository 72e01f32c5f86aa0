package ai.wikibuilder.server.accounts.tokens;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for; what its owner may do limits it further. */
public enum Scope {
  /** Reads. */
  READ,
  /** Adds repositories, builds, asks. */
  WRITE,
  /** Sessions, tokens, keys, members. Never given to a personal token. */
  ACCOUNT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of that name, if there is one. */
  public static Optional<Scope> ofWord(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
