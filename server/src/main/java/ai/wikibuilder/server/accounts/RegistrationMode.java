package ai.wikibuilder.server.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may make an account. */
public enum RegistrationMode {
  /** Nobody but the first. */
  CLOSED,
  /** Who is invited to a tenant. */
  INVITE,
  /** Everybody who receives mail at the address. */
  OPEN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode of that name, if there is one. */
  public static Optional<RegistrationMode> ofWord(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }
}
