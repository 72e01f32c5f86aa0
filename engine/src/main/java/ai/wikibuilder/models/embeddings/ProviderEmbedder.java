package ai.wikibuilder.models.embeddings;

import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.gate.Gate;
import ai.wikibuilder.models.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Embeds with a provider's model. May be shared by threads.
 *
 * <p>Texts go out in batches. A text longer than the model takes is cut in halves, at a line break
 * where there is one near, and its vector is the mean of theirs, weighed by length. A batch that
 * fails is halved until the text at fault stands alone; it is left without a vector. When several
 * in a row fail, the provider is at fault, and the rest is not tried.
 */
public final class ProviderEmbedder implements Embedder {
  /** Tokens of one request; OpenAI takes 300,000, others less. */
  private static final int BATCH_TOKENS_MAX = 60_000;

  /** Texts that fail one after the other before the provider is given up. */
  private static final int FAILED_IN_A_ROW_MAX = 4;

  /** How often a text is halved: a text of a thousand times the limit is no text. */
  private static final int HALVINGS_MAX = 10;

  private final Gate gate;
  private final TokenCounter counter;
  private final String name;
  private final int dimension;

  /**
   * @param name of provider and model; vectors of different names are never compared
   * @param dimension length of each vector; another one is an error
   */
  public ProviderEmbedder(Gate gate, TokenCounter counter, String name, int dimension) {
    this.gate = gate;
    this.counter = counter;
    this.name = name;
    this.dimension = dimension;
  }

  @Override
  public String name() {
    return name + "/" + dimension;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ModelException when one text cannot be embedded; {@link #embedAll} goes on without it
   */
  @Override
  public float[][] embed(List<String> texts) {
    List<Optional<float[]>> vectors = embedAll(texts);
    float[][] all = new float[texts.size()][];
    for (int i = 0; i < all.length; i++) {
      int ordinal = i;
      all[i] =
          vectors
              .get(i)
              .orElseThrow(() ->
                  new ModelException(
                      Kind.FAILED,
                      "text %d of %d cannot be embedded by %s"
                          .formatted(ordinal + 1, texts.size(), name)));
    }
    return all;
  }

  /**
   * Embeds what can be embedded.
   *
   * @return one for each text, in order, unit-normalised; empty for what failed
   * @throws ModelException when nothing can be embedded now: no key, no such model, no budget, no
   *     connection, or whoever asked is gone
   */
  public List<Optional<float[]>> embedAll(List<String> texts) {
    List<Optional<float[]>> vectors = new ArrayList<>();
    Failing failing = new Failing();
    List<String> batch = new ArrayList<>();
    int tokens = 0;
    for (String text : texts) {
      int more = counter.count(text);
      if (batch.size() >= gate.embedTextsMax()
          || (tokens + more > BATCH_TOKENS_MAX && tokens > 0)) {
        vectors.addAll(batch(batch, failing));
        batch.clear();
        tokens = 0;
      }
      batch.add(text);
      tokens += more;
    }
    if (!batch.isEmpty()) {
      vectors.addAll(batch(batch, failing));
    }
    return vectors;
  }

  /** Counts texts that failed one after the other. */
  private static final class Failing {
    private int inARow;

    boolean isGivenUp() {
      return inARow >= FAILED_IN_A_ROW_MAX;
    }
  }

  private List<Optional<float[]>> batch(List<String> texts, Failing failing) {
    List<Optional<float[]>> vectors = new ArrayList<>();
    if (failing.isGivenUp()) {
      texts.forEach(text -> vectors.add(Optional.empty()));
      return vectors;
    }
    if (texts.size() == 1) {
      vectors.add(single(texts.getFirst(), failing));
      return vectors;
    }
    try {
      for (float[] vector : gate.vectors(texts, name)) {
        vectors.add(Optional.of(checked(vector)));
      }
      failing.inARow = 0;
      return vectors;
    } catch (ModelException e) {
      rethrowUnlessOfOneText(e);
    }
    int middle = texts.size() / 2;
    vectors.addAll(batch(texts.subList(0, middle), failing));
    vectors.addAll(batch(texts.subList(middle, texts.size()), failing));
    return vectors;
  }

  private Optional<float[]> single(String text, Failing failing) {
    try {
      float[] vector = halved(text, 0);
      failing.inARow = 0;
      return Optional.of(vector);
    } catch (ModelException e) {
      rethrowUnlessOfOneText(e);
      failing.inARow++;
      return Optional.empty();
    }
  }

  /** Whether another text may do better; what is wrong for all is told at once. */
  private static void rethrowUnlessOfOneText(ModelException failure) {
    switch (failure.kind()) {
      case FAILED, CONTEXT_EXCEEDED, OVERLOADED, SILENT, BROKEN_REPLY, REFUSED -> {
        return;
      }
      case UNAVAILABLE,
          KEY_MISSING,
          KEY_REFUSED,
          MODEL_UNKNOWN,
          RATE_LIMITED,
          OVER_BUDGET,
          CANCELLED ->
          throw failure;
    }
  }

  private float[] halved(String text, int halvings) {
    boolean fits = counter.count(text) <= gate.embedTokensMax();
    if (fits || halvings == HALVINGS_MAX || text.length() < 2) {
      try {
        return checked(gate.vectors(List.of(text), name).getFirst());
      } catch (ModelException e) {
        if (e.kind() != Kind.CONTEXT_EXCEEDED || halvings == HALVINGS_MAX || text.length() < 2) {
          throw e;
        }
      }
    }
    int middle = middle(text);
    float[] first = halved(text.substring(0, middle), halvings + 1);
    float[] second = halved(text.substring(middle), halvings + 1);
    float[] mean = new float[dimension];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = first[i] * middle + second[i] * (text.length() - middle);
    }
    return unit(mean);
  }

  /** Where to cut: behind the last line break of the second quarter, never inside a character. */
  private static int middle(String text) {
    int half = text.length() / 2;
    int lineEnd = text.lastIndexOf('\n', half) + 1;
    int cut = lineEnd > text.length() / 4 ? lineEnd : half;
    return Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut;
  }

  private float[] checked(float[] vector) {
    if (vector.length != dimension) {
      throw new ModelException(
          Kind.UNAVAILABLE,
          "expected vectors of %d numbers from %s, got %d; the model behind this name has changed. Name the new one with model.embedding-model, or its length with model.facts"
              .formatted(dimension, name, vector.length));
    }
    return unit(vector);
  }

  private static float[] unit(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    float factor = (float) (1 / Math.sqrt(Math.max(sum, Double.MIN_NORMAL)));
    float[] unit = vector.clone();
    for (int i = 0; i < unit.length; i++) {
      unit[i] *= factor;
    }
    return unit;
  }

  @Override
  public void close() {}
}
