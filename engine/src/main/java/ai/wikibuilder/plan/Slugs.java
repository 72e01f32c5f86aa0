package ai.wikibuilder.plan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes the names of pages in addresses: stable for the same key, each given once. */
final class Slugs {
  /** Longer addresses help nobody; what is cut is told apart by a number. */
  private static final int LENGTH_MAX = 80;

  private final Set<String> taken = new HashSet<>();

  /** A slug nobody has yet, made of the letters and digits of the words. */
  String slug(String words) {
    String plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = plain.replaceAll("^-+|-+$", "");
    String base = trimmed.isEmpty() ? "part" : trimmed;
    if (base.length() > LENGTH_MAX) {
      base = base.substring(0, LENGTH_MAX).replaceAll("-+$", "");
    }
    String slug = base;
    for (int number = 2; !taken.add(slug); number++) {
      slug = base + "-" + number;
    }
    return slug;
  }
}
