package ai.wikibuilder.models.gate;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.facts.TokenUse;
import ai.wikibuilder.models.ledger.Ledger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends one call, and sends it again as the policy says. Each try reserves before and settles
 * after, whatever becomes of it. May be shared by threads.
 */
final class Attempts {
  private final Ledger ledger;
  private final RetryPolicy policy;
  private final Timing timing;

  Attempts(Ledger ledger, RetryPolicy policy, Timing timing) {
    this.ledger = ledger;
    this.policy = policy;
    this.timing = timing;
  }

  /**
   * What is sent, and what it may use. Immutable.
   *
   * @param tokensIn of the prompt, in the model's own tokens
   * @param tokensOut longest reply, thoughts included
   */
  record Order(Purpose purpose, String subject, Target target, int tokensIn, int tokensOut) {
    Usage most() {
      return new Usage(
          tokensIn,
          0,
          tokensOut,
          target.facts().prices().map(prices -> prices.most(tokensIn, tokensOut)));
    }
  }

  /** What one try brought. */
  record Outcome<T>(T result, Optional<TokenUse> use) {
    /** The usage as the ledger has it, where the provider told it. */
    Optional<Usage> usage(Order order) {
      return use.map(told -> Attempts.usage(order, told));
    }
  }

  /** One call of a provider, to be tried perhaps several times. */
  interface Call<T> {
    /** Sends it once. */
    Outcome<T> send();

    /** Tokens that came before it failed, in the model's own. */
    int tokensSoFar();

    /** It will be sent again: what came so far is void. */
    void startOver();
  }

  /**
   * Sends until there is a result.
   *
   * @throws ModelException the last failure, or OVER_BUDGET when the next try would be too much
   */
  <T> Outcome<T> until(Order order, Call<T> call) {
    for (int tries = 1; ; tries++) {
      try {
        return once(order, call);
      } catch (ModelException e) {
        Duration delay = policy.delay(e, tries, timing.random()).orElseThrow(() -> e);
        e.retryAfter().ifPresent(order.target.rate()::holdOff);
        sleep(delay);
        call.startOver();
      }
    }
  }

  private <T> Outcome<T> once(Order order, Call<T> call) {
    order.target.wire().checkKey(); // what cannot be sent is no call
    Ledger.Reservation reservation = ledger.reserve(order.most());
    long started = timing.clock().millis();
    // Whatever else ends the try, a listener that fails or memory that runs out, was paid for.
    Optional<Kind> failure = Optional.of(Kind.FAILED);
    TokenUse used = nothing();
    try (KeyRate.Turn _ = turn(order)) {
      started = timing.clock().millis();
      used = guessed(order, call);
      Outcome<T> outcome = call.send();
      failure = Optional.empty();
      used = outcome.use().orElseGet(() -> guessed(order, call));
      return outcome;
    } catch (ModelException e) {
      failure = Optional.of(e.kind());
      used = used.in() == 0 ? used : charged(e.kind(), order, call);
      throw e;
    } finally {
      reservation.settle(entry(order, usage(order, used), started, failure));
    }
  }

  private KeyRate.Turn turn(Order order) {
    try {
      return order.target.rate().await(order.tokensIn + order.tokensOut);
    } catch (InterruptedException e) {
      throw cancelled(e);
    }
  }

  private void sleep(Duration delay) {
    try {
      timing.sleeper().sleep(delay);
    } catch (InterruptedException e) {
      throw cancelled(e);
    }
  }

  private static ModelException cancelled(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new ModelException(Kind.CANCELLED, "the call was cancelled while it waited", cause);
  }

  /** A provider charges for what it began to answer, and not for what it turned away. */
  private static TokenUse charged(Kind kind, Order order, Call<?> call) {
    return switch (kind) {
      case SILENT, BROKEN_REPLY, REFUSED, CANCELLED -> guessed(order, call);
      case OVERLOADED -> call.tokensSoFar() > 0 ? guessed(order, call) : nothing();
      case UNAVAILABLE,
          FAILED,
          KEY_MISSING,
          KEY_REFUSED,
          MODEL_UNKNOWN,
          CONTEXT_EXCEEDED,
          RATE_LIMITED,
          OVER_BUDGET ->
          nothing();
    };
  }

  private static TokenUse nothing() {
    return new TokenUse(0, 0, 0, 0);
  }

  private static TokenUse guessed(Order order, Call<?> call) {
    return new TokenUse(order.tokensIn, 0, 0, call.tokensSoFar());
  }

  /** The usage of a call, as the ledger has it. */
  static Usage usage(Order order, TokenUse use) {
    return new Usage(
        use.in(),
        use.cached(),
        use.written(),
        use.out(),
        order.target.facts().prices().map(prices -> prices.of(use)));
  }

  private LedgerEntry entry(Order order, Usage usage, long started, Optional<Kind> failure) {
    return new LedgerEntry(
        timing.clock().instant(),
        order.purpose,
        order.subject,
        order.target.model(),
        usage,
        timing.clock().millis() - started,
        false,
        failure);
  }
}
