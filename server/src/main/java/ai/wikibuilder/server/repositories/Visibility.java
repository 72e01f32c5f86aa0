package ai.wikibuilder.server.repositories;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may read the wiki of a repository. */
public enum Visibility {
  /** Members of its tenant. */
  PRIVATE,
  /** Everybody, without a login. */
  PUBLISHED;

  /** Its name in rows and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name, if there is one. */
  public static Optional<Visibility> ofWord(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
