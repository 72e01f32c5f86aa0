package ai.wikibuilder.answers.research;

import ai.wikibuilder.answers.evidence.EvidenceTray;
import ai.wikibuilder.answers.evidence.Gatherer;
import ai.wikibuilder.answers.exploration.Exploration;
import ai.wikibuilder.answers.exploration.Hearing;
import ai.wikibuilder.answers.exploration.ToolResult;
import ai.wikibuilder.answers.exploration.Toolbox;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.prompts.PromptText;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.prose.EvidencePiece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks into one sub-question: new places first, then what the model asks for. One step. */
final class StepRunner {
  /** Places searched among for such as are new. */
  private static final int HIT_COUNT = 30;

  /** New places a step begins with. */
  private static final int PLACE_COUNT = 6;

  /** Pieces shown before that are named again. */
  private static final int KNOWN_COUNT_MAX = 60;

  /** Sentences learned before that are told again, the newest. */
  private static final int LEARNED_COUNT_MAX = 30;

  /** What a trail says of a step that only its own search served. */
  static final String NO_TOOLS = "the model takes no tools, so it was given what the search found";

  private final Assistant assistant;
  private final EvidenceTray tray;
  private final ResearchListener listener;
  private final List<String> looked = new ArrayList<>();
  private Usage usage = Usage.none();

  StepRunner(Assistant assistant, EvidenceTray tray, ResearchListener listener) {
    this.assistant = assistant;
    this.tray = tray;
    this.listener = listener;
  }

  /** How it ended. */
  record Outcome(StepNotes notes, List<String> looked, int found, Usage usage) {}

  /** Puts new places for a sub-question on the tray; how many. */
  int search(SubQuestion question) {
    int before = tray.size();
    List<SearchHit> fresh = new ArrayList<>();
    for (SearchHit hit : assistant.wiki().search().words(question.searched(), HIT_COUNT)) {
      Evidence place = new Evidence(hit.path(), hit.startLine(), hit.endLine());
      if (fresh.size() < PLACE_COUNT && tray.showing(place).isEmpty()) {
        fresh.add(hit);
      }
    }
    Gatherer gatherer = new Gatherer(assistant.wiki(), tray, assistant.symbols());
    tray.allow(assistant.settings().stepTokensMax());
    gatherer.gather(fresh, List.of());
    look("searched “%s”".formatted(question.searched()), tray.size() - before);
    int searched = tray.size();
    tray.allow(assistant.settings().stepTokensMax());
    gatherer.path(question.text(), assistant.wiki().maps().get().map(question.text()));
    if (tray.size() > searched) {
      look("followed the calls", tray.size() - searched);
    }
    tray.allowAll();
    return tray.size() - before;
  }

  private void look(String what, int found) {
    looked.add("%s: %d new".formatted(what, found));
    listener.looked(what, found);
  }

  /**
   * Has the model look further and write down what it learned.
   *
   * @param before pieces that were there before the step
   * @throws ModelException when the model does not answer
   */
  Outcome run(ResearchRun run, SubQuestion question, int before) {
    ChatReply reply = explored(run, question, before).orElseGet(() -> told(run, question, before));
    StepNotes notes =
        StepNotes.read(
            reply.text(),
            assistant.checker().session("research", run.language().code(), tray.pack()));
    return new Outcome(notes, looked, tray.size() - before, usage);
  }

  /** Empty when the model takes no tools, or went on looking until it was stopped. */
  private Optional<ChatReply> explored(ResearchRun run, SubQuestion question, int before) {
    Exploration exploration =
        new Exploration(
            assistant.model(),
            new Toolbox(assistant.wiki(), tray, assistant.symbols()),
            assistant.tokens(),
            assistant.settings().toolRoundsMax());
    try {
      Exploration.Outcome outcome =
          exploration.explore(
              request(run, question, before, true),
              Hearing::silent,
              (ToolResult result) -> look(result.looked(), result.found().size()));
      usage = usage.plus(outcome.usage());
      return outcome.reply();
    } catch (ModelException e) {
      if (e.kind() != ModelException.Kind.FAILED) {
        throw e;
      }
      look(NO_TOOLS, 0);
      return Optional.empty();
    }
  }

  private ChatReply told(ResearchRun run, SubQuestion question, int before) {
    ChatReply reply = assistant.model().reply(request(run, question, before, false));
    usage = usage.plus(reply.usage());
    return reply;
  }

  private ChatRequest request(
      ResearchRun run, SubQuestion question, int before, boolean withTools) {
    StringBuilder prompt = new StringBuilder();
    prompt.append("LANGUAGE ").append(run.language().englishName());
    prompt.append("\nQUESTION OF THE RESEARCH\n").append(run.question());
    prompt.append("\n\nSUB-QUESTION\n").append(question.text()).append('\n');
    List<String> learned = run.steps().stream().flatMap(s -> s.learned().stream()).toList();
    if (!learned.isEmpty()) {
      prompt.append("\nLEARNED BEFORE\n");
      learned
          .subList(Math.max(0, learned.size() - LEARNED_COUNT_MAX), learned.size())
          .forEach(one -> prompt.append("- ").append(one).append('\n'));
    }
    List<EvidencePiece> pieces = tray.since(0);
    if (before > 0) {
      prompt.append("\nSHOWN BEFORE, may be cited\n");
      pieces
          .subList(Math.max(0, before - KNOWN_COUNT_MAX), before)
          .forEach(piece -> {
            String lines = new Evidence(piece.path(), piece.startLine(), piece.endLine()).shown();
            prompt.append('[').append(piece.mark()).append("] ").append(lines).append('\n');
          });
    }
    prompt.append("\nEVIDENCE\n");
    pieces.subList(before, pieces.size()).forEach(piece -> prompt.append(piece.shown()));
    return assistant.request(
        question.text(),
        PromptText.of(StepRunner.class, "step.txt"),
        prompt.toString(),
        new Assistant.Form(
            withTools ? Toolbox.specs() : List.of(),
            Optional.empty(),
            assistant.settings().noteTokensMax()));
  }
}
