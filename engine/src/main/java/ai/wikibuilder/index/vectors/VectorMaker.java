package ai.wikibuilder.index.vectors;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.VectorCache;
import ai.wikibuilder.models.embeddings.ProviderEmbedder;
import ai.wikibuilder.models.facts.ModelFacts;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives chunks their vectors: taken over from the generation before, found in the cache, or made by
 * the provider. For one build, used once.
 *
 * <p>Chunks go through in groups, a few at a time, and reach the file in their order, so that
 * memory holds some hundred vectors, whatever the repository's size. A chunk that cannot be
 * embedded is left without a vector. When the provider can no longer be asked, or the budget has
 * ended, the rest gets what is there already.
 */
public final class VectorMaker {
  /** Chunks of one group; some 25,000 tokens, well below what providers take in one request. */
  private static final int GROUP = 64;

  /** Groups under way; the gate lets as many calls through as the configuration says. */
  private static final int GROUPS_AT_ONCE = 4;

  /** Whole groups that fail one after the other before the provider is given up. */
  private static final int FAILED_GROUPS_MAX = 2;

  private final ProviderEmbedder embedder;
  private final VectorCache cache;
  private final Map<TextKey, Integer> rowsBefore = new HashMap<>();
  private final Optional<ChunkVectors> before;
  private final AtomicReference<Optional<ModelException>> stop =
      new AtomicReference<>(Optional.empty());
  private final AtomicInteger failedGroups = new AtomicInteger();
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger kept = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  /**
   * @param cache of the embedder's vectors; stays the caller's
   * @param before of the generation before; passed over when another model made them
   */
  public VectorMaker(ProviderEmbedder embedder, VectorCache cache, Optional<ChunkVectors> before) {
    this.embedder = embedder;
    this.cache = cache;
    this.before = before.filter(vectors -> vectors.model().equals(embedder.name()));
    this.before.ifPresent(vectors -> rowsBefore.putAll(vectors.byText()));
  }

  /**
   * Writes the file.
   *
   * @param chunks sorted by place
   * @throws ModelException CANCELLED, and nothing else
   * @throws IOException when the file cannot be written
   */
  public VectorOutcome make(List<IndexedChunk> chunks, TextReader texts, Path file)
      throws IOException {
    List<String> paths =
        chunks.stream().map(chunk -> chunk.place().path()).distinct().sorted().toList();
    Map<String, Integer> ordinals = new HashMap<>();
    for (String path : paths) {
      ordinals.put(path, ordinals.size());
    }
    ExecutorService pool = Executors.newFixedThreadPool(GROUPS_AT_ONCE);
    try (pool;
        VectorFile rows = new VectorFile(file, embedder.name(), embedder.dimension(), paths)) {
      Deque<Future<List<Row>>> underWay = new ArrayDeque<>();
      for (int start = 0; start < chunks.size(); start += GROUP) {
        List<IndexedChunk> group = chunks.subList(start, Math.min(chunks.size(), start + GROUP));
        underWay.add(pool.submit(() -> group(group, texts)));
        if (underWay.size() > GROUPS_AT_ONCE) {
          write(underWay.remove(), ordinals, rows);
        }
      }
      while (!underWay.isEmpty()) {
        write(underWay.remove(), ordinals, rows);
      }
      rows.finish();
    } catch (ModelException e) {
      pool.shutdownNow();
      throw e;
    }
    return outcome(chunks.size());
  }

  private record Row(ChunkPlace place, TextKey key, PackedVector vector) {}

  private static void write(Future<List<Row>> group, Map<String, Integer> ordinals, VectorFile rows)
      throws IOException {
    for (Row row : await(group)) {
      int path = ordinals.getOrDefault(row.place.path(), -1);
      rows.add(path, row.place, row.key, row.vector);
    }
  }

