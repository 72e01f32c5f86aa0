package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.pictures.PictureReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/** Gathers the kept files of a snapshot and counts the others. For one thread. */
final class FileCollector {
  private final SourceLimits limits;
  private final List<SourceFile> files = new ArrayList<>();
  private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
  private final SortedMap<String, ObjectId> pictures = new TreeMap<>();
  private final Set<String> others = new HashSet<>();
  private long byteCount;

  FileCollector(SourceLimits limits) {
    this.limits = limits;
  }

  void skip(SkipReason reason) {
    skipped.merge(reason, 1, Integer::sum);
  }

  /** Counts a file that its name leaves out, and keeps what is known of it when it is an image. */
  void skip(SkipReason reason, String path, ObjectId id) {
    skip(reason);
    boolean byKind = reason == SkipReason.BINARY || reason == SkipReason.DATA;
    if (byKind && PictureReader.isNamed(path)) {
      pictures.put(path, id);
    } else if (byKind && PictureReader.isNamedAny(path)) {
      others.add(path);
    }
  }

  /** Paths of images that are of no format that is shown. */
  Set<String> otherPictures() {
    return Collections.unmodifiableSet(others);
  }

  /** The images there are by their path, with the id of their content where it is known. */
  SortedMap<String, ObjectId> pictures() {
    return Collections.unmodifiableSortedMap(pictures);
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
