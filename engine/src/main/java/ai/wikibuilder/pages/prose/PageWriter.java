package ai.wikibuilder.pages.prose;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.prose.ProseResult.Cause;
import ai.wikibuilder.pages.prose.checking.CheckedProse;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.pages.prose.checking.RepairReply;
import ai.wikibuilder.pages.prose.checking.RepairRequest;
import ai.wikibuilder.pages.prose.packing.EvidenceChange;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes one page: asks a model, checks the answer, lets the model mend once what does not hold,
 * and checks again. May be shared by threads.
 */
final class PageWriter {
  /** Times the words asked for that are still read. */
  private static final int LENGTH_FACTOR_MAX = 3;

  /** Pages with a statement to mend: so many of a hundred were seen with careful models. */
  static final double REPAIR_SHARE = 0.1;

  /** Tokens of a mended statement. */
  static final int REPAIR_TOKENS_PER_STATEMENT = 80;

  /** What separates two turns. */
  private static final int TURN_TOKENS = 4;

  /** A page that keeps less than this of what it said before is not taken. */
  private static final double SHRINK_MIN = 0.5;

  private static final int SUMMARY_LENGTH_MAX = 220;

  private final ChatModel model;
  private final PagePrompts prompts;
  private final PageRoom room;
  private final ProseChecker checker;
  private final PageLanguage language;
  private final ProseReader reader = new ProseReader();

  /** Who is asked, how, and for how much. */
  record Asked(ChatModel model, PagePrompts prompts, PageRoom room) {}

  PageWriter(Asked asked, ProseChecker checker, PageLanguage language) {
    this.model = asked.model();
    this.prompts = asked.prompts();
    this.room = asked.room();
    this.checker = checker;
    this.language = language;
  }

  /** What a page is written from. */
  record Task(
      WritingOrder.Order order, EvidencePack pack, PagePrompts.Surroundings around, String key) {
    String slug() {
      return order.planned().slug();
    }

    /** The same page once more, from what it says already. */
    Task continued(String draft) {
      return new Task(
          order,
          pack,
          new PagePrompts.Surroundings(around.summaries(), around.notes(), draft, ""),
          key);
    }

    /** The same, to be known as this. */
    Task as(String nextKey) {
      return new Task(order, pack, around, nextKey);
    }
  }

  /** The call for a page, for the quote too. */
  ChatRequest request(Task task) {
    WritingOrder.Order order = task.order();
    List<Message> messages =
        prompts.page(order.planned(), task.pack(), order.exhibits(), task.around());
    return request(
        Purpose.PAGE,
        task,
        model.marksPay(Tier.STRONG, REPAIR_SHARE) ? marked(messages) : messages,
        room.outputTokensMax(task.order().planned().kind()));
  }

  /** With the whole prompt kept, for the call that mends the page. */
  private static List<Message> marked(List<Message> messages) {
    List<Message> marked = new ArrayList<>(messages);
    marked.add(new Message.User(marked.removeLast().text(), true));
    return marked;
  }

  /** Whether the provider keeps beginnings of prompts without being told. */
  boolean isKeptUnasked() {
    return model.keepsUnasked(Tier.STRONG);
  }

  private static ChatRequest request(
      Purpose purpose, Task task, List<Message> messages, int outputTokensMax) {
    return new ChatRequest(
        purpose, task.slug(), Tier.STRONG, messages, List.of(), Optional.empty(), outputTokensMax);
  }

  /** Tokens a page is expected to have. */
  int outputTokensExpected(WritingOrder.Order order) {
    return room.outputTokensExpected(order.planned().kind());
  }

  /**
   * Writes a page.
   *
   * @throws ai.wikibuilder.models.ModelException when the model gives no page
   */
  PageOutcome write(Task task, Optional<WrittenText> earlier) {
    ChatRequest request = request(task);
    ChatReply reply = model.reply(request);
    ProseDraft draft = draft(reply.text(), task);
    Optional<PageOutcome> useless = useless(draft, text(task, draft, reply.model()));
    if (useless.isPresent()) {
      return useless.get();
    }
    CheckedProse checked = checked(draft, task);
    int repaired = 0;
    Optional<RepairReply> repair = repair(task, request, reply, checked);
    if (repair.isPresent()) {
      draft = draft.mended(repair.get());
      checked = checked(draft, task);
      repaired = repair.get().heldCount(checked);
    }
    WrittenText text =
        new WrittenText(
            task.slug(),
            task.key(),
            draft.markdown(),
            reply.model(),
            repaired,
            checked.verifiedWordCount(),
            EvidenceChange.kept(task.pack()));
    return outcome(task, new Checked(draft, checked), text, earlier);
  }

