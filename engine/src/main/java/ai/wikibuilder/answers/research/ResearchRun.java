package ai.wikibuilder.answers.research;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.PageLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A research as far as it has come: what it needs to go on, or to be read. Immutable.
 *
 * @param id lower-case letters and digits; also the end of its page's slug
 * @param commit of the snapshot it looks into; empty where that has none
 * @param snapshot id of the tree it looks into
 * @param open sub-questions that are still to be looked into, in order
 * @param unfound sub-questions to which a search found nothing
 * @param pieces all evidence so far, in the order it was numbered
 * @param report what the page says; empty while it is not written
 */
public record ResearchRun(
    String id,
    String question,
    PageLanguage language,
    String commit,
    String snapshot,
    State state,
    List<SubQuestion> open,
    List<String> unfound,
    List<Step> steps,
    List<EvidencePiece> pieces,
    Usage usage,
    Optional<Report> report) {

  /** Where it stands. */
  public enum State {
    /** Under way, or interrupted: it can be gone on with. */
    RUNNING,
    DONE,
    /** The budget ended it; the report has what was learned until then. */
    CAPPED,
    /** The model failed; the report has what was learned until then. */
    FAILED,
    /** The repository says nothing to it. */
    NOT_FOUND
  }

  public ResearchRun {
    open = List.copyOf(open);
    unfound = List.copyOf(unfound);
    steps = List.copyOf(steps);
    pieces = List.copyOf(pieces);
  }

  /**
   * One that has not begun.
   *
   * @param snapshot id of the tree the wiki is of
   */
  public static ResearchRun begin(String id, String question, OpenWiki wiki, String snapshot) {
    return new ResearchRun(
        id,
        question,
        PageLanguage.guess(question),
        wiki.commit(),
        snapshot,
        State.RUNNING,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Usage.none(),
        Optional.empty());
  }

  /** Whether there is more to do. */
  public boolean isRunning() {
    return state == State.RUNNING;
  }

  /** The same with other sub-questions to come. */
  ResearchRun planned(List<SubQuestion> next) {
    return new ResearchRun(
        id, question, language, commit, snapshot, state, next, unfound, steps, pieces, usage,
        report);
  }

  /** The same after a search in vain. */
  ResearchRun withoutTrace(String of) {
    List<String> more = new ArrayList<>(unfound);
    more.add(of);
    return new ResearchRun(
        id, question, language, commit, snapshot, state, open, more, steps, pieces, usage, report);
  }

  /** The same after one more step. */
  ResearchRun stepped(Step step, List<EvidencePiece> all) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new ResearchRun(
        id, question, language, commit, snapshot, state, open, unfound, more, all, usage, report);
  }

  /** The same with more spent. */
  ResearchRun spent(Usage more) {
    return new ResearchRun(
        id,
        question,
        language,
        commit,
        snapshot,
        state,
        open,
        unfound,
        steps,
        pieces,
        usage.plus(more),
        report);
  }

  /** The same at its end. */
  ResearchRun ended(State end, Optional<Report> written) {
    return new ResearchRun(
        id, question, language, commit, snapshot, end, open, unfound, steps, pieces, usage,
        written);
  }

  /** Everything that was looked for in vain, each once, and that no later step has learned. */
  public List<String> missing() {
    InVain all = new InVain();
    for (Step step : steps) {
      all.learned(step.learned());
      step.missing().forEach(all::add);
    }
    unfound.forEach(all::add);
    return all.left();
  }

  /** Whether anything was learned. */
  boolean isAnythingLearned() {
    return steps.stream().anyMatch(step -> !step.learned().isEmpty());
  }
}
