package ai.wikibuilder.answers.asking;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.Question;
import ai.wikibuilder.answers.SubjectChoice;
import ai.wikibuilder.answers.Wish;
import ai.wikibuilder.answers.asking.Answered.State;
import ai.wikibuilder.answers.evidence.EvidenceTray;
import ai.wikibuilder.answers.evidence.Gatherer;
import ai.wikibuilder.answers.evidence.SymbolText;
import ai.wikibuilder.answers.exploration.Exploration;
import ai.wikibuilder.answers.exploration.Toolbox;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.ToolSpec;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.pages.prose.checking.RepairReply;
import ai.wikibuilder.pages.prose.checking.RepairRequest;
import ai.wikibuilder.pages.prose.checking.Verdict;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has a model answer one question: from what was found, or thoroughly, with tools. */
final class ModelAnswer {
  /** Tokens of instructions, question and frames beside history and evidence. */
  private static final int FRAME_TOKENS = 1_500;

  /** A prompt with less evidence than this answers nothing. */
  private static final int EVIDENCE_TOKENS_MIN = 600;

  /** Tokens of a mended statement. */
  private static final int REPAIR_TOKENS_PER_STATEMENT = 90;

  /** Places shown to the model. */
  private static final int PLACE_COUNT_MAX = 12;

  private final Inquiry inquiry;
  private final OpenWiki wiki;
  private final Adviser adviser;
  private final ChatModel model;
  private final SymbolText symbols;
  private final ProseChecker checker;
  private final History.Fitted history;
  private final EvidenceTray tray;

  /**
   * Gathers what the model answers from.
   *
   * @throws ModelException CONTEXT_EXCEEDED when the model's window has no room for evidence
   */
  ModelAnswer(Inquiry inquiry, Adviser adviser) {
    this.inquiry = inquiry;
    this.wiki = inquiry.wiki();
    this.adviser = adviser;
    this.model = adviser.model();
    this.symbols = new SymbolText(wiki);
    this.checker = new ProseChecker(symbols.names(), wiki.texts());
    this.history =
        new History(model, adviser.tokens(), adviser.settings().historyTokensMax())
            .fit(inquiry.before());
    inquiry.before(history.conversation());
    inquiry.spend(history.usage());
    this.tray = new EvidenceTray(adviser.tokens(), evidenceTokensMax());
  }

  private int evidenceTokensMax() {
    AskSettings settings = adviser.settings();
    int used = FRAME_TOKENS + adviser.tokens().applyAsInt(inquiry.request().text());
    for (Message message : history.messages()) {
      used += adviser.tokens().applyAsInt(message.text());
    }
    int room = model.promptTokensMax(Tier.STRONG, settings.outputTokensMax()) - used;
    if (room < EVIDENCE_TOKENS_MIN) {
      throw new ModelException(
          Kind.CONTEXT_EXCEEDED,
          "expected a model that takes a prompt of at least %,d tokens, the configured one leaves %,d for evidence; configure a larger one"
              .formatted(used + EVIDENCE_TOKENS_MIN, Math.max(0, room)));
    }
    boolean thorough = inquiry.request().thorough();
    return Math.min(thorough ? settings.exploredTokensMax() : settings.evidenceTokensMax(), room);
  }

  /**
   * Answers.
   *
   * @throws ModelException when the model does not
   */
  Asker.Result answer() {
    Gatherer gatherer = new Gatherer(wiki, tray, symbols);
    gatherer.gather(places(), inquiry.reading().words());
    if (inquiry.request().thorough()) {
      String question = inquiry.reading().standalone();
      gatherer.path(question, wiki.maps().get().map(question));
    }
    Optional<ChatReply> own = inquiry.request().thorough() ? thoroughly() : Optional.empty();
    ChatReply reply = own.orElseGet(this::once);
    inquiry.last().ifPresent(stream -> mend(stream, reply));
    return ended(reply);
  }

