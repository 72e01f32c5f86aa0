package ai.wikibuilder.index;

import ai.wikibuilder.index.IndexException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;

/**
 * Writes one index directory, once. {@link #add} and {@link #remove} may be called by several
 * threads; {@link #commit} and {@link #close} by one, after the others are done.
 *
 * <p>A directory is immutable after {@link #commit}. The next generation is a new directory: it
 * shares the files of the one before by hard links and adds its own. That is safe because Lucene
 * creates each file under a new name and never opens one for writing again; dropping a link leaves
 * the other directory whole.
 */
public final class IndexBuilder implements AutoCloseable {
  /** Version of the index as a whole: an index of another one cannot be continued. */
  public static final String FORMAT_VERSION =
      IndexManifest.FORMAT_VERSION + "." + CodeTokens.VERSION;

  /**
   * Share of the heap for terms held in memory before a segment is written. Each segment costs a
   * dictionary of its own and, later, its part in a merge: few large ones are cheaper.
   */
  private static final double BUFFER_HEAP_SHARE = 0.1;

  /** Holds about 20 MB of source; less would be a segment a second. */
  private static final double BUFFER_MB_MIN = 32;

  /** Holds about 60 MB of source; more makes the last segments, written at the end, too large. */
  private static final double BUFFER_MB_MAX = 96;

  /** Segments below this are merged as if they were as large: keeps fifty small builds few. */
  private static final double FLOOR_SEGMENT_MB = 1;

  /** Segments of about one size before they are merged. */
  private static final double SEGMENTS_PER_TIER = 8;

  /** Share of dead chunks at which a large segment is written anew: seldom, a build pays for it. */
  private static final double DELETED_PERCENT_MAX = 40;

  /** Lucene fills a buffer, which becomes a segment, for each thread that adds at the same time. */
  private static final int BUFFERS = Runtime.getRuntime().availableProcessors();

  private final Path path;
  private final Directory directory;
  private final IndexWriter writer;
  private final boolean continued;
  private final Set<String> added = ConcurrentHashMap.newKeySet();
  private final Queue<ChunkDocument> idle = new ConcurrentLinkedQueue<>();
  private final Semaphore adding = new Semaphore(BUFFERS);
  private boolean open = true;
  private int chunkCount;

  private IndexBuilder(Path path, boolean continued) throws IOException {
    this.path = path;
    this.continued = continued;
    this.directory = new MMapDirectory(path, new SingleInstanceLockFactory());
    this.writer = new IndexWriter(directory, configuration(continued));
  }

  /**
   * Begins an empty index.
   *
   * @param directory is made if it is not there, and must be empty
   * @throws IndexException STORAGE when it cannot be written or is not empty
   */
  public static IndexBuilder create(Path directory) {
    try {
      makeEmpty(directory);
      return new IndexBuilder(directory, false);
    } catch (IOException e) {
      throw new IndexException(Kind.STORAGE, "cannot begin an index in " + directory, e);
    }
  }

  /**
   * Begins with everything {@code previous} holds; that directory is only read.
   *
   * @param directory is made if it is not there, and must be empty
   * @throws IndexException as {@link SearchIndex#open} for {@code previous}, STORAGE for the new
   *     one
   */
  public static IndexBuilder continueFrom(Path previous, Path directory) {
    IndexManifest manifest = IndexManifest.read(previous);
    try (Directory source = new MMapDirectory(previous, new SingleInstanceLockFactory())) {
      manifest.checkQuickly(source);
      makeEmpty(directory);
      for (String name : manifest.files().keySet()) {
        share(previous.resolve(name), directory.resolve(name));
      }
      return new IndexBuilder(directory, true);
    } catch (IOException e) {
      throw new IndexException(Kind.STORAGE, "cannot begin an index in " + directory, e);
    }
  }

  private static void makeEmpty(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (var entries = Files.list(directory)) {
      if (entries.findAny().isPresent()) {
        throw new IOException("expected an empty directory");
      }
    }
  }

  private static void share(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | IOException e) {
      Files.copy(from, to); // another file system, or one without links
    }
  }

  private static IndexWriterConfig configuration(boolean continued) {
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setFloorSegmentMB(FLOOR_SEGMENT_MB);
    merges.setSegmentsPerTier(SEGMENTS_PER_TIER);
    merges.setDeletesPctAllowed(DELETED_PERCENT_MAX);
    IndexWriterConfig configuration = new IndexWriterConfig(null);
    configuration.setOpenMode(
        continued ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE);
    configuration.setRAMBufferSizeMB(bufferMb());
    configuration.setSimilarity(new LiveSearcher.FieldSimilarity());
    configuration.setMergePolicy(merges);
    configuration.setMergeScheduler(new SerialMergeScheduler());
    configuration.setCommitOnClose(false);
    return configuration;
  }

  private static double bufferMb() {
    double share = BUFFER_HEAP_SHARE * Runtime.getRuntime().maxMemory() / (1 << 20);
    return Math.clamp(share, BUFFER_MB_MIN, BUFFER_MB_MAX);
  }

  /** Adds a file, in place of any earlier version of its path. */
  public void add(IndexedFile file) {
    ChunkDocument documents = idle.poll();
    if (documents == null) {
      documents = new ChunkDocument(file);
    }
    adding.acquireUninterruptibly();
    try {
      boolean first = added.add(file.path());
      if (first && !continued) {
        writer.addDocuments(documents.of(file));
      } else {
        writer.updateDocuments(term(file.path()), documents.of(file));
      }
    } catch (IOException e) {
      throw storage(e);
    } finally {
      adding.release();
    }
    idle.add(documents);
  }

  /** Takes a file out; nothing happens when there is none of that path. */
  public void remove(String filePath) {
    try {
      writer.deleteDocuments(term(filePath));
    } catch (IOException e) {
      throw storage(e);
    }
  }

  /** Writes everything and ends the building; only {@link #close} may follow. */
  public void commit() {
    try {
      flushOnEveryCore();
      writer.commit();
      chunkCount = writer.getDocStats().numDocs;
      writer.close();
      IndexManifest.describe(directory).write(path);
      open = false;
    } catch (IOException e) {
      throw storage(e);
    }
  }

  /** Writes out what is in memory in parallel; a commit by itself would do it one after another. */
  private void flushOnEveryCore() throws IOException {
    List<Future<Boolean>> flushes = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(BUFFERS)) {
      for (int i = 0; i < BUFFERS; i++) {
        flushes.add(pool.submit(() -> writer.flushNextBuffer()));
      }
      for (Future<Boolean> flush : flushes) {
        flush.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    }
  }

  /** Chunks in the index; known after {@link #commit}. */
  public int chunkCount() {
    return chunkCount;
  }

  /** Without {@link #commit} before it, leaves a directory that is no index. */
  @Override
  public void close() {
    try {
      if (open) {
        open = false;
        writer.rollback();
      }
      directory.close();
    } catch (IOException e) {
      throw storage(e);
    }
  }

  private static Term term(String path) {
    return new Term(ChunkDocument.PATH, path);
  }

  private IndexException storage(IOException cause) {
    String reason = String.valueOf(cause.getMessage());
    boolean full = reason.matches("(?s).*(No space left|Disk quota|File too large).*");
    return new IndexException(
        Kind.STORAGE,
        full
            ? "no space left for the index in %s (%s); free some".formatted(path, reason)
            : "cannot write the index in %s: %s".formatted(path, reason),
        cause);
  }
}
