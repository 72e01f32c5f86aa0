package ai.wikibuilder.answers.research;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.evidence.EvidenceTray;
import ai.wikibuilder.answers.research.ResearchRun.State;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Researches questions in one wiki: plans sub-questions, looks into one after the other, each with
 * evidence that is new, and reports. One research at a time.
 *
 * <p>A research ends when the plan and what came up on the way is done, when a step brings nothing
 * new, when the steps or the budget are used up, or when the model fails; in each case what was
 * learned is reported. After each step the run is handed out to be kept, and it goes on from there.
 */
public final class Researcher {
  /** Sub-questions waiting at most: a model that always has more would never end. */
  private static final int OPEN_COUNT_MAX = 12;

  private final Assistant assistant;
  private final Consumer<ResearchRun> keep;

  /**
   * @param keep keeps the run as it is after each step
   */
  public Researcher(
      OpenWiki wiki, Adviser adviser, ResearchSettings settings, Consumer<ResearchRun> keep) {
    this.assistant = Assistant.of(wiki, adviser, settings);
    this.keep = keep;
  }

  /**
   * Begins a run, or goes on with one, to its end.
   *
   * @throws ModelException CANCELLED, and nothing else; the run as it was kept last can be gone on
   *     with
   */
  public ResearchRun research(ResearchRun run, ResearchListener listener) {
    return new Session(run, listener).research();
  }

  /** One research under way. */
  private final class Session {
    private final ResearchListener listener;
    private final EvidenceTray tray;
    private ResearchRun run;

    Session(ResearchRun run, ResearchListener listener) {
      this.run = run;
      this.listener = listener;
      this.tray =
          EvidenceTray.holding(
              run.pieces(), assistant.tokens(), assistant.settings().evidenceTokensMax());
    }

    ResearchRun research() {
      try {
        if (run.steps().isEmpty() && run.open().isEmpty()) {
          plan();
        }
        listener.planned(run.open().stream().map(SubQuestion::text).toList());
        boolean barren = false;
        while (!barren && goesOn()) {
          barren = !step(run.open().getFirst());
        }
        report();
      } catch (ModelException e) {
        if (e.kind() == Kind.CANCELLED) {
          throw e;
        }
        breakOff(e);
      }
      keep();
      return run;
    }

    private boolean goesOn() {
      return !run.open().isEmpty() && run.steps().size() < assistant.settings().stepsMax();
    }

    private void keep() {
      keep.accept(run);
      listener.stepped(run);
    }

    private void plan() {
      EvidenceTray glance =
          new EvidenceTray(assistant.tokens(), assistant.settings().stepTokensMax());
      StepRunner first = new StepRunner(assistant, glance, ResearchListener.silent());
      first.search(new SubQuestion(run.question(), ""));
      ResearchPlan.Made made = ResearchPlan.plan(run, glance.since(0), assistant);
      List<SubQuestion> questions = made.questions();
      run = run.planned(questions).spent(made.reply().usage());
      keep.accept(run);
    }

    /** Looks into the next sub-question; whether it brought anything new. */
    private boolean step(SubQuestion question) {
      List<SubQuestion> rest = new ArrayList<>(run.open().subList(1, run.open().size()));
      listener.began(question.text());
      StepRunner runner = new StepRunner(assistant, tray, listener);
      int before = tray.size();
      if (runner.search(question) == 0 && tray.isEmpty()) {
        run = run.planned(rest).withoutTrace(question.text());
        keep();
        return true;
      }
      StepRunner.Outcome outcome = runner.run(run, question, before);
      StepNotes notes = outcome.notes();
      notes.learned().forEach(listener::learned);
      notes.next().stream()
          .filter(next -> !isAsked(next, question, rest) && rest.size() < OPEN_COUNT_MAX)
          .forEach(rest::add);
      ResearchRun spent = run.spent(outcome.usage()).planned(rest);
      Step step =
          new Step(
              question.text(),
              outcome.looked(),
              outcome.found(),
              notes.learned(),
              notes.missing(),
              spent.usage().tokens());
      run = spent.stepped(step, tray.since(0));
      keep();
      return outcome.found() > 0;
    }

    /** Whether a sub-question was asked, is asked now or waits. */
    private boolean isAsked(SubQuestion next, SubQuestion now, List<SubQuestion> rest) {
      return next.text().equalsIgnoreCase(now.text())
          || rest.stream().anyMatch(one -> one.text().equalsIgnoreCase(next.text()))
          || run.steps().stream().anyMatch(one -> one.question().equalsIgnoreCase(next.text()));
    }

    private void report() {
      if (!run.isAnythingLearned()) {
        run = run.ended(State.NOT_FOUND, Optional.empty());
        return;
      }
      listener.writing();
      Optional<ReportWriter.Written> written = new ReportWriter(assistant).byModel(run);
      run = written.map(one -> run.spent(one.usage())).orElse(run);
      run =
          run.ended(
              State.DONE,
              Optional.of(
                  written
                      .map(ReportWriter.Written::report)
                      .orElseGet(() -> ReportWriter.learned(run))));
    }

    private void breakOff(ModelException e) {
      State state = e.kind() == Kind.OVER_BUDGET ? State.CAPPED : State.FAILED;
      run =
          run.ended(
              state,
              run.isAnythingLearned() ? Optional.of(ReportWriter.learned(run)) : Optional.empty());
    }
  }
}
