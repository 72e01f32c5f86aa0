package ai.wikibuilder.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks its embedder only for texts whose vectors are not kept yet. May be shared by threads. */
public final class CachedEmbedder implements Embedder {
  private final Embedder embedder;
  private final VectorCache cache;

  /**
   * @param embedder closed together with this one
   * @param cache made for the embedder's name and dimension; closed together with this one
   */
  public CachedEmbedder(Embedder embedder, VectorCache cache) {
    this.embedder = embedder;
    this.cache = cache;
  }

  @Override
  public String name() {
    return embedder.name();
  }

  @Override
  public int dimension() {
    return embedder.dimension();
  }

  @Override
  public float[][] embed(List<String> texts) {
    Map<String, float[]> known = new LinkedHashMap<>();
    Set<String> missing = new LinkedHashSet<>();
    for (String text : texts) {
      Optional<float[]> kept = cache.find(text);
      if (kept.isPresent()) {
        known.put(text, kept.get());
      } else {
        missing.add(text);
      }
    }
    if (!missing.isEmpty()) {
      known.putAll(made(new ArrayList<>(missing)));
    }
    float[][] vectors = new float[texts.size()][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = known.getOrDefault(texts.get(i), new float[0]).clone();
    }
    return vectors;
  }

  private Map<String, float[]> made(List<String> texts) {
    float[][] vectors = embedder.embed(texts);
    Map<String, float[]> made = new LinkedHashMap<>();
    for (int i = 0; i < vectors.length; i++) {
      made.put(texts.get(i), vectors[i]);
    }
    cache.keep(made);
    return made;
  }

  @Override
  public void close() {
    embedder.close();
    cache.close();
  }
}
