package ai.wikibuilder.builds;

import ai.wikibuilder.chunks.Chunk;
import ai.wikibuilder.chunks.Chunker;
import ai.wikibuilder.facts.FactsCodec;
import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.Staging;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.index.IndexBuilder;
import ai.wikibuilder.index.IndexedFile;
import ai.wikibuilder.source.ReadOutcome;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads, parses, cuts and indexes the files of one snapshot that the previous generation does not
 * know, and takes over the rest. For one build.
 *
 * <p>Idea: every file is one task on a pool as wide as the machine; the task waits for the parser's
 * process, which works on other files meanwhile. What is in flight is bounded by bytes, so that the
 * heap holds a few files at a time, whatever the repository's size.
 */
final class Ingestion {
  /** Raw bytes of files in flight: enough to keep parser and index busy, little beside the heap. */
  private static final int IN_FLIGHT_BYTES_MAX = 32 << 20;

  /** What every file counts at least, so that many tiny files are bounded too. */
  private static final int IN_FLIGHT_BYTES_MIN = 16 << 10;

  /**
   * Tasks for each processor: while one waits for the parser another reads or indexes. With two,
   * all stood still for a third of a second when the parser met a folder of a new language.
   */
  private static final int TASKS_PER_PROCESSOR = 4;

  private final FactsExtractor extractor;
  private final Chunker chunker;
  private final IndexBuilder index;
  private final Staging staging;
  private final AtomicInteger changed = new AtomicInteger();

  Ingestion(FactsExtractor extractor, Chunker chunker, IndexBuilder index, Staging staging) {
    this.extractor = extractor;
    this.chunker = chunker;
    this.index = index;
    this.staging = staging;
  }

  /** Files that were read in {@link #ingest}. */
  int changedFileCount() {
    return changed.get();
  }

