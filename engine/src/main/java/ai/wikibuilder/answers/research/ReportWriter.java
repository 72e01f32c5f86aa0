package ai.wikibuilder.answers.research;

import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.prompts.PromptText;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.checking.CheckedProse;
import ai.wikibuilder.pages.prose.checking.RepairReply;
import ai.wikibuilder.pages.prose.checking.RepairRequest;
import ai.wikibuilder.pages.prose.reading.Prose;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import ai.wikibuilder.pages.prose.reading.ProseText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the report of a research: by the model, or from what the steps learned. Stateless. */
final class ReportWriter {
  private static final Pattern MARK = Pattern.compile("\\[(F?\\d+)]");

  /** Tokens of a mended statement. */
  private static final int REPAIR_TOKENS_PER_STATEMENT = 90;

  private final Assistant assistant;
  private final ProseReader reader = new ProseReader();

  ReportWriter(Assistant assistant) {
    this.assistant = assistant;
  }

  /**
   * A report and what it took.
   *
   * @param leftOut pieces of evidence for which the prompt had no room
   */
  record Written(Report report, Usage usage, int leftOut) {}

  /**
   * Has the model write it; mended once where it does not hold.
   *
   * @return empty when nothing the model wrote holds
   * @throws ModelException when the model does not answer
   */
  Optional<Written> byModel(ResearchRun run) {
    List<EvidencePiece> shown = fitting(run);
    ChatRequest request = request(run, shown);
    ChatReply reply = assistant.model().reply(request);
    Usage usage = reply.usage();
    Prose prose = reader.read(reply.text());
    CheckedProse checked = check(run, prose);
    int repaired = 0;
    Optional<ChatReply> mended = mended(request, reply, checked);
    if (mended.isPresent()) {
      usage = usage.plus(mended.get().usage());
      RepairReply repair = RepairReply.read(mended.get().text(), checked, reader);
      prose = repair.applyTo(prose);
      checked = check(run, prose);
      repaired = repair.heldCount(checked);
    }
    if (checked.verified().isEmpty()) {
      return Optional.empty();
    }
    Report report = new Report(ProseText.of(prose), reply.model(), repaired);
    return Optional.of(new Written(report, usage, run.pieces().size() - shown.size()));
  }

  private CheckedProse check(ResearchRun run, Prose prose) {
    EvidencePack pack = new EvidencePack(run.pieces());
    return assistant
        .checker()
        .check(prose, assistant.checker().session("research", run.language().code(), pack));
  }

  /** Empty when all of it holds, or the model does not answer: what holds stays in any case. */
  private Optional<ChatReply> mended(ChatRequest request, ChatReply reply, CheckedProse checked) {
    Optional<RepairRequest> repair = RepairRequest.of(checked);
    if (repair.isEmpty()) {
      return Optional.empty();
    }
    List<Message> messages = new ArrayList<>(request.messages());
    messages.add(new Message.Assistant(reply.text(), List.of()));
    messages.add(new Message.User(repair.get().text()));
    int tokens = repair.get().statementCount() * REPAIR_TOKENS_PER_STATEMENT;
    try {
      return Optional.of(
          assistant
              .model()
              .reply(
                  new ChatRequest(
                      Purpose.REPAIR,
                      request.subject(),
                      request.tier(),
                      messages,
                      List.of(),
                      Optional.empty(),
                      tokens)));
    } catch (ModelException e) {
      if (e.kind() == ModelException.Kind.CANCELLED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** What was cited first, then the rest, as much as the prompt takes; in its old order. */
  private List<EvidencePiece> fitting(ResearchRun run) {
    Set<String> cited = new LinkedHashSet<>();
    for (Step step : run.steps()) {
      for (String sentence : step.learned()) {
        Matcher mark = MARK.matcher(sentence);
        while (mark.find()) {
          cited.add(mark.group(1));
        }
      }
    }
    int room = assistant.promptTokensMax(assistant.settings().reportTokensMax());
    Set<EvidencePiece> kept = new LinkedHashSet<>();
    for (boolean first : new boolean[] {true, false}) {
      for (EvidencePiece piece : run.pieces()) {
        int cost = assistant.tokens().applyAsInt(piece.shown());
        if (cited.contains(piece.mark()) == first && cost <= room) {
          kept.add(piece);
          room -= cost;
        }
      }
    }
    return run.pieces().stream().filter(kept::contains).toList();
  }

  private ChatRequest request(ResearchRun run, List<EvidencePiece> shown) {
    StringBuilder prompt = new StringBuilder();
    prompt.append("LANGUAGE ").append(run.language().englishName());
    prompt.append("\nQUESTION\n").append(run.question()).append("\n\nLEARNED\n");
    for (Step step : run.steps()) {
      prompt.append(step.question()).append('\n');
      step.learned().forEach(one -> prompt.append("- ").append(one).append('\n'));
    }
    prompt.append("\nEVIDENCE\n");
    shown.forEach(piece -> prompt.append(piece.shown()));
    return assistant.request(
        run.question(),
        PromptText.of(ReportWriter.class, "report.txt"),
        prompt.toString(),
        Assistant.Form.text(assistant.settings().reportTokensMax()));
  }

  /** Puts it together from what was learned; needs no model. */
  static Report learned(ResearchRun run) {
    StringBuilder text = new StringBuilder();
    for (Step step : run.steps()) {
      if (!step.learned().isEmpty()) {
        text.append("## ").append(step.question().replace('\n', ' ')).append("\n\n");
        text.append(String.join(" ", step.learned())).append("\n\n");
      }
    }
    return new Report(text.toString(), "", 0);
  }
}
