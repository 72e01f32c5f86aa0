package ai.wikibuilder.answers.asking;

import ai.wikibuilder.answers.asking.Answered.Line;
import ai.wikibuilder.answers.asking.Answered.Standing;
import ai.wikibuilder.answers.exploration.Hearing;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.pages.prose.checking.RepairReply;
import ai.wikibuilder.pages.prose.checking.Verdict;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import ai.wikibuilder.pages.prose.reading.ProseStream;
import ai.wikibuilder.pages.prose.reading.ProseStream.Place;
import ai.wikibuilder.pages.prose.reading.ProseStream.Placed;
import ai.wikibuilder.pages.prose.reading.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Shows the sentences of one reply as they are finished and found to hold. One reply, one thread.
 *
 * <p>A sentence that fails is never shown. One that was shown and no longer stands, since the reply
 * began anew or its whole reads otherwise, is struck. Sentences without evidence wait until one
 * with evidence has come: a model that is about to use a tool says so first, and that is no answer.
 */
final class AnswerStream implements Hearing {
  /** What a model writes when the evidence has no answer. */
  static final String NOT_FOUND = "NOT FOUND";

  /** Characters read of one reply: some five times the longest answer that is asked for. */
  private static final int CHAR_COUNT_MAX = 40_000;

  private final Supplier<ProseChecker.Session> sessions;
  private final AskListener listener;
  private final ProseReader reader = new ProseReader();
  private ProseStream text = new ProseStream(reader);
  private ProseChecker.Session session;

  /** What was shown, struck or not, in order. */
  private final List<Line> lines = new ArrayList<>();

  /** Every statement that was judged since the reply began. */
  private final List<Statement> given = new ArrayList<>();

  private final List<Line> waiting = new ArrayList<>();
  private final List<Verdict.Failed> failed = new ArrayList<>();
  private final List<Verdict.Failed> mendable = new ArrayList<>();
  private boolean cited;
  private boolean notFound;

  AnswerStream(Supplier<ProseChecker.Session> sessions, AskListener listener) {
    this.sessions = sessions;
    this.listener = listener;
    this.session = sessions.get();
  }

  @Override
  public void piece(String piece) {
    if (text.text().length() <= CHAR_COUNT_MAX) {
      text.accept(piece).forEach(this::take);
    }
  }

  @Override
  public void startOver() {
    strike(Set.of(), "the model's reply broke off and it began anew");
    text = new ProseStream(reader);
    session = sessions.get();
    given.clear();
    waiting.clear();
    failed.clear();
    mendable.clear();
    cited = false;
    notFound = false;
  }

  @Override
  public void finish() {
    text.finish().forEach(this::take);
    List<Placed> whole = ProseStream.placed(reader.read(text.text()));
    Set<Statement> statements = new LinkedHashSet<>();
    whole.forEach(placed -> statements.add(placed.statement()));
    strike(statements, "reads otherwise now that the whole answer is there");
    whole.stream().filter(placed -> !given.contains(placed.statement())).forEach(this::take);
    dropHeading(true);
    showWhatIsProven();
  }

  /** What waited is not shown. */
  @Override
  public void pause() {
    waiting.clear();
  }

  private void strike(Set<Statement> kept, String why) {
    Set<String> words = new LinkedHashSet<>();
    kept.forEach(statement -> words.add(words(statement)));
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.standing() != Standing.STRUCK && !words.contains(words(line))) {
        lines.set(i, line.struck(why));
        listener.struck(lines.get(i));
      }
    }
  }

  private static String words(Statement statement) {
    return new Statement(statement.words(), List.of()).written();
  }

  private static String words(Line line) {
    return new Statement(line.sentence().words(), List.of()).written();
  }

  private void take(Placed placed) {
    Statement statement = placed.statement();
    given.add(statement);
    String plain = words(statement);
    if (plain.replaceAll("[*_`.: ]", " ").strip().toUpperCase(Locale.ROOT).startsWith(NOT_FOUND)) {
      notFound = true;
      return;
    }
    if (plain.isBlank()) {
      return;
    }
    switch (session.judge(statement)) {
      case Verdict.Failed one -> {
        failed.add(one);
        if (placed.place() != Place.HEADING && placed.place() != Place.CELL) {
          mendable.add(one);
        }
      }
      case Verdict.Verified verified -> {
        cited = true;
        await(new Line(placed.place(), verified.sentence(), Standing.VERIFIED, ""));
        if (placed.place() != Place.HEADING) {
          show();
        }
      }
      case Verdict.Uncited uncited -> {
        await(
            new Line(
                placed.place(),
                uncited.sentence(),
                Standing.UNCITED,
                String.join("; ", uncited.why())));
        if (cited && placed.place() != Place.HEADING) {
          show();
        }
      }
    }
  }

  /** A heading is shown with its first sentence; one of which no sentence holds is not. */
  private void await(Line line) {
    dropHeading(line.place() == Place.HEADING);
    waiting.add(line);
  }

  private void dropHeading(boolean itsSentencesAreOver) {
    if (itsSentencesAreOver && !waiting.isEmpty() && waiting.getLast().place() == Place.HEADING) {
      waiting.removeLast();
    }
  }

  private void show() {
    for (Line line : waiting) {
      lines.add(line);
      listener.said(line);
    }
    waiting.clear();
  }

  /** Statements that do not hold and say something where they stand alone. */
  List<Verdict.Failed> mendable() {
    return mendable.stream().filter(failed::contains).toList();
  }

  /**
   * Shows what the model wrote in place of statements that failed, behind what was shown, where it
   * holds; nothing that was shown changes.
   */
  void mend(RepairReply reply) {
    Place place = Place.PARAGRAPH;
    for (Verdict.Failed one : mendable()) {
      Optional<Statement> anew = reply.instead(one.statement()).filter(it -> !given.contains(it));
      if (anew.isPresent() && session.judge(anew.get()) instanceof Verdict.Verified verified) {
        given.add(anew.get());
        failed.remove(one);
        cited = true;
        waiting.add(new Line(place, verified.sentence(), Standing.VERIFIED, ""));
        place = Place.NEXT;
      }
    }
    showWhatIsProven();
  }

  /** What nothing shows is not even shown when all of the reply is like that. */
  private void showWhatIsProven() {
    if (cited) {
      show();
    }
  }

  /** Whether the model says that there is no answer. */
  boolean isNotFound() {
    return notFound && !isAnyVerified();
  }

  boolean isAnyVerified() {
    return lines.stream().anyMatch(line -> line.standing() == Standing.VERIFIED);
  }

  /** Withdraws all that stands. */
  void withdraw(String why) {
    strike(Set.of(), why);
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  List<String> leftOut() {
    List<String> leftOut = new ArrayList<>();
    for (Verdict.Failed one : failed) {
      Finding finding = one.findings().getFirst();
      leftOut.add(
          "%s (expected %s; found %s)"
              .formatted(words(one.statement()), finding.expected(), finding.found()));
    }
    return leftOut;
  }

  /** All the model wrote. */
  String text() {
    return text.text();
  }
}
