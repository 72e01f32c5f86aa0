package ai.wikibuilder.pages.material;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.graph.languages.CodeFiles;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.wording.Phrase;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says which code the graph knows nothing of, so that its numbers are not taken for all. */
public final class Unparsed {
  private Unparsed() {}

  /** Empty when every code file was parsed. */
  public static Optional<Sentence> sentence(Repository repository) {
    Map<String, Integer> counts = new TreeMap<>();
    Phrase phrase = repository.say("unparsed");
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      if (!repository.isParsed(file) && isCode(repository, file)) {
        counts.merge(CodeFiles.displayName(repository.graph().path(file)), 1, Integer::sum);
        phrase.by(repository.whole(file));
      }
    }
    int all = counts.values().stream().mapToInt(count -> count).sum();
    return all == 0
        ? Optional.empty()
        : Optional.of(
            phrase
                .count("files", all)
                .text("languages", repository.words().list(counts.keySet().stream().toList()))
                .end());
  }

  private static boolean isCode(Repository repository, int file) {
    return repository.graph().moduleOf(file) >= 0
        || repository.graph().outcome(file) != FileFacts.Outcome.TEXT;
  }
}
