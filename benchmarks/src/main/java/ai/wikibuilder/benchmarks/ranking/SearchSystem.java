package ai.wikibuilder.benchmarks.ranking;

import ai.wikibuilder.benchmarks.ranking.questions.Place;
import java.util.List;

/** One way to search a corpus. Not for sharing between threads. */
public interface SearchSystem extends AutoCloseable {
  /** Places a system gives at most, so that ten different files are among them. */
  int PLACES_MAX = 100;

  /**
   * Finds what answers a question.
   *
   * @param limit places wanted, 1 to {@link #PLACES_MAX}
   * @return best first, empty when nothing was found
   */
  List<Place> search(String question, int limit);

  @Override
  void close();
}
