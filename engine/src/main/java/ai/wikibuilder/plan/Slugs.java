package ai.wikibuilder.plan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the names of pages in addresses: stable for the same key, each given once. Names of pages
 * that every wiki may have are theirs alone, so that a folder which is called so later takes none
 * of them.
 */
final class Slugs {
  private static final Set<String> FIXED =
      Set.of(
          "overview",
          "architecture",
          "documents",
          "other-modules",
          "data-model",
          "api",
          "configuration",
          "build-and-test",
          "deployment",
          "glossary");

  /** Longer addresses help nobody; what is cut is told apart by a number. */
  private static final int LENGTH_MAX = 80;

  private final Set<String> taken = new HashSet<>(FIXED);

  /**
   * The slug of a page that every wiki may have.
   *
   * @throws IllegalArgumentException for any other page
   */
  static String fixed(String name) {
    if (!FIXED.contains(name)) {
      throw new IllegalArgumentException("expected the name of a fixed page, got " + name);
    }
    return name;
  }

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
