package ai.wikibuilder.models.gate;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.facts.TokenUse;
import ai.wikibuilder.models.ledger.Ledger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.models.wire.ModelCall;
import ai.wikibuilder.models.wire.WireReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one way to a provider. May be shared by threads; made for one build or one question, whose
 * ledger it spends from. The rates of keys outlive it.
 *
 * <p>A call is counted; found among the kept replies, or else reserved in the ledger, given its
 * turn, sent, and settled; tried again where that helps; and in the end, where the model goes on
 * failing in a way that passes, put to the fallback.
 */
public final class Gate implements ChatModel {
  /** How long a model that went on failing is passed over, where there is a fallback. */
  private static final Duration PASSED_OVER = Duration.ofMinutes(1);

  private final Lineup lineup;
  private final Ledger ledger;
  private final ReplyCache cache;
  private final TokenCounter counter;
  private final Timing timing;
  private final Attempts attempts;
  private final Map<String, Instant> passedOverUntil = new ConcurrentHashMap<>();

  public Gate(
      Lineup lineup,
      Ledger ledger,
      ReplyCache cache,
      TokenCounter counter,
      RetryPolicy policy,
      Timing timing) {
    this.lineup = lineup;
    this.ledger = ledger;
    this.cache = cache;
    this.counter = counter;
    this.timing = timing;
    this.attempts = new Attempts(ledger, policy, timing);
  }

  @Override
  public int promptTokensMax(Tier tier, int outputTokensMax) {
    int own = lineup.of(tier).facts().promptTokensMax(outputTokensMax);
    return lineup
        .fallback()
        .map(fallback -> Math.min(own, fallback.facts().promptTokensMax(outputTokensMax)))
        .orElse(own);
  }

  @Override
  public boolean marksPay(Tier tier, double laterReads) {
    return lineup
        .of(tier)
        .facts()
        .prices()
        .map(prices -> prices.keepingPays(laterReads))
        .orElse(laterReads >= 1);
  }

  @Override
  public boolean keepsUnasked(Tier tier) {
    return lineup.of(tier).wire().keepsUnasked();
  }

  @Override
  public ChatReply reply(ChatRequest request, PieceListener pieces) {
    Target target = lineup.of(request.tier());
    Optional<Target> fallback =
        lineup.fallback().filter(other -> !other.model().equals(target.model()));
    boolean passedOver =
        fallback.isPresent()
            && timing
                .clock()
                .instant()
                .isBefore(passedOverUntil.getOrDefault(target.model(), Instant.MIN));
    ToldPieces told = new ToldPieces(pieces);
    if (passedOver) {
      return ask(fallback.get(), request, told);
    }
    try {
      return ask(target, request, told);
    } catch (ModelException e) {
      if (fallback.isEmpty() || !e.kind().isPassing()) {
        throw e;
      }
      passedOverUntil.put(target.model(), timing.clock().instant().plus(PASSED_OVER));
      told.startOver();
      return ask(fallback.get(), request, told);
    }
  }

  private ChatReply ask(Target target, ChatRequest request, ToldPieces pieces) {
    int counted = counter.count(request);
    int sentOutputMax = target.facts().sentOutputMax(request.outputTokensMax());
    int tokensIn = target.facts().ownTokens(counted);
    if ((long) tokensIn + sentOutputMax > target.facts().contextTokens()) {
      throw tooLong(target, tokensIn, sentOutputMax);
    }
    String key = ReplyKey.of(target, request);
    Optional<ChatReply> kept = cache.find(key);
    if (kept.isPresent()) {
      settleKept(target, request);
      pieces.piece(kept.get().text());
      return kept.get();
    }
    Attempts.Order order =
        new Attempts.Order(request.purpose(), request.subject(), target, tokensIn, sentOutputMax);
    Chat chat =
        new Chat(new ModelCall(target.model(), request, sentOutputMax), target, pieces, key);
    Attempts.Outcome<WireReply> outcome = attempts.until(order, chat);
    WireReply wire = outcome.result();
    Usage usage =
        outcome
            .usage(order)
            .orElseGet(
                () -> Attempts.usage(order, new TokenUse(tokensIn, 0, 0, chat.tokensSoFar())));
    return new ChatReply(wire.text(), wire.toolCalls(), wire.stop(), usage, target.model());
  }

