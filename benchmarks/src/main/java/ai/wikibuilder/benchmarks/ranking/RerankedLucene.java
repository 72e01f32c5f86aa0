package ai.wikibuilder.benchmarks.ranking;

import ai.wikibuilder.benchmarks.ranking.questions.Place;
import ai.wikibuilder.models.Embedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * BM25, whose best 50 chunks are put in a new order by an embedding model: half the BM25 score and
 * half the cosine, each stretched to 0 to 1 over the 50.
 */
final class RerankedLucene implements SearchSystem {
  private static final int CANDIDATES = 50;

  private static final double MEANING_SHARE = 0.5;

  private final Corpus corpus;
  private final PlainLucene lucene;
  private final Embedder embedder;

  /** The embedder stays the caller's. */
  RerankedLucene(Corpus corpus, PlainLucene lucene, Embedder embedder) {
    this.corpus = corpus;
    this.lucene = lucene;
    this.embedder = embedder;
  }

  @Override
  public List<Place> search(String question, int limit) {
    List<PlainLucene.Scored> found = lucene.scored(question, PLACES_MAX);
    List<PlainLucene.Scored> best = found.subList(0, Math.min(found.size(), CANDIDATES));
    List<String> inputs = new ArrayList<>(List.of(question));
    best.forEach(candidate -> inputs.add(text(candidate.place())));
    float[][] vectors = embedder.embed(inputs);
    double[] scores = new double[best.size()];
    double[] cosines = new double[best.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = best.get(i).score();
      cosines[i] = DenseChunks.cosine(vectors[0], vectors[i + 1]);
    }
    stretch(scores);
    stretch(cosines);
    List<PlainLucene.Scored> reordered = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      double score = (1 - MEANING_SHARE) * scores[i] + MEANING_SHARE * cosines[i];
      reordered.add(new PlainLucene.Scored(best.get(i).place(), score));
    }
    reordered.sort(Comparator.comparingDouble(PlainLucene.Scored::score).reversed());
    List<Place> places = new ArrayList<>();
    reordered.forEach(candidate -> places.add(candidate.place()));
    found.subList(best.size(), found.size()).forEach(rest -> places.add(rest.place()));
    return places.subList(0, Math.min(places.size(), limit));
  }

  private String text(Place place) {
    return corpus.text(place.path()).lines(place.startLine(), place.endLine());
  }

  private static void stretch(double[] values) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = high > low ? (values[i] - low) / (high - low) : 1;
    }
  }

  @Override
  public void close() {
    lucene.close();
  }
}
