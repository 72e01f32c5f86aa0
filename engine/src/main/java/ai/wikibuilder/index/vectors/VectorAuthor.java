package ai.wikibuilder.index.vectors;

import ai.wikibuilder.models.VectorCache;
import ai.wikibuilder.models.embeddings.ProviderEmbedder;
import ai.wikibuilder.models.facts.ModelFacts;
import ai.wikibuilder.models.tokens.TokenCounter;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who makes vectors of all chunks of an index. */
public sealed interface VectorAuthor {
  /** Nobody: no embedding model is configured. */
  record Nobody() implements VectorAuthor {}

  /**
   * A provider's model.
   *
   * @param embedder asked for once a build; throws {@code ModelException} when it cannot be had
   * @param cache vectors of earlier builds, opened for one embedder, closed by whoever opened it
   * @param counting for quotes
   */
  record Provider(
      VectorModel model,
      Supplier<ProviderEmbedder> embedder,
      Function<ProviderEmbedder, VectorCache> cache,
      Counting counting)
      implements VectorAuthor {}

  /** What a quote is made of. */
  record Counting(TokenCounter counter, ModelFacts facts) {}
}
