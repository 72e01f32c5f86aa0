package ai.wikibuilder.pages.composed;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.words.English;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says which code the graph knows nothing of, so that its numbers are not taken for all. */
final class Unparsed {
  private Unparsed() {}

  /** Empty when every code file was parsed. */
  static Optional<Sentence> sentence(Repository repository) {
    Map<String, Integer> counts = new TreeMap<>();
    Say say = new Say();
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      if (!repository.isParsed(file) && isCode(repository, file)) {
        counts.merge(Wording.language(repository.graph().path(file)), 1, Integer::sum);
        say.by(repository.whole(file));
      }
    }
    int all = counts.values().stream().mapToInt(count -> count).sum();
    if (all == 0) {
      return Optional.empty();
    }
    say.then(English.countAtStart(all, "file of code was", "files of code were"));
    say.then(" not parsed (" + English.list(counts.keySet().stream().toList()) + ")");
    say.then("; definitions and references inside ");
    return Optional.of(say.end((all == 1 ? "it" : "them") + " are not in the numbers."));
  }

  private static boolean isCode(Repository repository, int file) {
    return repository.graph().moduleOf(file) >= 0
        || repository.graph().outcome(file) != FileFacts.Outcome.TEXT;
  }
}