  private static ModelException tooLong(Target target, int tokensIn, int tokensOut) {
    return new ModelException(
        Kind.CONTEXT_EXCEEDED,
        "%s takes %,d tokens, reply included; the prompt has up to %,d and the reply %,d. Choose a model with a larger context, or correct what is known of it with model.facts"
            .formatted(target.model(), target.facts().contextTokens(), tokensIn, tokensOut));
  }

  private void settleKept(Target target, ChatRequest request) {
    ledger
        .reserve(Usage.none())
        .settle(
            new LedgerEntry(
                timing.clock().instant(),
                request.purpose(),
                request.subject(),
                target.model(),
                Usage.none(),
                0,
                true,
                Optional.empty()));
  }

  /** One chat, sent as often as it takes. */
  private final class Chat implements Attempts.Call<WireReply> {
    private final ModelCall call;
    private final Target target;
    private final ToldPieces pieces;
    private final String key;

    Chat(ModelCall call, Target target, ToldPieces pieces, String key) {
      this.call = call;
      this.target = target;
      this.pieces = pieces;
      this.key = key;
    }

    /** The reply is kept before the next call has its turn: a kill then costs that one alone. */
    @Override
    public Attempts.Outcome<WireReply> send() {
      WireReply reply = target.wire().chat(call, pieces);
      if (reply.stop() != ChatReply.Stop.LENGTH) {
        cache.keep(
            key,
            new ChatReply(
                reply.text(), reply.toolCalls(), reply.stop(), Usage.none(), target.model()));
      }
      return new Attempts.Outcome<>(reply, reply.use());
    }

    @Override
    public int tokensSoFar() {
      return target.facts().ownTokens(counter.count(pieces.text()));
    }

    @Override
    public void startOver() {
      pieces.startOver();
    }
  }

  /** Remembers what was told, to count it, and to take it back when there was something. */
  private static final class ToldPieces implements PieceListener {
    private final PieceListener listener;
    private final StringBuilder text = new StringBuilder();

    ToldPieces(PieceListener listener) {
      this.listener = listener;
    }

    @Override
    public void piece(String piece) {
      text.append(piece);
      listener.piece(piece);
    }

    @Override
    public void startOver() {
      if (!text.isEmpty()) {
        text.setLength(0);
        listener.startOver();
      }
    }

    String text() {
      return text.toString();
    }
  }

  /**
   * Vectors of texts from the embedding model, in one request.
   *
   * @param texts no more than {@link #embedTextsMax}
   * @param subject what they are for
   * @return as the provider made them, in order
   * @throws ModelException UNAVAILABLE when none is configured, CONTEXT_EXCEEDED when a text is too
   *     long, and otherwise as for replies
   */
  public List<float[]> vectors(List<String> texts, String subject) {
    Target target = embedding();
    int longest = 0;
    int all = 0;
    for (String text : texts) {
      int tokens = target.facts().ownTokens(counter.count(text));
      longest = Math.max(longest, tokens);
      all += tokens;
    }
    if (longest > target.facts().contextTokens()) {
      throw tooLong(target, longest, 0);
    }
    Attempts.Order order = new Attempts.Order(Purpose.EMBEDDING, subject, target, all, 0);
    return attempts
        .until(
            order,
            new Attempts.Call<List<float[]>>() {
              @Override
              public Attempts.Outcome<List<float[]>> send() {
                List<float[]> vectors = target.wire().embed(target.model(), texts);
                return new Attempts.Outcome<>(vectors, Optional.empty());
              }

              @Override
              public int tokensSoFar() {
                return 0;
              }

              @Override
              public void startOver() {}
            })
        .result();
  }

  /** Texts that fit into one request for vectors; 0 when no embedding model is configured. */
  public int embedTextsMax() {
    return lineup.embedding().map(target -> target.wire().embedTextsMax(target.model())).orElse(0);
  }

  /** Tokens, as {@code TokenCounter} counts them, that the embedding model takes of one text. */
  public int embedTokensMax() {
    return embedding().facts().promptTokensMax(0);
  }

  /** The embedding model, as configured; empty when there is none. */
  public Optional<String> embeddingModel() {
    return lineup.embedding().map(Target::model);
  }

  private Target embedding() {
    return lineup
        .embedding()
        .orElseThrow(() ->
            new ModelException(
                Kind.UNAVAILABLE,
                "no embedding model is configured; name one with model.embedding-model"));
  }
}