  private static List<Row> await(Future<List<Row>> group) {
    try {
      return group.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(Kind.CANCELLED, "vectors are no longer wanted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  private List<Row> group(List<IndexedChunk> group, TextReader texts) {
    Map<TextKey, PackedVector> known = new HashMap<>();
    Map<TextKey, String> missing = new LinkedHashMap<>();
    List<TextKey> keys = new ArrayList<>();
    for (IndexedChunk chunk : group) {
      String text = chunk.text(texts);
      TextKey key = TextKey.of(text);
      keys.add(key);
      Optional<PackedVector> there = known(key, text);
      there.ifPresent(vector -> known.put(key, vector));
      if (there.isEmpty()) {
        missing.put(key, text);
      }
    }
    kept.addAndGet((int) keys.stream().filter(known::containsKey).count());
    if (!missing.isEmpty() && stop.get().isEmpty()) {
      known.putAll(made(missing));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      PackedVector vector = known.get(keys.get(i));
      if (vector != null) {
        rows.add(new Row(group.get(i).place(), keys.get(i), vector));
      }
    }
    return rows;
  }

  private Optional<PackedVector> known(TextKey key, String text) {
    Integer row = rowsBefore.get(key);
    return row != null && before.isPresent()
        ? Optional.of(before.get().vector(row))
        : cache.find(text).map(PackedVector::of);
  }

  private Map<TextKey, PackedVector> made(Map<TextKey, String> missing) {
    Map<TextKey, PackedVector> vectors = new HashMap<>();
    try {
      List<String> texts = List.copyOf(missing.values());
      List<TextKey> keys = List.copyOf(missing.keySet());
      Map<String, float[]> fresh = new HashMap<>();
      List<Optional<float[]>> all = embedder.embedAll(texts);
      for (int i = 0; i < keys.size(); i++) {
        if (all.get(i).isPresent()) {
          fresh.put(texts.get(i), all.get(i).get());
          vectors.put(keys.get(i), PackedVector.of(all.get(i).get()));
        }
      }
      cache.keep(fresh);
      made.addAndGet(fresh.size());
      failed.addAndGet(keys.size() - fresh.size());
      countGroup(fresh.isEmpty());
    } catch (ModelException e) {
      if (e.kind() == Kind.CANCELLED) {
        throw e;
      }
      stop.compareAndSet(Optional.empty(), Optional.of(e));
    }
    return vectors;
  }

  private void countGroup(boolean empty) {
    if (!empty) {
      failedGroups.set(0);
    } else if (failedGroups.incrementAndGet() >= FAILED_GROUPS_MAX) {
      stop.compareAndSet(
          Optional.empty(),
          Optional.of(
              new ModelException(
                  Kind.OVERLOADED,
                  "%s failed on %d groups of chunks one after the other"
                      .formatted(embedder.name(), FAILED_GROUPS_MAX))));
    }
  }

  private VectorOutcome outcome(int chunkCount) {
    VectorOutcome.State state =
        stop.get()
            .map(e ->
                e.kind() == Kind.OVER_BUDGET
                    ? VectorOutcome.State.CAPPED
                    : VectorOutcome.State.MODEL_FAILED)
            .orElse(VectorOutcome.State.DONE);
    return new VectorOutcome(
        state,
        embedder.name(),
        chunkCount,
        made.get(),
        kept.get(),
        failed.get(),
        stop.get().map(e -> String.valueOf(e.getMessage())).orElse(""));
  }

  /**
   * How many tokens would go to the provider; nobody is asked.
   *
   * @param before of the generation before
   */
  public static VectorQuote quote(
      List<IndexedChunk> chunks,
      TextReader texts,
      VectorAuthor.Provider author,
      Optional<ChunkVectors> before) {
    Map<TextKey, Integer> there =
        before
            .filter(vectors -> author.model().isThatOf(vectors.model()))
            .map(ChunkVectors::byText)
            .orElseGet(Map::of);
    int count = 0;
    long tokens = 0;
    for (IndexedChunk chunk : chunks) {
      String text = chunk.text(texts);
      if (!there.containsKey(TextKey.of(text))) {
        count++;
        tokens += author.counting().counter().count(text);
      }
    }
    ModelFacts facts = author.counting().facts();
    long own = Math.round(tokens * facts.tokenFactor());
    return new VectorQuote(
        count, own, facts.prices().map(prices -> prices.usual().in().times(own)));
  }
}
