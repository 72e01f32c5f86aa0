package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.SourceLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers the kept files of a snapshot and counts the others. For one thread. */
final class FileCollector {
  private final SourceLimits limits;
  private final List<SourceFile> files = new ArrayList<>();
  private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
  private long byteCount;

  FileCollector(SourceLimits limits) {
    this.limits = limits;
  }

  void skip(SkipReason reason) {
    skipped.merge(reason, 1, Integer::sum);
  }

  /**
   * Adds a file.
   *
   * @throws SourceException of kind {@code LIMIT} when the kept files are too much together
   */
  void keep(SourceFile file) {
    byteCount += file.byteCount();
    if (byteCount > limits.textBytesMax()) {
      throw new SourceException(
          SourceException.Kind.LIMIT,
          "The selected files hold more than %,d bytes. Leave some out with exclude patterns, or ask for a sub-path."
              .formatted(limits.textBytesMax()));
    }
    files.add(file);
  }

  /**
   * The kept files by path.
   *
   * @throws SourceException of kind {@code EMPTY} when there are none
   */
  List<SourceFile> files() {
    if (files.isEmpty()) {
      throw new SourceException(SourceException.Kind.EMPTY, "Nothing to describe: " + counts());
    }
    files.sort(Comparator.comparing(SourceFile::path));
    return List.copyOf(files);
  }

  Map<SkipReason, Integer> skipped() {
    return Map.copyOf(skipped);
  }

  private String counts() {
    if (skipped.isEmpty()) {
      return "there are no files.";
    }
    return "every file is left out ("
        + skipped.entrySet().stream()
            .map(count -> count.getKey().label() + ": " + count.getValue())
            .collect(Collectors.joining(", "))
        + "). Check the patterns and the sub-path.";
  }
}
