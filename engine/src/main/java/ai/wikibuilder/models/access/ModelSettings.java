package ai.wikibuilder.models.access;

import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.facts.ModelCatalogue;
import ai.wikibuilder.models.gate.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which models are used, and how. Immutable.
 *
 * @param endpoint of the language models
 * @param cheap for names, plans and short questions
 * @param strong for what people read
 * @param fallback at the same provider; stands in for both
 * @param embedding chosen apart; empty where chunks get no vectors from a provider
 * @param rates of one key
 * @param silence longest wait for the next byte
 * @param replyTime longest reply, from the first byte to the last
 * @param facts lines that know better than the catalogue
 */
public record ModelSettings(
    Endpoint endpoint,
    String cheap,
    String strong,
    Optional<String> fallback,
    Optional<Embedding> embedding,
    RateLimits rates,
    Duration silence,
    Duration replyTime,
    List<String> facts) {
  /** An embedding model and where it is. */
  public record Embedding(Endpoint endpoint, String model) {}

  /**
   * Checks what can be checked without asking anybody.
   *
   * @throws IllegalArgumentException naming every problem
   */
  public ModelSettings {
    facts = List.copyOf(facts);
    List<String> problems = new ArrayList<>();
    check(endpoint, "model.base-url", problems);
    embedding.ifPresent(e -> check(e.endpoint, "model.embedding-base-url", problems));
    if (cheap.isBlank() || strong.isBlank()) {
      problems.add("model.strong: expected the name of a model, got nothing");
    }
    try {
      new ModelCatalogue(facts);
    } catch (IllegalArgumentException e) {
      problems.add("model.facts: " + e.getMessage());
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n  ", problems));
    }
  }

  private static void check(Endpoint endpoint, String key, List<String> problems) {
    if (endpoint.baseUrl().isEmpty()) {
      problems.add(
          "%s: expected the address of %s, got nothing".formatted(key, endpoint.provider().key()));
    }
  }
}
