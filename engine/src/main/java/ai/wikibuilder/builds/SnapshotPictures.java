package ai.wikibuilder.builds;

import ai.wikibuilder.pages.Picture;
import ai.wikibuilder.pages.PictureBook;
import ai.wikibuilder.site.pictures.PictureBytes;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.pictures.PictureReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The images of a snapshot, named by their content. What was looked at is remembered, its bytes are
 * not. For one thread.
 */
final class SnapshotPictures implements PictureBook, PictureBytes {
  /** Hexadecimal digits of a name: half of a SHA-256. */
  private static final int DIGIT_COUNT = 32;

  private final Snapshot snapshot;
  private final Map<String, Optional<Picture>> known = new HashMap<>();

  SnapshotPictures(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public Optional<Picture> picture(String path) {
    return known.computeIfAbsent(
        path, one -> snapshot.picture(one).flatMap(raw -> picture(one, raw)));
  }

  @Override
  public boolean has(String path) {
    return snapshot.hasPicture(path);
  }

  @Override
  public Optional<byte[]> bytes(Picture picture) {
    return snapshot
        .picture(picture.path())
        .filter(raw -> picture(picture.path(), raw).filter(picture::equals).isPresent());
  }

  private static Optional<Picture> picture(String path, byte[] raw) {
    return PictureReader.read(raw)
        .map(facts ->
            new Picture(
                path, digest(raw) + "." + facts.format().ending(), facts.width(), facts.height()));
  }

  private static String digest(byte[] raw) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(raw);
      return HexFormat.of().formatHex(hash).substring(0, DIGIT_COUNT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
