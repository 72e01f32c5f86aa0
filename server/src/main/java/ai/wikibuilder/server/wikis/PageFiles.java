package ai.wikibuilder.server.wikis;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files of a site, named by people who are not trusted, and checked each time: nobody reads what a
 * disk has changed. Threads may share it.
 */
final class PageFiles {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,199}");

  /** Longer than any that the builds give, and short enough for an expression that recurses. */
  private static final int NAME_LENGTH_MAX = 1_000;

  /** What the builds name a file; nothing with two dots in a row or at a beginning. */
  private static final Pattern FILE =
      Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final Generation generation;

  PageFiles(Generation generation) {
    this.generation = generation;
  }

  /**
   * The text of a page by its slug.
   *
   * @throws GenerationException as {@link #file}
   */
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

  /**
   * A file of the site, when there is one of that name.
   *
   * @throws GenerationException CORRUPT when it is not what was published
   */
  Optional<Path> file(String name) {
    if (name.length() > NAME_LENGTH_MAX || !FILE.matcher(name).matches()) {
      return Optional.empty();
    }
    return generation.wikiFile(name);
  }
}
