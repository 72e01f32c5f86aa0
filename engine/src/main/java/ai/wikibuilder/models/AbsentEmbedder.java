package ai.wikibuilder.models;

import java.util.List;

/** Stands where there is no embedding model: every use says why. May be shared by threads. */
public final class AbsentEmbedder implements Embedder {
  private final String reason;

  /**
   * @param reason for people, a whole sentence
   */
  public AbsentEmbedder(String reason) {
    this.reason = reason;
  }

  @Override
  public String name() {
    return "absent";
  }

  @Override
  public int dimension() {
    return 0;
  }

  /**
   * Always fails.
   *
   * @throws ModelException UNAVAILABLE, with the reason
   */
  @Override
  public float[][] embed(List<String> texts) {
    throw new ModelException(ModelException.Kind.UNAVAILABLE, reason);
  }

  @Override
  public void close() {}
}