  /** The program before what stands beside it, and nothing that is there by chance. */
  private List<SearchHit> places() {
    QuestionReading reading = inquiry.reading();
    Question question =
        new Question(reading.words(), reading.isTranslated(), reading.language().code());
    List<SearchHit> places =
        new SubjectChoice(question, Wish.of(reading.standalone()), wiki)
            .places(inquiry.hits(), question.telling(wiki.title()));
    return places.subList(0, Math.min(PLACE_COUNT_MAX, places.size()));
  }

  /**
   * Has the model mend, once, what does not hold. When no answer can be had to that, what was shown
   * stays as it is.
   */
  private void mend(AnswerStream stream, ChatReply reply) {
    List<Verdict.Failed> failed = stream.mendable();
    Optional<RepairRequest> repair =
        stream.isNotFound() ? Optional.empty() : RepairRequest.of("answer", failed);
    if (repair.isEmpty()) {
      return;
    }
    ChatRequest first = request(List.of());
    List<Message> messages = new ArrayList<>(first.messages());
    messages.add(new Message.Assistant(reply.text(), List.of()));
    messages.add(new Message.User(repair.get().text()));
    try {
      ChatReply mended =
          model.reply(
              new ChatRequest(
                  Purpose.REPAIR,
                  first.subject(),
                  first.tier(),
                  messages,
                  List.of(),
                  Optional.empty(),
                  repair.get().statementCount() * REPAIR_TOKENS_PER_STATEMENT));
      inquiry.spend(mended.usage());
      stream.mend(RepairReply.read(mended.text(), failed, new ProseReader()));
    } catch (ModelException e) {
      if (e.kind() == Kind.CANCELLED) {
        throw e;
      }
    }
  }

  private ChatReply once() {
    AnswerStream stream = stream();
    ChatReply reply = model.reply(request(List.of()), stream);
    inquiry.spend(reply.usage());
    stream.finish();
    return reply;
  }

  /** Empty when the model did not come to an end by itself, or takes no tools. */
  private Optional<ChatReply> thoroughly() {
    Exploration exploration =
        new Exploration(
            model,
            new Toolbox(wiki, tray, symbols),
            adviser.tokens(),
            adviser.settings().toolRoundsMax());
    try {
      Exploration.Outcome outcome =
          exploration.explore(
              request(Toolbox.specs()), this::stream, result -> inquiry.look(result.looked()));
      inquiry.spend(outcome.usage());
      return outcome.reply();
    } catch (ModelException e) {
      if (e.kind() != Kind.FAILED || inquiry.hasLooked()) {
        throw e;
      }
      inquiry.note("ask.notools");
      return Optional.empty();
    }
  }

  private AnswerStream stream() {
    String language = inquiry.reading().language().code();
    return inquiry.stream(() -> checker.session("answer", language, tray.pack()));
  }

  private ChatRequest request(List<ToolSpec> tools) {
    Prompts.Asked asked =
        new Prompts.Asked(
            wiki.title(), inquiry.request().text(), inquiry.reading().language(), tray.pack());
    return new ChatRequest(
        Purpose.ANSWER,
        inquiry.request().question(),
        Tier.STRONG,
        Prompts.answer(asked, history.messages(), !tools.isEmpty()),
        tools,
        Optional.empty(),
        adviser.settings().outputTokensMax());
  }

  private Asker.Result ended(ChatReply reply) {
    if (!tray.leftOut().isEmpty()) {
      inquiry.note("ask.leftout", tray.leftOut().size());
    }
    if (!inquiry.isAnyVerified()) {
      if (inquiry.isNotFound()) {
        inquiry.withdraw("the model says that nothing answers it");
        return inquiry.result(State.NOT_FOUND, Optional.empty(), Optional.of(reply.model()));
      }
      inquiry.withdraw("nothing of the answer could be verified");
      inquiry.note("ask.unverified");
      return inquiry.composed(Optional.empty());
    }
    if (reply.stop() == ChatReply.Stop.LENGTH) {
      inquiry.note("ask.length");
    }
    if (inquiry.reading().language().isNotOf(reply.text())) {
      inquiry.note("ask.language", inquiry.reading().language().englishName());
    }
    return inquiry.result(State.ANSWERED, Optional.empty(), Optional.of(reply.model()));
  }
}
