package ai.wikibuilder.index.vectors;

import ai.wikibuilder.models.VectorCache;
import ai.wikibuilder.models.embeddings.ProviderEmbedder;
import ai.wikibuilder.source.TextReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Vectors as a build makes them, for tests of searches. */
public final class MadeVectors {
  private MadeVectors() {}

  public static void of(List<IndexedChunk> chunks, TextReader texts, Embedding embedding, Path file)
      throws IOException {
    ProviderEmbedder embedder = embedding.embedder();
    Path cached = file.resolveSibling("cache");
    try (VectorCache cache =
        new VectorCache(cached, embedder.name(), embedder.dimension(), 1 << 20)) {
      new VectorMaker(embedder, cache, Optional.empty()).make(chunks, texts, file);
    }
  }
}
