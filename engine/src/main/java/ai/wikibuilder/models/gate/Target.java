package ai.wikibuilder.models.gate;

import ai.wikibuilder.models.facts.ModelFacts;
import ai.wikibuilder.models.wire.Wire;

/**
 * A model that can be asked. Immutable.
 *
 * @param model its name at the provider
 * @param rate of the key it is asked with; models with the same key share one
 */
public record Target(Wire wire, String model, ModelFacts facts, KeyRate rate) {}
