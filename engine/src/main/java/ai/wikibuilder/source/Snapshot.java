package ai.wikibuilder.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A repository at one commit (or a folder as it is now). {@link #read} may be called from several
 * threads at once; everything else is immutable. Close it to let go of the object database.
 */
public interface Snapshot extends AutoCloseable {
  /** What was found, and under which name it is shown. */
  SnapshotId id();

  /** The kept files, sorted by path; what was left out by name alone is not among them. */
  List<SourceFile> files();

  /** Files left out by name, kind or size before reading, counted by reason; no zero counts. */
  Map<SkipReason, Integer> skipped();

  /** Links to the git host, when the repository came from one. */
  Optional<HostLinks> links();

  /**
   * Reads, decodes and masks one of {@link #files()}.
   *
   * @throws SourceException of kind {@code CORRUPT} when the object database is damaged
   */
  ReadOutcome read(SourceFile file);

  /**
   * The bytes of an image by its path: what the rules select, is called a PNG, JPEG or WebP and has
   * no more than a megabyte. Whether it is one nobody has looked at yet.
   */
  Optional<byte[]> picture(String path);

  /** Whether there is an image of that path and any format, shown or not. */
  boolean hasPicture(String path);

  @Override
  void close();
}
