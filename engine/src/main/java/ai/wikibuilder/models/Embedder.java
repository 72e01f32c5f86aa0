package ai.wikibuilder.models;

import java.util.List;

/** Turns text into vectors of meaning. Implementations may be shared by threads. */
public interface Embedder extends AutoCloseable {
  /** Name and version of the model; vectors of different names are never compared. */
  String name();

  /** Length of each vector. */
  int dimension();

  /**
   * Embeds texts.
   *
   * @return float[texts.size()][dimension], unit-normalised, row = ordinal of the text
   */
  float[][] embed(List<String> texts);

  @Override
  void close();
}