  /**
   * Has the model mend what does not hold. Empty when all holds, or no answer can be had: what was
   * paid for and holds stays in any case.
   */
  private Optional<RepairReply> repair(
      Task task, ChatRequest request, ChatReply reply, CheckedProse checked) {
    Optional<ChatRequest> repair = repairRequest(task, request, reply, checked);
    if (repair.isEmpty()) {
      return Optional.empty();
    }
    try {
      ChatReply mended = model.reply(repair.get());
      return Optional.of(RepairReply.read(mended.text(), checked, reader));
    } catch (ModelException e) {
      if (e.kind() == ModelException.Kind.CANCELLED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Asks for as many statements as the model has room for; empty when all hold, or for none. */
  private Optional<ChatRequest> repairRequest(
      Task task, ChatRequest request, ChatReply reply, CheckedProse checked) {
    int countMax = checked.failed().size();
    while (countMax > 0) {
      RepairRequest repair = RepairRequest.of(checked, countMax).orElseThrow();
      List<Message> messages = new ArrayList<>(request.messages());
      messages.add(new Message.Assistant(reply.text(), List.of()));
      messages.add(new Message.User(repair.text()));
      int answer = repair.statementCount() * REPAIR_TOKENS_PER_STATEMENT;
      int answerMax = (int) (answer * language.tokensPerToken());
      int used = messages.stream().mapToInt(one -> room.tokens(one.text()) + TURN_TOKENS).sum();
      if (used <= model.promptTokensMax(Tier.STRONG, answerMax)) {
        return Optional.of(request(Purpose.REPAIR, task, messages, answerMax));
      }
      countMax = repair.statementCount() / 2;
    }
    return Optional.empty();
  }

  /** Why nothing can come of a draft; empty when something can. */
  private Optional<PageOutcome> useless(ProseDraft draft, WrittenText text) {
    if (draft.statements().isEmpty()) {
      return Optional.of(
          new PageOutcome.Degraded(Cause.EMPTY, "the model's answer has no text", text));
    }
    return language.isNotOf(draft.ownWords())
        ? Optional.of(
            new PageOutcome.Degraded(
                Cause.LANGUAGE, "the model did not write in " + language.englishName(), text))
        : Optional.empty();
  }

  private static WrittenText text(Task task, ProseDraft draft, String model) {
    return new WrittenText(
        task.slug(), task.key(), draft.markdown(), model, 0, 0, EvidenceChange.kept(task.pack()));
  }

  /** A page whose material did not change since it was written: no call, all checks. */
  PageOutcome again(Task task, WrittenText text) {
    ProseDraft draft = draft(text.text(), task);
    return useless(draft, text)
        .orElseGet(
            () -> outcome(task, new Checked(draft, checked(draft, task)), text, Optional.empty()));
  }

  private ProseDraft draft(String markdown, Task task) {
    int wordsMax = PagePrompts.Length.of(task.order().planned().kind()).wordsMax();
    return ProseDraft.read(markdown, Exhibits.of(task.order().composed()), reader)
        .shortened(wordsMax * LENGTH_FACTOR_MAX);
  }

  private CheckedProse checked(ProseDraft draft, Task task) {
    return draft.check(checker, checker.session(task.slug(), language.code(), task.pack()));
  }

  /** A draft and what was found of it. */
  private record Checked(ProseDraft draft, CheckedProse prose) {}

  private static PageOutcome outcome(
      Task task, Checked result, WrittenText text, Optional<WrittenText> earlier) {
    CheckedProse checked = result.prose();
    if (checked.givesWay()) {
      return new PageOutcome.Degraded(
          Cause.CHECK,
          "only %d words of the model's text could be verified"
              .formatted(checked.verifiedWordCount()),
          text);
    }
    boolean shrunk =
        earlier.isPresent()
            && checked.verifiedWordCount() < earlier.get().verifiedWordCount() * SHRINK_MIN;
    if (shrunk) {
      return new PageOutcome.Degraded(
          Cause.SHRUNK, "the model's new text says less than half of the earlier one", text);
    }
    Page composed = task.order().composed();
    List<Page.Section> sections = new ArrayList<>(checked.sections());
    sections.addAll(result.draft().otherExhibits());
    String summary = summary(checked).orElse(composed.summary());
    return new PageOutcome.Written(
        new Page(
            composed.slug(),
            composed.title(),
            composed.parent(),
            summary,
            sections,
            Optional.of(checked.checking(text.repairedCount()))),
        summary,
        text);
  }

  private static Optional<String> summary(CheckedProse checked) {
    return checked.verified().stream()
        .map(verdict -> Texts.plain(verdict.sentence()).strip())
        .filter(text -> text.length() <= SUMMARY_LENGTH_MAX)
        .findFirst();
  }
}
