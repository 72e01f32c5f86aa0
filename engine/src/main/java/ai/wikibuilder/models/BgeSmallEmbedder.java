package ai.wikibuilder.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.wikibuilder.models.ModelException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The embedding model bge-small-en-v1.5, quantised to 8 bits, in this process: no key, no network.
 * May be shared by threads; one text batch runs at a time on two cores.
 *
 * <p>Loaded on first use, or in the background after {@link #warm}. A vector is the model's output
 * at the first token, brought to length one, as the model's authors prescribe.
 */
public final class BgeSmallEmbedder implements Embedder {
  private static final String MODEL_RESOURCE = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER_RESOURCE = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final int DIMENSION = 384;

  /** Tokens of a text the model reads: name, comment and first lines; time grows with each. */
  private static final int TOKENS_MAX = 128;

  /** Positions the model was trained with. */
  private static final int MODEL_TOKENS_MAX = 512;

  /** Texts in one run: 4 or 5 measured fastest, 20 a fifth slower than 5. */
  private static final int BATCH_MAX = 4;

  /** Threads of one run: two halve the time of one; more would starve the other requests. */
  private static final int THREADS = 2;

  private final int tokensMax;
  private final FutureTask<Loaded> loading = new FutureTask<>(BgeSmallEmbedder::load);
  private boolean closed;

  /** Reads as much of a text as re-ranking has the time for. */
  public BgeSmallEmbedder() {
    this(TOKENS_MAX);
  }

  /**
   * Reads more of a text, or less.
   *
   * @param tokensMax tokens of a text the model reads, 2 to 512
   */
  public BgeSmallEmbedder(int tokensMax) {
    if (tokensMax < 2 || tokensMax > MODEL_TOKENS_MAX) {
      throw new IllegalArgumentException(
          "tokensMax must be 2 to %d, got %d".formatted(MODEL_TOKENS_MAX, tokensMax));
    }
    this.tokensMax = tokensMax;
  }

  private record Loaded(
      OrtEnvironment environment, OrtSession session, WordPieceTokenizer tokens) {}

  /** Begins to load in the background; returns at once. What fails is told by {@link #embed}. */
  public void warm() {
    Thread.ofPlatform().daemon().name("embedding-model").start(loading);
  }

  @Override
  public String name() {
    return "bge-small-en-v1.5-q/" + tokensMax;
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  /**
   * {@inheritDoc} Only the first tokens of a text count.
   *
   * @throws ModelException UNAVAILABLE when the model cannot be loaded here, FAILED when it breaks
   */
  @Override
  public synchronized float[][] embed(List<String> texts) {
    if (closed) {
      throw new ModelException(Kind.UNAVAILABLE, "the embedding model was closed");
    }
    Loaded loaded = loaded();
    long[][] ids = new long[texts.size()][];
    List<Integer> byLength = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      ids[i] = loaded.tokens.encode(texts.get(i), tokensMax);
      byLength.add(i);
    }
    // texts of like length share a run, so that little of it is padding
    byLength.sort(Comparator.comparingInt(i -> ids[i].length));
    float[][] vectors = new float[texts.size()][];
    for (int from = 0; from < ids.length; from += BATCH_MAX) {
      run(loaded, ids, byLength.subList(from, Math.min(ids.length, from + BATCH_MAX)), vectors);
    }
    return vectors;
  }

  private Loaded loaded() {
    loading.run();
    try {
      return loading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(Kind.UNAVAILABLE, "interrupted while the model was loading", e);
    } catch (ExecutionException e) {
      throw new ModelException(
          Kind.UNAVAILABLE, "the embedding model cannot be loaded here: " + e.getCause(), e);
    }
  }

  private static Loaded load() throws IOException, OrtException, InterruptedException {
    // unpacking the model and unpacking the native library take equally long: side by side
    // silent: a warning that is written while the JVM ends meets a logger that is gone, and crashes
    FutureTask<OrtEnvironment> environment =
        new FutureTask<>(
            () -> OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL));
    Thread.ofPlatform().daemon().name("embedding-runtime").start(environment);
    byte[] model;
    try (InputStream in = resource(MODEL_RESOURCE)) {
      model = in.readAllBytes();
    }
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(THREADS);
      // the basic level: the full one costs 150 ms more at the start and gains nothing after it
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.BASIC_OPT);
      OrtEnvironment ready = environment.get();
      OrtSession session = ready.createSession(model, options);
      try (InputStream in = resource(TOKENIZER_RESOURCE)) {
        return new Loaded(ready, session, WordPieceTokenizer.read(in));
      }
    } catch (ExecutionException e) {
      throw new ModelException(Kind.UNAVAILABLE, "no ONNX Runtime for this platform", e);
    }
  }

  private static InputStream resource(String name) {
    return Optional.ofNullable(BgeSmallEmbedder.class.getResourceAsStream(name))
        .orElseThrow(() -> new ModelException(Kind.UNAVAILABLE, "expected the resource " + name));
  }

  private static void run(Loaded loaded, long[][] ids, List<Integer> rows, float[][] vectors) {
    int length = ids[rows.getLast()].length;
    long[] shape = {rows.size(), length};
    long[] input = new long[rows.size() * length];
    long[] mask = new long[input.length];
    for (int row = 0; row < rows.size(); row++) {
      long[] tokens = ids[rows.get(row)];
      System.arraycopy(tokens, 0, input, row * length, tokens.length);
      java.util.Arrays.fill(mask, row * length, row * length + tokens.length, 1);
    }
    OrtEnvironment environment = loaded.environment;
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(input), shape);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OnnxTensor typeTensor =
            OnnxTensor.createTensor(environment, LongBuffer.allocate(input.length), shape);
        OrtSession.Result result =
            loaded.session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor))) {
      FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
      for (int row = 0; row < rows.size(); row++) {
        float[] vector = new float[DIMENSION];
        output.get(row * length * DIMENSION, vector);
        vectors[rows.get(row)] = unit(vector);
      }
    } catch (OrtException e) {
      throw new ModelException(Kind.FAILED, "the embedding model failed on a text", e);
    }
  }

  private static float[] unit(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    float factor = (float) (1 / Math.sqrt(Math.max(sum, Double.MIN_NORMAL)));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
    return vector;
  }

  /** Frees the model's memory; later calls of {@link #embed} fail. */
  @Override
  public synchronized void close() {
    closed = true;
    if (loading.cancel(false) || loading.state() != java.util.concurrent.Future.State.SUCCESS) {
      return;
    }
    try {
      loading.resultNow().session.close();
    } catch (OrtException e) {
      throw new ModelException(Kind.FAILED, "the embedding model could not be closed", e);
    }
  }
}
