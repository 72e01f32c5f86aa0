package ai.wikibuilder.server.wikis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files of a site, named by people who are not trusted. Threads may share it. */
final class PageFiles {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,199}");

  /** Longer than any that the builds give, and short enough for an expression that recurses. */
  private static final int NAME_LENGTH_MAX = 1_000;

  /** What the builds name a file; nothing with two dots in a row or at a beginning. */
  private static final Pattern FILE =
      Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final Path site;

  PageFiles(Path site) {
    this.site = site;
  }

  /** The text of a page by its slug. */
  Optional<String> markdown(String slug) {
    if (!SLUG.matcher(slug).matches()) {
      return Optional.empty();
    }
    return file("markdown/" + slug + ".md")
        .map(file -> {
          try {
            return Files.readString(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** A file of the site, when there is one of that name. */
  Optional<Path> file(String name) {
    if (name.length() > NAME_LENGTH_MAX || !FILE.matcher(name).matches()) {
      return Optional.empty();
    }
    Path file = site.resolve(name);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }
}
