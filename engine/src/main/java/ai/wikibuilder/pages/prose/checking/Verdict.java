package ai.wikibuilder.pages.prose.checking;

import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.prose.reading.Statement;
import java.util.List;

/** What became of one statement. */
public sealed interface Verdict {
  Statement statement();

  /**
   * It holds.
   *
   * @param sentence with the narrowest lines that show it
   */
  record Verified(Statement statement, Sentence sentence) implements Verdict {}

  /**
   * Nothing speaks against it and nothing proves it; it is shown with a mark and counted.
   *
   * @param why in words for whoever asks
   */
  record Uncited(Statement statement, Sentence sentence, List<String> why) implements Verdict {
    public Uncited {
      why = List.copyOf(why);
    }
  }

  /** It does not hold. */
  record Failed(Statement statement, List<Finding> findings) implements Verdict {
    public Failed {
      findings = List.copyOf(findings);
    }
  }
}
