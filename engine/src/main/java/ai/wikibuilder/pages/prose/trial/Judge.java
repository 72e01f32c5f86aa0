package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.reading.Statement;
import java.util.List;

/**
 * Judges the statements of one page or answer in the order they are read: a pronoun stands for what
 * the statement before was about. One thread.
 */
public final class Judge {
  private final String page;
  private final Ground ground;
  private final ClaimReader claims;
  private final Rereading rereading;
  private final List<ClaimCheck> checks;
  private Mention topic = ClaimReader.NO_TOPIC;

  /**
   * @param page slug of the page, for its findings
   */
  public Judge(String page, Ground ground) {
    this.page = page;
    this.ground = ground;
    this.claims = new ClaimReader(ground);
    this.rereading = new Rereading(ground);
    this.checks =
        List.of(
            new MarkCheck(ground),
            new QuoteCheck(ground),
            new RelationCheck(ground),
            new CountCheck(ground),
            new NameCheck(ground),
            new PlaceCheck(ground));
  }

  /** What pronouns at the beginning stand for: the symbol a page or card is about. */
  public void about(String name) {
    List<Integer> symbols = ground.names().symbols(name);
    topic = new Mention(name, Mention.Kind.NAME, symbols, symbols, List.of());
  }

  /** Judges the next statement. */
  public Judgement judge(Statement statement) {
    Claim claim = claims.read(statement, topic);
    Trial trial = new Trial(page);
    checks.forEach(check -> check.check(claim, trial));
    topic = claim.nextTopic();
    List<Evidence> evidence = claim.isCited() ? Narrowing.of(claim, trial) : List.of();
    if (trial.findings().isEmpty()) {
      evidence = rereading.of(claim, trial, evidence);
    }
    return new Judgement(trial.findings(), trial.doubts(), trial.isConfirmed(), evidence);
  }
}
