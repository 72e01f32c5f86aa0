package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.source.SourceRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Requests for folders, as tests need them. */
final class LocalRequests {
  private LocalRequests() {}

  static SourceRequest of(Path folder) {
    return of(folder, "", List.of(), List.of());
  }

  static SourceRequest of(
      Path folder, String subPath, List<String> includes, List<String> excludes) {
    return new SourceRequest(
        new SourceRequest.Origin.Folder(folder, Optional.empty()),
        Optional.empty(),
        subPath,
        includes,
        excludes);
  }

  static SourceRequest at(Path folder, String ref) {
    return new SourceRequest(
        new SourceRequest.Origin.Folder(folder, Optional.empty()),
        Optional.of(ref),
        "",
        List.of(),
        List.of());
  }
}
