package ai.wikibuilder.server.jobs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who writes the pages. */
public enum Writer {
  /** Nobody: they are composed of facts and the repository's own words. */
  COMPOSED,
  /** The caller's model where there is a key of the caller's, else the central one. */
  MODEL;

  /** Its name in rows and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name, if there is one. */
  public static Optional<Writer> ofWord(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
