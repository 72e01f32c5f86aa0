package ai.wikibuilder.generations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One finished, immutable result of a build. May be used by several threads. Close it to let go of
 * its files; it stays readable while it is open even when its folder is removed meanwhile.
 */
public final class Generation implements AutoCloseable {
  private final Placement place;
  private final Manifest manifest;
  private final List<StoredFile> files;
  private final Segments segments;

  private Generation(Placement place, Manifest manifest, List<StoredFile> files) {
    this.place = place;
    this.manifest = manifest;
    this.files = files;
    this.segments = new Segments(place.folder());
  }

  static Generation open(Path folder) {
    return open(Placement.together(folder));
  }

  static Generation open(Placement place) {
    Manifest manifest = Manifest.read(place.folder());
    manifest.verify(place::file, Manifest.Depth.LENGTH);
    return new Generation(place, manifest, List.copyOf(Catalogue.read(place.folder())));
  }

  /** The folder's name: its number, a hyphen, the first digits of the snapshot's tree id. */
  public String id() {
    return place.folder().getFileName().toString();
  }

  public Path folder() {
    return place.folder();
  }

  /** Where the index stage keeps its files. */
  public Path indexFolder() {
    return place.folder().resolve(Staging.INDEX);
  }

  /** Where the site is; empty for an index alone. */
  public Path wikiFolder() {
    return place.wiki();
  }

  /**
   * A file of the site, checked against its CRC-32C; empty when there is none of that name.
   *
   * @param name with {@code /} between folders
   * @throws GenerationException of kind {@code CORRUPT} when it is not what was written
   */
  public Optional<Path> wikiFile(String name) {
    return manifest.checked(Staging.WIKI + "/" + name, place::file);
  }

  /** Whether there are pages, and not an index alone. */
  public boolean hasWiki() {
    return Files.isRegularFile(wikiFolder().resolve("wiki.json"));
  }

  /** What the build noted when it published: ids, counts, versions. */
  public Map<String, String> properties() {
    return manifest.properties();
  }

  /** Every file of the snapshot's selection, sorted by path. */
  public List<StoredFile> files() {
    return files;
  }

  /**
   * Reads a piece of content and checks it.
   *
   * @throws GenerationException of kind {@code CORRUPT} when it is not what was written
   */
  public byte[] read(ContentRef ref) {
    return segments.read(ref);
  }

  /**
   * The code graph as {@link Staging#keepGraph} was given it; empty when there is none or it cannot
   * be read. The caller checks that it is what was written.
   */
  public Optional<byte[]> graph() {
    try {
      return Optional.of(Files.readAllBytes(place.file(Staging.GRAPH)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The file of the chunks' vectors, as {@link Staging#keepVectors} was given it; there need not be
   * one, and the caller checks what it reads.
   */
  public Path vectors() {
    return place.file(Staging.VECTORS);
  }

  /**
   * Checks every file against its CRC-32C, at the speed of the disk.
   *
   * @throws GenerationException of kind {@code CORRUPT} naming the first file that differs
   */
  public void verify() {
    manifest.verify(place::file, Manifest.Depth.CRC);
  }

  /**
   * Checks the files of the index against their CRC-32C: whoever searches one that a disk has
   * changed fails, or finds other lines.
   *
   * @throws GenerationException of kind {@code CORRUPT} naming the first file that differs
   */
  public void verifyIndex() {
    manifest.verifyBelow(Staging.INDEX, place::file);
  }

  /**
   * Checks the files of the site against their CRC-32C.
   *
   * @throws GenerationException of kind {@code CORRUPT} naming the first file that differs
   */
  public void verifyWiki() {
    manifest.verifyBelow(Staging.WIKI, place::file);
  }

  /**
   * Checks every file against its SHA-256.
   *
   * @throws GenerationException of kind {@code CORRUPT} naming the first file that differs
   */
  public void verifyDigests() {
    manifest.verify(place::file, Manifest.Depth.SHA256);
  }

  /** Bytes of all files of this generation, shared ones included. */
  public long byteCount() {
    return manifest.files().values().stream().mapToLong(Manifest.Entry::length).sum();
  }

  /** SHA-256 of the manifest, which names that of every file: equal means the same content. */
  public String digest() {
    return Manifest.digestOf(place.folder());
  }

  Manifest manifest() {
    return manifest;
  }

  Placement place() {
    return place;
  }

  @Override
  public void close() {
    segments.close();
  }
}
