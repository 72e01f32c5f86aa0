package ai.wikibuilder.index.vectors;

import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Compares questions with the chunks of one index by their vectors. May be shared by threads. When
 * a question cannot be given a vector, that is said, and the search goes on without.
 */
public final class Meaning implements AutoCloseable {
  /** Longest wait for the vector of a question; a provider takes some tenths of a second. */
  private static final Duration WAIT_MAX = Duration.ofSeconds(4);

  private final Optional<Compared> compared;
  private final String note;
  private final Duration waitMax;

  private record Compared(ChunkVectors vectors, Embedder embedder) {}

  private Meaning(Optional<Compared> compared, String note, Duration waitMax) {
    this.compared = compared;
    this.note = note;
    this.waitMax = waitMax;
  }

  /** Where there are no vectors. */
  public static Meaning none() {
    return new Meaning(Optional.empty(), "", WAIT_MAX);
  }

  /**
   * Opens the vectors of a generation for questions to this model. Damaged ones, and those of
   * another model, are passed over with a note.
   *
   * @param file may be missing
   */
  public static Meaning open(Path file, QuestionModel model) {
    return open(file, model, WAIT_MAX);
  }

  static Meaning open(Path file, QuestionModel model, Duration waitMax) {
    Optional<ChunkVectors> opened = ChunkVectors.open(file);
    if (opened.isEmpty()) {
      String why =
          Files.exists(file)
              ? "the vectors of this wiki cannot be read"
              : "this wiki has no vectors of " + model.model().name() + " yet";
      return new Meaning(Optional.empty(), passedOver(why), waitMax);
    }
    ChunkVectors vectors = opened.get();
    if (!model.model().isThatOf(vectors.model())) {
      vectors.close();
      String why =
          "the vectors of this wiki are of %s, the model that is configured is %s"
              .formatted(vectors.model(), model.model().name());
      return new Meaning(Optional.empty(), passedOver(why), waitMax);
    }
    Embedder embedder = model.embedder().apply(vectors.dimension());
    return new Meaning(Optional.of(new Compared(vectors, embedder)), "", waitMax);
  }

  private static String passedOver(String why) {
    return why + ", so places are found by their words; the next build makes them";
  }

  /** Whether a question would be given a vector, or be told why not. */
  public boolean isPresent() {
    return compared.isPresent() || !note.isEmpty();
  }

  /** What became of a question. */
  public sealed interface Answer {
    /** It can be compared. */
    record Asked(Question question) implements Answer {}

    /** It cannot; the note says why, and is empty where nobody expects it. */
    record NotAsked(String note) implements Answer {}
  }

  /**
   * Gives a question its vector.
   *
   * @throws ModelException CANCELLED, and nothing else
   */
  public Answer ask(String text) {
    if (compared.isEmpty() || compared.get().vectors.count() == 0) {
      return new Answer.NotAsked(note);
    }
    Compared with = compared.get();
    try {
      return new Answer.Asked(new Question(with.vectors, vector(with.embedder, text)));
    } catch (ModelException e) {
      if (e.kind() == Kind.CANCELLED) {
        throw e;
      }
      return new Answer.NotAsked(
          "places are found by their words alone, since the embedding model could not be asked: "
              + e.getMessage());
    }
  }

  private float[] vector(Embedder embedder, String text) {
    FutureTask<float[]> task = new FutureTask<>(() -> embedder.embed(List.of(text))[0]);
    Thread _ = Thread.ofVirtual().name("question-vector").start(task);
    try {
      return task.get(waitMax.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      cancel(task);
      throw new ModelException(
          Kind.SILENT,
          "%s took longer than %d ms".formatted(embedder.name(), waitMax.toMillis()),
          e);
    } catch (InterruptedException e) {
      cancel(task);
      Thread.currentThread().interrupt();
      throw new ModelException(Kind.CANCELLED, "the search was cancelled", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  private static void cancel(Future<?> task) {
    boolean _ = task.cancel(true);
  }

  /** A question that has a vector. May be shared by threads. */
  public static final class Question {
    private final ChunkVectors vectors;
    private final float[] vector;
    private final PackedVector packed;

    private Question(ChunkVectors vectors, float[] vector) {
      this.vectors = vectors;
      this.vector = vector;
      this.packed = PackedVector.of(vector);
    }

    /** The chunks closest to it, closest first. */
    public List<ChunkVectors.Near> nearest(int limit) {
      return vectors.nearest(vector, limit);
    }

    /** How close a chunk is, -1 to 1; empty when it has no vector. */
    public OptionalDouble cosine(String path, int startLine) {
      return vectors.cosine(packed, path, startLine);
    }
  }

  @Override
  public void close() {
    compared.ifPresent(with -> {
      with.vectors.close();
      with.embedder.close();
    });
  }
}
