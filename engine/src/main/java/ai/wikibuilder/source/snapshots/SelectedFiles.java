package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.ReadOutcome;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.pictures.PictureReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one kind of snapshot: a list of files and a way to their content. */
final class SelectedFiles implements Snapshot {
  /** Raw content by file. Called from several threads. */
  @FunctionalInterface
  interface RawContent {
    /** The bytes, empty when they are missing, damaged or no longer those that were listed. */
    Optional<byte[]> bytes(SourceFile file);
  }

  /** Raw content of images by path. Called from several threads. */
  @FunctionalInterface
  interface RawPictures {
    /** The bytes, empty when there is no such image or it is too large. */
    Optional<byte[]> bytes(String path);
  }

  /**
   * Where the files come from.
   *
   * @param content the way to the bytes
   * @param pictures the way to the bytes of images
   * @param onClose lets go of what {@code content} needs
   */
  record Origin(
      SnapshotId id,
      Optional<HostLinks> links,
      TreeSelection selection,
      RawContent content,
      RawPictures pictures,
      Runnable onClose) {}

  private final Origin origin;
  private final List<SourceFile> files;
  private final Map<SkipReason, Integer> skipped;
  private final ContentReader reader;
  private final Set<String> pictures = new HashSet<>();

  SelectedFiles(Origin origin, FileCollector collected, ContentReader reader) {
    this.origin = origin;
    this.files = collected.files();
    this.skipped = collected.skipped();
    pictures.addAll(collected.pictures().keySet());
    pictures.addAll(collected.otherPictures());
    this.reader = reader;
  }

  @Override
  public SnapshotId id() {
    return origin.id();
  }

  @Override
  public List<SourceFile> files() {
    return files;
  }

  @Override
  public Map<SkipReason, Integer> skipped() {
    return skipped;
  }

  @Override
  public Optional<HostLinks> links() {
    return origin.links();
  }

  @Override
  public ReadOutcome read(SourceFile file) {
    Optional<byte[]> raw = origin.content().bytes(file);
    if (raw.isEmpty()) {
      return new ReadOutcome.LeftOut(SkipReason.UNREADABLE);
    }
    return origin.selection().isDeclaredSource(file.path())
        ? reader.readDeclared(file.path(), raw.get())
        : reader.read(file.path(), raw.get());
  }

  @Override
  public Optional<byte[]> picture(String path) {
    return origin.pictures().bytes(path).filter(raw -> raw.length <= PictureReader.BYTES_MAX);
  }

  @Override
  public boolean hasPicture(String path) {
    return pictures.contains(path);
  }

  @Override
  public void close() {
    origin.onClose().run();
  }
}
