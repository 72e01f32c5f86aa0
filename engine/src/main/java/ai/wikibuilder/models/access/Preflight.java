package ai.wikibuilder.models.access;

import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.facts.ModelCatalogue;
import ai.wikibuilder.models.facts.ModelFacts;
import ai.wikibuilder.models.facts.PromptSize;
import ai.wikibuilder.models.gate.Gate;
import ai.wikibuilder.models.gate.Lineup;
import ai.wikibuilder.models.gate.Target;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks before any work whether the models would answer: whether the address may be and can be
 * reached, the key is taken, the model exists, its context holds the smallest prompt there is, and
 * its vectors have the length that is expected. For one thread.
 */
public final class Preflight {
  /** Longest reply to the question that is asked; one word is enough. */
  private static final int REPLY_TOKENS = 16;

  private static final String EMBEDDING = "embedding";
  private static final String FALLBACK = "fallback";

  private final Lineup lineup;
  private final Function<Target, Gate> gates;
  private final Supplier<PromptSize> smallest;
  private final Clock clock;

  /**
   * @param smallest the smallest prompt that will be sent, with its reply; asked for when something
   *     is looked at, since counting loads a vocabulary
   */
  Preflight(
      Lineup lineup, Function<Target, Gate> gates, Supplier<PromptSize> smallest, Clock clock) {
    this.lineup = lineup;
    this.gates = gates;
    this.smallest = smallest;
    this.clock = clock;
  }

  /**
   * What was found of one model. Immutable.
   *
   * @param role {@code cheap}, {@code strong}, {@code fallback} or {@code embedding}; several with
   *     a comma when one model has them
   * @param found for people
   * @param failure why it cannot be used; empty when it can
   */
  public record Check(String role, String model, String found, Optional<ModelException> failure) {
    private boolean isFallback() {
      return role.equals(FALLBACK);
    }
  }

  /** Looks at each model once, in the order of their roles. */
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    boolean one = lineup.cheap().model().equals(lineup.strong().model());
    if (!one) {
      checks.add(chat("cheap", lineup.cheap()));
    }
    checks.add(chat(one ? "cheap, strong" : "strong", lineup.strong()));
    lineup.fallback().ifPresent(target -> checks.add(chat(FALLBACK, target)));
    lineup.embedding().ifPresent(target -> checks.add(embedding(target)));
    return checks;
  }

  /**
   * Looks, and goes on only when pages can be written. Vectors can be done without: that their
   * provider does not answer just now keeps nobody from writing. Neither does a model that does not
   * answer just now while the fallback does, nor the fallback while the others do.
   *
   * @throws ModelException the first failure
   */
  public void require() {
    List<Check> checks = checks();
    boolean fallbackAnswers =
        checks.stream().anyMatch(check -> check.isFallback() && check.failure.isEmpty());
    for (Check check : checks) {
      boolean passes = check.failure.filter(failure -> failure.kind().isPassing()).isPresent();
      boolean dispensable = check.role.equals(EMBEDDING) || check.isFallback() || fallbackAnswers;
      if (check.failure.isPresent() && !(passes && dispensable)) {
        throw check.failure.get();
      }
    }
  }

  private Check chat(String role, Target target) {
    ModelFacts facts = target.facts();
    try {
      int needed = facts.contextTokensFor(smallest.get());
      if (facts.contextTokens() < needed) {
        throw new ModelException(
            Kind.CONTEXT_EXCEEDED,
            "%s takes %,d tokens; the smallest prompt of a page and its reply need %,d. Choose a model with a larger context, or correct what is known of it with model.facts"
                .formatted(target.model(), facts.contextTokens(), needed));
      }
      long started = clock.millis();
      ChatReply reply =
          gates
              .apply(target)
              .reply(
                  new ChatRequest(
                      Purpose.PREFLIGHT,
                      role,
                      Tier.STRONG,
                      List.of(new Message.User("Answer with one word: ready")),
                      List.of(),
                      Optional.empty(),
                      REPLY_TOKENS));
      String found =
          String.format(
              Locale.ROOT,
              "answers in %.1f s (%d tokens); %s",
              (clock.millis() - started) / 1_000.0,
              reply.usage().tokens(),
              known(facts));
      return new Check(role, target.model(), found, Optional.empty());
    } catch (ModelException e) {
      return new Check(role, target.model(), String.valueOf(e.getMessage()), Optional.of(e));
    }
  }

  private static String known(ModelFacts facts) {
    if (ModelCatalogue.isAssumed(facts)) {
      return String.format(
          Locale.ROOT,
          "nothing is known of it: %,d tokens of context are assumed and no prices; say what it takes and costs with model.facts",
          facts.contextTokens());
    }
    String limits = String.format(Locale.ROOT, "takes %,d tokens", facts.contextTokens());
    return facts
        .prices()
        .map(prices ->
            String.format(
                Locale.ROOT,
                "%s, %s a million in, %s out",
                limits,
                prices.usual().in().times(1_000_000),
                prices.usual().out().times(1_000_000)))
        .orElse(limits + ", prices not known");
  }

  private Check embedding(Target target) {
    String role = EMBEDDING;
    try {
      int length =
          gates
              .apply(target)
              .vectors(List.of("where are routes registered"), role)
              .getFirst()
              .length;
      int expected = target.facts().dimension().orElse(length);
      if (length != expected || length == 0) {
        throw new ModelException(
            Kind.FAILED,
            "expected vectors of %d numbers from %s, got %d; correct it with model.facts"
                .formatted(expected, target.model(), length));
      }
      return new Check(
          role, target.model(), "vectors of %d numbers".formatted(length), Optional.empty());
    } catch (ModelException e) {
      return new Check(role, target.model(), String.valueOf(e.getMessage()), Optional.of(e));
    }
  }
}
