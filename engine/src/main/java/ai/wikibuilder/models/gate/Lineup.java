package ai.wikibuilder.models.gate;

import ai.wikibuilder.models.Tier;
import java.util.Optional;

/**
 * The models of one configuration. Immutable.
 *
 * @param fallback stands in when the model that was asked goes on failing
 * @param embedding empty where chunks get no vectors from a provider
 */
public record Lineup(
    Target cheap, Target strong, Optional<Target> fallback, Optional<Target> embedding) {
  Target of(Tier tier) {
    return switch (tier) {
      case CHEAP -> cheap;
      case STRONG -> strong;
    };
  }
}
