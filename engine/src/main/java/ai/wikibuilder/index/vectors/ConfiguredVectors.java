package ai.wikibuilder.index.vectors;

import ai.wikibuilder.models.CachedEmbedder;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.models.VectorCache;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.facts.ModelFacts;
import ai.wikibuilder.models.ledger.Ledger;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Vectors from the configured embedding model: those of chunks, which a build makes, and those of
 * questions. Threads may share it; the command line and the server call it.
 *
 * @param caches folder of vectors that were paid for
 */
public record ConfiguredVectors(Models models, Ledger ledger, Path caches) {
  /** Vectors of forty thousand chunks and more; the generation before has its own as well. */
  private static final long CHUNK_BYTES_MAX = 256L << 20;

  /** Vectors of some thousand questions; read as a whole when it is opened. */
  private static final long QUESTION_BYTES_MAX = 8L << 20;

  /** Who makes vectors of chunks. */
  public VectorAuthor author() {
    Optional<VectorModel> model = model();
    if (model.isEmpty()) {
      return new VectorAuthor.Nobody();
    }
    return new VectorAuthor.Provider(
        model.get(),
        () -> models.embedder(ledger).orElseThrow(),
        embedder -> cache("embeddings", embedder, CHUNK_BYTES_MAX),
        new VectorAuthor.Counting(models.counter(), models.embeddingFacts().orElseThrow()));
  }

  /** What makes vectors of questions; empty when no embedding model is configured. */
  public Optional<QuestionModel> questions() {
    return model()
        .map(model ->
            new QuestionModel(
                model,
                dimension -> {
                  Embedder asked = models.questionEmbedder(ledger, dimension).orElseThrow();
                  return new CachedEmbedder(asked, cache("questions", asked, QUESTION_BYTES_MAX));
                }));
  }

  private Optional<VectorModel> model() {
    return models
        .embeddingName()
        .map(name -> new VectorModel(name, models.embeddingFacts().flatMap(ModelFacts::dimension)));
  }

  private VectorCache cache(String name, Embedder embedder, long bytesMax) {
    return new VectorCache(caches.resolve(name), embedder.name(), embedder.dimension(), bytesMax);
  }
}
