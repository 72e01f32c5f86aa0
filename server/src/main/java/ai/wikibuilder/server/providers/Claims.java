package ai.wikibuilder.server.providers;

import java.util.Optional;

/**
 * What a provider says about somebody, checked.
 *
 * @param subject never changes there
 * @param verifiedEmail an address of the person's, if the provider has verified it
 * @param shownAs how the person is known there
 */
record Claims(String subject, Optional<String> verifiedEmail, String shownAs) {
  /** Longest subject of OpenID Connect. */
  private static final int SUBJECT_LENGTH_MAX = 255;

  private static final int SHOWN_LENGTH_MAX = 254;

  Claims {
    if (subject.isBlank()
        || subject.length() > SUBJECT_LENGTH_MAX
        || subject.codePoints().anyMatch(Claims::isNoText)) {
      throw ProviderException.refused("it names nobody", null);
    }
    shownAs =
        shownAs
            .codePoints()
            .filter(point -> !isNoText(point))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    shownAs =
        shownAs.length() <= SHOWN_LENGTH_MAX ? shownAs : shownAs.substring(0, SHOWN_LENGTH_MAX);
  }

  /** Half of a character would be kept as the same sign as any other half. */
  private static boolean isNoText(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
  }
}
