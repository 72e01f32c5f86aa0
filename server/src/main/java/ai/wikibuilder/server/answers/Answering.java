package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.asking.Asker;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.answers.json.AnswerJson;
import ai.wikibuilder.server.models.HeldModels;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import java.time.Clock;
import java.util.Optional;

/** Answers questions and keeps them. Threads may share it; a question takes its thread along. */
public final class Answering {
  /** What the most thorough answer costs of a good model, with room to spare. */
  private static final Amount MOST = new Amount(300_000, 1_000_000);

  private final Wikis wikis;
  private final TenantModels models;
  private final Conversations conversations;
  private final Clock clock;

  Answering(Wikis wikis, TenantModels models, Conversations conversations, Clock clock) {
    this.wikis = wikis;
    this.models = models;
    this.conversations = conversations;
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

  /**
   * Answers on this thread; interrupting it ends the model's call too.
   *
   * @param listener told of each sentence as soon as it is checked
   * @throws ai.wikibuilder.server.tenants.TenantException NOT_FOUND: the repository, or the
   *     conversation
   * @throws ai.wikibuilder.server.storage.StorageException NOT_BUILT, DAMAGED
   * @throws ai.wikibuilder.server.quota.QuotaException when the plan allows no model any more
   * @throws ai.wikibuilder.models.ModelException CANCELLED
   */
  public Outcome ask(Wish wish, AskListener listener) {
    Conversation before =
        wish.member()
            .flatMap(
                user -> wish.conversation().map(id -> conversations.find(wish.tenant(), user, id)))
            .map(kept -> about(wish.repository(), kept))
            .orElseGet(Conversation::begin);
    try (ReadWiki wiki = wikis.open(wish.tenant(), wish.repository());
        Held held = new Held(models(wish))) {
      AskRequest request = new AskRequest(wish.question(), wish.thorough(), before);
      Asker asker = new Asker(wiki.open(), held.models.map(HeldModels::adviser));
      Asker.Result result = asker.ask(request, listener);
      Optional<ConversationId> id =
          wish.member()
              .filter(_ -> wish.isKept())
              .map(user ->
                  kept(wish, user, result, result.turn(request, wiki.commit(), clock.instant())));
      return new Outcome(result.answered(), wiki.commit(), id);
    }
  }

  private static Conversation about(RepositoryId repository, KeptConversation kept) {
    if (!kept.repository().equals(repository)) {
      throw TenantException.notFound();
    }
    return kept.conversation();
  }

  private Optional<HeldModels> models(Wish wish) {
    return wish.member()
        .flatMap(user -> models.hold(new TenantModels.Work(wish.tenant(), user, "ask", MOST)));
  }

  /** What may be there, closed in any case. */
  private record Held(Optional<HeldModels> models) implements AutoCloseable {
    @Override
    public void close() {
      models.ifPresent(HeldModels::close);
    }
  }

  private ConversationId kept(Wish wish, UserId user, Asker.Result result, Turn turn) {
    if (wish.conversation().isPresent()) {
      ConversationId id = wish.conversation().get();
      conversations.goOn(wish.tenant(), id, result.before(), turn);
      return id;
    }
    return conversations.begin(wish.tenant(), user, wish.repository(), turn);
  }
}
