package ai.wikibuilder.models.ledger;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Usage;
import java.time.Instant;
import java.util.Optional;

/**
 * One call of a model, or one try of it. Immutable.
 *
 * @param at when it ended
 * @param subject page or question
 * @param model as configured
 * @param usage what the provider charged for, or our own count where it did not say
 * @param millis from sending to the end
 * @param kept whether the reply came from the cache and nothing was sent
 * @param failure how it failed; empty when it did not
 */
public record LedgerEntry(
    Instant at,
    Purpose purpose,
    String subject,
    String model,
    Usage usage,
    long millis,
    boolean kept,
    Optional<ModelException.Kind> failure) {}