  /**
   * Brings staging and index up to the snapshot.
   *
   * @param previous whose index was the start of {@code index}
   * @return every file of the snapshot, sorted by path
   */
  List<StoredFile> ingest(
      Snapshot snapshot, Optional<Generation> previous, BuildListener listener) {
    Round round = new Round(snapshot, new Known(previous), listener);
    List<StoredFile> stored = new ArrayList<>(snapshot.files().size());
    List<Future<StoredFile>> tasks = new ArrayList<>();
    int threads = Runtime.getRuntime().availableProcessors() * TASKS_PER_PROCESSOR;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      try {
        for (SourceFile file : snapshot.files()) {
          Optional<StoredFile> unchanged = round.known.unchanged(file);
          if (unchanged.isPresent()) {
            stored.add(unchanged.get());
          } else if (round.mayBegin(file)) {
            tasks.add(pool.submit(() -> round.ingest(file)));
          }
        }
        for (Future<StoredFile> task : tasks) {
          stored.add(Outcomes.await(task));
        }
      } catch (RuntimeException e) {
        pool.shutdownNow(); // the others would work for nothing
        throw e;
      }
    }
    round.known.pathsGone(snapshot.files()).forEach(index::remove);
    stored.sort(java.util.Comparator.comparing(StoredFile::path));
    return stored;
  }

  /** One pass over the files of a snapshot: what is in flight, and what has become of it. */
  private final class Round {
    private final Snapshot snapshot;
    private final Known known;
    private final BuildListener listener;
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT_BYTES_MAX);
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean failed = new AtomicBoolean();

    Round(Snapshot snapshot, Known known, BuildListener listener) {
      this.snapshot = snapshot;
      this.known = known;
      this.listener = listener;
    }

    /** Waits until there is room for the file; false once another has failed. */
    boolean mayBegin(SourceFile file) {
      try {
        inFlight.acquire(weight(file));
        return !failed.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CompletionException("interrupted", e);
      }
    }

    StoredFile ingest(SourceFile file) {
      boolean finished = false;
      try {
        StoredFile result = Ingestion.this.ingest(snapshot, file, known);
        finished = true;
        return result;
      } finally {
        failed.compareAndSet(false, !finished);
        inFlight.release(weight(file));
        listener.advanced(
            done.incrementAndGet(), snapshot.files().size(), bytes.addAndGet(file.byteCount()));
      }
    }

    private static int weight(SourceFile file) {
      return Math.clamp(file.byteCount(), IN_FLIGHT_BYTES_MIN, IN_FLIGHT_BYTES_MAX);
    }
  }

  private StoredFile ingest(Snapshot snapshot, SourceFile file, Known known) {
    Optional<StoredFile> moved = known.sameContent(file);
    if (moved.isPresent()) {
      takeOver(moved.get());
      return moved.get();
    }
    changed.incrementAndGet();
    return switch (snapshot.read(file)) {
      case ReadOutcome.LeftOut(var reason) -> {
        index.remove(file.path());
        yield StoredFile.leftOut(file.path(), file.blobId(), file.byteCount(), reason.label());
      }
      case ReadOutcome.Text text -> keep(file, text);
    };
  }

  /** Content that stood under another path before. */
  private void takeOver(StoredFile content) {
    if (content.text().isPresent()) {
      FileFacts facts = FactsCodec.decode(staging.read(content.facts()));
      index(content.path(), SourceText.of(staging.read(content.text())), facts);
    } else {
      index.remove(content.path());
    }
  }

  private StoredFile keep(SourceFile file, ReadOutcome.Text read) {
    byte[] frame = extractor.submit(file.path(), read.text()).join();
    FileFacts facts = FactsCodec.decode(frame);
    index(file.path(), read.text(), facts);
    return new StoredFile(
        file.path(),
        file.blobId(),
        file.byteCount(),
        "",
        read.maskedSecretCount(),
        facts.outcome().label(),
        facts.symbols().size(),
        staging.add(read.text().utf8()),
        staging.add(frame));
  }

  private void index(String path, SourceText text, FileFacts facts) {
    List<Chunk> chunks = chunker.chunk(text, facts);
    index.add(new IndexedFile(path, text, facts, chunks));
  }

  /** What the previous generation holds, by path and by content. */
  private static final class Known {
    /** Files that the parser gave up are tried again: it may have been the machine's bad day. */
    private static final Set<String> GIVEN_UP =
        Set.of(FileFacts.Outcome.TIMED_OUT.label(), FileFacts.Outcome.CRASHED.label());

    private final Set<String> paths = new HashSet<>();
    private final Map<String, StoredFile> byPath = new HashMap<>();
    private final Map<String, StoredFile> byContent = new HashMap<>();

    Known(Optional<Generation> previous) {
      previous.stream()
          .flatMap(generation -> generation.files().stream())
          .peek(file -> paths.add(file.path()))
          .filter(file -> !GIVEN_UP.contains(file.outcome()))
          .forEach(file -> {
            byPath.put(file.path(), file);
            byContent.put(contentKey(file.blobId(), file.path()), file);
          });
    }

    Optional<StoredFile> unchanged(SourceFile file) {
      return Optional.ofNullable(byPath.get(file.path()))
          .filter(known -> known.blobId().equals(file.blobId()));
    }

    /** The same bytes under another name: text and facts hold, where the language is the same. */
    Optional<StoredFile> sameContent(SourceFile file) {
      return Optional.ofNullable(byContent.get(contentKey(file.blobId(), file.path())))
          .map(known -> known.at(file.path()));
    }

    List<String> pathsGone(List<SourceFile> files) {
      Set<String> gone = new HashSet<>(paths);
      files.forEach(file -> gone.remove(file.path()));
      return gone.stream().sorted().toList();
    }

    private static String contentKey(String blobId, String path) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      int dot = name.lastIndexOf('.');
      return blobId + ' ' + (dot < 0 ? name : name.substring(dot));
    }
  }
}
