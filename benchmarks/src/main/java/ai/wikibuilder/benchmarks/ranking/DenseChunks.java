package ai.wikibuilder.benchmarks.ranking;

import ai.wikibuilder.benchmarks.ranking.questions.Place;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Vectors alone, as the most used tool of the field does: chunks of 350 words with 100 words of
 * overlap, cut without a look at the code; the nearest to the question win.
 */
public final class DenseChunks implements SearchSystem {
  private static final int CHUNK_WORDS = 350;
  private static final int OVERLAP_WORDS = 100;

  /** Texts handed to the model at a time. */
  private static final int BATCH = 64;

  private final Embedder embedder;
  private final List<Place> places = new ArrayList<>();

  /** float[places][dimension], unit-normalised. */
  private final List<float[]> vectors = new ArrayList<>();

  /** Embeds the whole corpus, which takes minutes to hours; the embedder stays the caller's. */
  public DenseChunks(Corpus corpus, Embedder embedder) {
    this.embedder = embedder;
    List<String> texts = new ArrayList<>();
    corpus.texts().forEach((path, text) -> cut(path, text, texts, places));
    for (int from = 0; from < texts.size(); from += BATCH) {
      List<String> batch = texts.subList(from, Math.min(texts.size(), from + BATCH));
      vectors.addAll(List.of(embedder.embed(batch)));
    }
  }

  /** How many chunks the corpus makes. */
  static int countOf(Corpus corpus) {
    List<Place> places = new ArrayList<>();
    corpus.texts().forEach((path, text) -> cut(path, text, new ArrayList<>(), places));
    return places.size();
  }

  private static void cut(String path, SourceText source, List<String> texts, List<Place> places) {
    byte[] utf8 = source.utf8();
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < utf8.length; i++) {
      if (isWord(utf8[i]) && (i == 0 || !isWord(utf8[i - 1]))) {
        starts.add(i);
      }
    }
    for (int first = 0; first < starts.size(); first += CHUNK_WORDS - OVERLAP_WORDS) {
      int next = first + CHUNK_WORDS;
      int from = starts.get(first);
      int to = next < starts.size() ? starts.get(next) : utf8.length;
      texts.add(source.slice(from, to));
      places.add(new Place(path, source.lineOf(from), source.lineOf(to - 1)));
      if (next >= starts.size()) {
        return;
      }
    }
  }

  private static boolean isWord(byte letter) {
    return letter < 0 || letter > ' ';
  }

  @Override
  public List<Place> search(String question, int limit) {
    float[] asked = embedder.embed(List.of(question))[0];
    double[] scores = new double[places.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = cosine(asked, vectors.get(i));
    }
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
        .limit(limit)
        .map(places::get)
        .toList();
  }

  /** The cosine of two vectors of length one. */
  static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @Override
  public void close() {
    vectors.clear();
  }
}
