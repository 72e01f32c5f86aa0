package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.asking.Asker;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.answers.json.AnswerJson;
import ai.wikibuilder.index.vectors.QuestionModel;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.server.models.HeldModels;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import ai.wikibuilder.server.wikis.MeantWiki;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers questions and keeps them. Threads may share it; a question takes one along. */
public final class Answering {
  /** What the most thorough answer costs of a good model, with room to spare. */
  private static final Amount MOST = new Amount(300_000, 1_000_000);

  private final Wikis wikis;
  private final TenantModels models;
  private final Conversations conversations;
  private final AskedTurns turns;
  private final Clock clock;

  /** Where questions and answers are kept. */
  record Memory(Conversations conversations, AskedTurns turns) {}

  Answering(Wikis wikis, TenantModels models, Memory memory, Clock clock) {
    this.wikis = wikis;
    this.models = models;
    this.conversations = memory.conversations();
    this.turns = memory.turns();
    this.clock = clock;
  }

  /**
   * A question. Immutable.
   *
   * @param tenant whose repository it is
   * @param member who asks; empty for a reader from elsewhere, for whom no model is asked and
   *     nothing is kept
   * @param conversation that it goes on with
   * @param isKept whether it becomes a turn of a conversation
   */
  public record Wish(
      TenantId tenant,
      Optional<UserId> member,
      RepositoryId repository,
      String question,
      boolean thorough,
      Optional<ConversationId> conversation,
      boolean isKept) {}

  /**
   * An answer.
   *
   * @param commit the wiki is of
   * @param conversation that has it; empty where nothing is kept
   */
  public record Outcome(Answered answered, String commit, Optional<ConversationId> conversation) {
    /** For programs. */
    public AnswerJson json() {
      return AnswerJson.of(answered, commit, conversation.map(ConversationId::toString).orElse(""));
    }
  }

  /** As the other, for whoever waits for the whole. */
  public Outcome ask(Wish wish, AskListener listener) {
    return ask(wish, listener, _ -> {});
  }

  /**
   * Answers while the caller waits; interrupting it ends the model's call too. The listener is told
   * on another thread. Where it is kept, the question is in its conversation before anything is
   * looked for, and what was said until then stays there as broken off when it does not come to its
   * end.
   *
   * @param kept told of the conversation that has the question
   * @param listener told of each sentence as soon as it is checked
   * @throws ai.wikibuilder.server.tenants.TenantException NOT_FOUND: the repository, or the
   *     conversation
   * @throws ai.wikibuilder.server.storage.StorageException NOT_BUILT, DAMAGED
   * @throws ai.wikibuilder.server.quota.QuotaException when the plan allows no model any more
   * @throws ai.wikibuilder.models.ModelException CANCELLED
   */
  public Outcome ask(Wish wish, AskListener listener, Consumer<ConversationId> kept) {
    return AskThread.run(() -> answer(wish, listener, kept));
  }

  private Outcome answer(Wish wish, AskListener listener, Consumer<ConversationId> kept) {
    Conversation before =
        wish.member()
            .flatMap(
                user -> wish.conversation().map(id -> conversations.find(wish.tenant(), user, id)))
            .map(found -> about(wish.repository(), found))
            .orElseGet(Conversation::begin);
    try (ReadWiki wiki = wikis.open(wish.tenant(), wish.repository());
        Held held = new Held(models(wish), embedding(wish, wiki));
        MeantWiki meant = wiki.open(held.questions())) {
      Question question =
          new Question(
              wish,
              new AskRequest(wish.question(), wish.thorough(), before),
              new Asker(meant.wiki(), held.models.map(HeldModels::adviser)),
              wiki.commit());
      if (wish.member().isEmpty() || !wish.isKept()) {
        Asker.Result result = question.asker.ask(question.request, listener);
        return new Outcome(result.answered(), question.commit, Optional.empty());
      }
      return kept(question, begun(question, wish.member().get()), listener, kept);
    }
  }

  /** A question with whoever answers it. */
  private record Question(Wish wish, AskRequest request, Asker asker, String commit) {}

  private AskedTurns.Asked begun(Question question, UserId user) {
    Wish wish = question.wish;
    Turn turn =
        new HeardAnswer(AskListener.silent())
            .turn(wish.question(), Turn.ASKED, question.commit, clock.instant());
    return turns.begin(
        new AskedTurns.Asking(wish.tenant(), user, wish.repository(), wish.conversation()), turn);
  }

  private Outcome kept(
      Question question,
      AskedTurns.Asked asked,
      AskListener listener,
      Consumer<ConversationId> kept) {
    HeardAnswer heard = new HeardAnswer(listener);
    try (Heartbeat beat = new Heartbeat(AskedTurns.pause(), () -> turns.renew(asked))) {
      beat.begin();
      kept.accept(asked.conversation());
      Asker.Result result = question.asker.ask(question.request, heard);
      Turn turn = result.turn(question.request, question.commit, clock.instant());
      turns.end(asked, result.before(), turn);
      return new Outcome(result.answered(), question.commit, Optional.of(asked.conversation()));
    } catch (ModelException | UncheckedIOException e) { // nobody waits for the rest
      Turn turn =
          heard.turn(question.wish.question(), Turn.BROKEN_OFF, question.commit, clock.instant());
      turns.end(asked, question.request.before(), turn);
      throw e;
    } catch (RuntimeException e) {
      turns.forget(asked);
      throw e;
    }
  }

  /** Without turns that are open or were broken off: a model is told of what was answered. */
  private static Conversation about(RepositoryId repository, KeptConversation kept) {
    if (!kept.repository().equals(repository)) {
      throw TenantException.notFound();
    }
    Conversation all = kept.conversation();
    return new Conversation(
        all.id(), all.turns().stream().filter(Turn::isOver).toList(), all.summary());
  }

  private Optional<HeldModels> models(Wish wish) {
    return wish.member()
        .flatMap(user -> models.hold(new TenantModels.Work(wish.tenant(), user, "ask", MOST)));
  }

  /** Who answers with a key of one's own has the question's vector from the central model. */
  private Optional<HeldModels> embedding(Wish wish, ReadWiki wiki) {
    if (wish.member().isEmpty()
        || !wiki.hasVectors()
        || models.isEmbedding(wish.tenant(), wish.member().get())) {
      return Optional.empty();
    }
    UserId user = wish.member().get();
    try {
      return models.holdEmbedding(
          new TenantModels.Work(wish.tenant(), user, "embedding", Searching.MOST));
    } catch (QuotaException e) { // the key is their own: it answers by the words alone
      return Optional.empty();
    }
  }

  /** What may be there, closed in any case. */
  private record Held(Optional<HeldModels> models, Optional<HeldModels> embedding)
      implements AutoCloseable {
    Optional<QuestionModel> questions() {
      return embedding.or(() -> models).flatMap(found -> found.vectors().questions());
    }

    @Override
    public void close() {
      embedding.ifPresent(HeldModels::close);
      models.ifPresent(HeldModels::close);
    }
  }
}
