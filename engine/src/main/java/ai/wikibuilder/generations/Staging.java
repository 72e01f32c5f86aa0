package ai.wikibuilder.generations;

import ai.wikibuilder.generations.GenerationException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A generation while it is being written, in a folder that nobody reads. {@link #add} may be called
 * from several threads; the rest from one. Closed without {@link #seal}, it leaves nothing behind.
 */
public final class Staging implements AutoCloseable {
  static final String INDEX = "index";
  static final String WIKI = "wiki";

  /** The code graph; whoever reads it checks it, and can make it anew from the rest. */
  static final String GRAPH = "graph";

  /** Vectors of the chunks; whoever reads them checks them, and can do without. */
  static final String VECTORS = "vectors";

  /** When more than this part of the linked content is of no use any more, it is written anew. */
  private static final double DEAD_SHARE_MAX = 0.5;

  /** More segment files than this are joined into one; each build with changes adds one. */
  private static final int SEGMENT_COUNT_MAX = 32;

  private final Path folder;
  private final @Nullable Generation previous;
  private final Packing packing = new Packing();
  private final Set<Integer> linked = new TreeSet<>();
  private final int ownSegment;
  private @Nullable FileChannel own;
  private boolean sealed;

  private Staging(Path folder, @Nullable Generation previous, int ownSegment) {
    this.folder = folder;
    this.previous = previous;
    this.ownSegment = ownSegment;
  }

  static Staging begin(Path folder, Optional<Generation> previous) throws IOException {
    Files.createDirectories(folder.resolve(Segments.FOLDER));
    int last =
        previous.stream()
            .flatMap(generation -> generation.files().stream())
            .mapToInt(file -> Math.max(file.text().segment(), file.facts().segment()))
            .max()
            .orElse(-1);
    return new Staging(folder, previous.orElse(null), last + 1);
  }

  public Path folder() {
    return folder;
  }

  public Path indexFolder() {
    return folder.resolve(INDEX);
  }

  /** Where the site stage writes; an empty folder stands for a generation without a wiki. */
  public Path wikiFolder() {
    return folder.resolve(WIKI);
  }

  /**
   * Keeps a piece of content.
   *
   * @throws GenerationException of kind {@code DISK_FULL}
   */
  public ContentRef add(byte[] bytes) {
    byte[] packed = packing.pack(bytes);
    int crc = Segments.crc(packed);
    return new ContentRef(ownSegment, append(packed), packed.length, bytes.length, crc);
  }

  /** Where the piece stands then. */
  private synchronized long append(byte[] packed) {
    try {
      if (own == null) {
        own =
            FileChannel.open(
                Segments.file(folder, ownSegment),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        Segments.writeHeader(own);
      }
      long offset = own.position();
      ByteBuffer buffer = ByteBuffer.wrap(packed);
      while (buffer.hasRemaining()) {
        own.write(buffer);
      }
      return offset;
    } catch (IOException e) {
      throw GenerationStore.writeFailure(folder, e);
    }
  }

  /**
   * Takes over the content of the previous generation that the files still use: by links, or, when
   * much of it is dead or in many pieces, by writing it anew.
   *
   * @param files that refer to the previous generation's content or to what {@link #add} returned
   * @return the files with their references as they hold in this generation, in the same order
   */
  public List<StoredFile> adopt(List<StoredFile> files) {
    if (previous == null) {
      return files;
    }
    Set<Integer> used = new TreeSet<>();
    long live = 0;
    for (StoredFile file : files) {
      for (ContentRef ref : List.of(file.text(), file.facts())) {
        if (ref.isPresent() && ref.segment() != ownSegment) {
          used.add(ref.segment());
          live += ref.length();
        }
      }
    }
    try {
      long held = 0;
      for (int segment : used) {
        held += Files.size(Segments.file(previous.folder(), segment));
      }
      if (used.size() >= SEGMENT_COUNT_MAX || held - live > held * DEAD_SHARE_MAX) {
        return files.stream().map(this::copied).toList();
      }
      for (int segment : used) {
        Segments.link(Segments.file(previous.folder(), segment), Segments.file(folder, segment));
        linked.add(segment);
      }
      return files;
    } catch (IOException e) {
      throw GenerationStore.writeFailure(folder, e);
    }
  }

  private StoredFile copied(StoredFile file) {
    return file.with(copied(file.text()), copied(file.facts()));
  }

  private ContentRef copied(ContentRef ref) {
    return previous == null || !ref.isPresent() || ref.segment() == ownSegment
        ? ref
        : add(previous.read(ref));
  }

  /**
   * Keeps the code graph, for {@link Generation#graph}.
   *
   * @throws GenerationException of kind {@code DISK_FULL}
   */
  public void keepGraph(byte[] graph) {
    try {
      Files.write(folder.resolve(GRAPH), graph);
    } catch (IOException e) {
      throw GenerationStore.writeFailure(folder, e);
    }
  }

  /** Writes a file. */
  @FunctionalInterface
  public interface FileWriter<T> {
    /** Writes it, where nothing stands yet. */
    T write(Path file) throws IOException;
  }

  /**
   * Keeps vectors of the chunks, for {@link Generation#vectors}. May be called beside everything
   * else.
   *
   * @return what the writer says of them
   * @throws GenerationException of kind {@code DISK_FULL}
   */
  public <T> T keepVectors(FileWriter<T> writer) {
    try {
      return writer.write(folder.resolve(VECTORS));
    } catch (IOException e) {
      throw GenerationStore.writeFailure(folder, e);
    }
  }

  /** Takes over the vectors of the previous generation, where it has some and its chunks stay. */
  public void adoptVectors() {
    try {
      if (previous != null && Files.isRegularFile(previous.vectors())) {
        Segments.link(previous.vectors(), folder.resolve(VECTORS));
      }
    } catch (IOException e) {
      throw GenerationStore.writeFailure(folder, e);
    }
  }

  /** Reads back what was added here or taken over. May be called from several threads. */
  public byte[] read(ContentRef ref) {
    if (previous != null && ref.segment() != ownSegment) {
      return previous.read(ref);
    }
    return ownContent().read(ref);
  }

  private @Nullable Segments ownReader;

  private synchronized Segments ownContent() {
    if (ownReader == null) {
      ownReader = new Segments(folder);
    }
    return ownReader;
  }

  /**
   * Finishes the folder: catalogue, then manifest. After it nothing may be written.
   *
   * @param files as {@link #adopt} returned them, sorted by path
   */
  void seal(List<StoredFile> files, Map<String, String> properties) {
    try {
      closeContent();
      Catalogue.write(folder, files);
      Manifest.of(folder, properties, knownFromPrevious()).write(folder);
      sealed = true;
    } catch (IOException e) {
      throw GenerationStore.writeFailure(folder, e);
    }
  }

  /** Files that are links to the previous generation's need not be hashed again. */
  private Map<String, Manifest.Entry> knownFromPrevious() throws IOException {
    Map<String, Manifest.Entry> known = new HashMap<>();
    if (previous == null) {
      return known;
    }
    for (var entry : previous.manifest().files().entrySet()) {
      Path here = folder.resolve(entry.getKey());
      Path there = previous.folder().resolve(entry.getKey());
      if (Files.exists(here) && Files.isSameFile(here, there)) {
        known.put(entry.getKey(), entry.getValue());
      }
    }
    return known;
  }

  private synchronized void closeContent() throws IOException {
    if (own != null) {
      own.close();
      own = null;
    }
    if (ownReader != null) {
      ownReader.close();
      ownReader = null;
    }
  }

  boolean isSealed() {
    return sealed;
  }

  @Override
  public void close() {
    try {
      closeContent();
      if (!sealed) {
        FolderTree.delete(folder);
      }
    } catch (IOException e) {
      throw new GenerationException(
          Kind.READ_ONLY, "cannot remove " + folder + "; remove it by hand", e);
    }
  }
}
