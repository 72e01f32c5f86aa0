package ai.wikibuilder.builds;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.Staging;
import ai.wikibuilder.index.SearchIndex;
import ai.wikibuilder.index.vectors.ChunkVectors;
import ai.wikibuilder.index.vectors.IndexedChunk;
import ai.wikibuilder.index.vectors.VectorAuthor;
import ai.wikibuilder.index.vectors.VectorMaker;
import ai.wikibuilder.index.vectors.VectorOutcome;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.VectorCache;
import ai.wikibuilder.models.embeddings.ProviderEmbedder;
import ai.wikibuilder.source.TextReader;
import java.util.List;
import java.util.Optional;

/**
 * Gives the chunks of one build their vectors, where an embedding model is configured. Whatever the
 * provider does, the build goes on: what has no vector is found by its words.
 */
final class VectorStage {
  /** Name in a generation's properties: whose vectors it has, all of them. */
  static final String PROPERTY = "vectors";

  private final VectorAuthor author;
  private final Optional<ProviderEmbedder> embedder;
  private final VectorOutcome withoutEmbedder;

  private VectorStage(
      VectorAuthor author, Optional<ProviderEmbedder> embedder, VectorOutcome withoutEmbedder) {
    this.author = author;
    this.embedder = embedder;
    this.withoutEmbedder = withoutEmbedder;
  }

  /**
   * Finds out who makes them; asks the provider a word when it is not known how long its vectors
   * are.
   *
   * @throws ModelException CANCELLED
   */
  static VectorStage by(VectorAuthor author) {
    return switch (author) {
      case VectorAuthor.Nobody _ -> new VectorStage(author, Optional.empty(), VectorOutcome.none());
      case VectorAuthor.Provider provider -> {
        try {
          yield new VectorStage(
              author, Optional.of(provider.embedder().get()), VectorOutcome.none());
        } catch (ModelException e) {
          if (e.kind() == Kind.CANCELLED) {
            throw e;
          }
          VectorOutcome.State state =
              e.kind() == Kind.OVER_BUDGET
                  ? VectorOutcome.State.CAPPED
                  : VectorOutcome.State.MODEL_FAILED;
          yield new VectorStage(
              author,
              Optional.empty(),
              VectorOutcome.failed(state, String.valueOf(e.getMessage())));
        }
      }
    };
  }

  /** Whether a generation has the vectors that this build would make. */
  boolean isSatisfiedBy(Generation generation) {
    String made = generation.properties().getOrDefault(PROPERTY, "");
    return switch (author) {
      case VectorAuthor.Nobody _ -> true;
      case VectorAuthor.Provider provider ->
          embedder
              .map(one -> one.name().equals(made))
              .orElseGet(() -> provider.model().isThatOf(made));
    };
  }

  /**
   * Makes them, once the index is written.
   *
   * @param before whose vectors can be taken over
   * @throws ModelException CANCELLED
   */
  VectorOutcome run(Staging staging, TextReader texts, Optional<Generation> before) {
    if (embedder.isEmpty() || !(author instanceof VectorAuthor.Provider provider)) {
      return withoutEmbedder;
    }
    List<IndexedChunk> chunks = chunks(staging, texts);
    Optional<ChunkVectors> earlier = before.flatMap(one -> ChunkVectors.open(one.vectors()));
    try (VectorCache cache = provider.cache().apply(embedder.get())) {
      VectorMaker maker = new VectorMaker(embedder.get(), cache, earlier);
      return staging.keepVectors(file -> maker.make(chunks, texts, file));
    } finally {
      earlier.ifPresent(ChunkVectors::close);
    }
  }

  private static List<IndexedChunk> chunks(Staging staging, TextReader texts) {
    try (SearchIndex index = SearchIndex.open(staging.indexFolder(), texts)) {
      return index.chunks();
    }
  }
}
