package ai.wikibuilder.builds;

import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.source.SourceRequest;
import java.nio.file.Path;

/**
 * What somebody asks to be built. Immutable.
 *
 * @param output folder of the wiki; made when it does not exist
 * @param indexOnly stop once the repository can be searched; an earlier wiki stays shown
 * @param fewerPages publish a wiki that has lost most of its pages
 * @param again work even where the result is there already; what did not change is taken over
 * @param author who writes the pages
 */
public record BuildRequest(
    SourceRequest source,
    Path output,
    boolean indexOnly,
    boolean fewerPages,
    boolean again,
    Author author) {
  /** A build that does nothing where its result is there already. */
  public BuildRequest(
      SourceRequest source, Path output, boolean indexOnly, boolean fewerPages, Author author) {
    this(source, output, indexOnly, fewerPages, false, author);
  }
}
