package ai.wikibuilder.pages.prose.checking;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import ai.wikibuilder.pages.prose.reading.Prose;
import ai.wikibuilder.pages.prose.reading.Statement;
import ai.wikibuilder.pages.prose.trial.Ground;
import ai.wikibuilder.pages.prose.trial.Judge;
import ai.wikibuilder.pages.prose.trial.Judgement;
import ai.wikibuilder.source.TextReader;
import java.util.List;

/**
 * Checks what a model wrote, without a model. Made once for a snapshot and shared by threads; each
 * page or answer has a {@link Session} of its own.
 */
public final class ProseChecker {
  private final RepositoryNames names;
  private final TextReader reader;

  public ProseChecker(CodeGraph graph, TextReader reader) {
    this(new RepositoryNames(graph), reader);
  }

  public ProseChecker(RepositoryNames names, TextReader reader) {
    this.names = names;
    this.reader = reader;
  }

  /**
   * Begins to check one page or answer.
   *
   * @param slug of the page, for its findings
   * @param language code of the language it is written in
   */
  public Session session(String slug, String language, EvidencePack pack) {
    return new Session(slug, Ground.of(names, reader, language, pack));
  }

  /** Checks a whole page in a session of its own. */
  public CheckedProse check(Prose prose, Session session) {
    return new PageTrial(session).check(prose);
  }

  /** One page or answer; statements are judged in the order they are read. One thread. */
  public static final class Session {
    private final Ground ground;
    private final Judge judge;

    private Session(String slug, Ground ground) {
      this.ground = ground;
      this.judge = new Judge(slug, ground);
    }

    Ground ground() {
      return ground;
    }

    /** What pronouns at the beginning stand for: the symbol a page or card is about. */
    public void about(String name) {
      judge.about(name);
    }

    /** Judges the next statement. */
    public Verdict judge(Statement statement) {
      Judgement found = judge.judge(statement);
      if (!found.findings().isEmpty()) {
        return new Verdict.Failed(statement, found.findings());
      }
      boolean cited = !statement.marks().isEmpty();
      if (cited && found.confirmed() && found.doubts().isEmpty() && !found.evidence().isEmpty()) {
        return new Verdict.Verified(statement, new Sentence(statement.words(), found.evidence()));
      }
      return new Verdict.Uncited(
          statement,
          new Sentence(statement.words(), List.of()),
          found.doubts().isEmpty() ? List.of("nothing it cites shows it") : found.doubts());
    }
  }
}
