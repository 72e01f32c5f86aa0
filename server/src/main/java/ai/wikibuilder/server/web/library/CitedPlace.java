package ai.wikibuilder.server.web.library;

import ai.wikibuilder.pages.Evidence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Lines of a repository, and the page that shows them. Immutable.
 *
 * @param text as people write it
 * @param link to the page
 */
public record CitedPlace(String text, String link) {
  public static CitedPlace of(UUID repository, Evidence place) {
    return of(repository, place.path(), place.startLine(), place.endLine());
  }

  /** The same of a place that is kept as path and lines. */
  public static CitedPlace of(UUID repository, String path, int first, int last) {
    return new CitedPlace(
        new Evidence(path, first, last).shown(),
        "/repositories/%s/source?path=%s&lines=%d-%d#L%3$d"
            .formatted(repository, URLEncoder.encode(path, StandardCharsets.UTF_8), first, last));
  }
}
