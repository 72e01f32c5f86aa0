package ai.wikibuilder.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks to be read. Immutable.
 *
 * @param origin where it is
 * @param ref branch, tag or full commit id; the default branch (a folder: as it is now) when empty
 * @param subPath part of the repository with {@code /} between folders, empty for all of it
 * @param includes glob patterns, any of which must match; empty for all
 * @param excludes glob patterns, none of which may match
 */
public record SourceRequest(
    Origin origin,
    Optional<String> ref,
    String subPath,
    List<String> includes,
    List<String> excludes) {
  public SourceRequest {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /** Where a repository is. */
  public sealed interface Origin {
    /**
     * A git host.
     *
     * @param address as the user wrote it; checked when it is opened
     * @param token sent to that host alone, never logged
     */
    record Remote(String address, Optional<String> token) implements Origin {
      @Override
      public String toString() {
        return address;
      }
    }

    /**
     * A folder of this machine, with or without git, also a bare repository.
     *
     * @param output folder of the wiki, never read as source
     */
    record Folder(Path folder, Optional<Path> output) implements Origin {}
  }
}
