package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.index.SearchHit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Passes on what an answer says and remembers it, in case it is broken off. For one thread. */
final class HeardAnswer implements AskListener {
  private final AskListener reader;
  private final List<Answered.Line> lines = new ArrayList<>();

  HeardAnswer(AskListener reader) {
    this.reader = reader;
  }

  @Override
  public void found(List<SearchHit> hits) {
    reader.found(hits);
  }

  @Override
  public void looked(String what) {
    reader.looked(what);
  }

  @Override
  public void said(Answered.Line line) {
    lines.add(line);
    reader.said(line);
  }

  @Override
  public void struck(Answered.Line line) {
    lines.removeIf(said -> said.sentence().equals(line.sentence()));
    reader.struck(line);
  }

  /** The turn so far, in a state that says it is not whole. */
  Turn turn(String question, String state, String commit, Instant at) {
    return new Turn(
        at,
        question,
        question,
        Answered.kept(lines),
        Answered.evidence(lines.stream()),
        state,
        commit,
        "",
        0);
  }
}
