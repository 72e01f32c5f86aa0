package ai.wikibuilder.models.facts;

/**
 * Tokens of one call as the provider tells them. Immutable.
 *
 * @param in all of the prompt, kept and written ones too
 * @param cached of the prompt, kept from an earlier call
 * @param written of the prompt, kept from now on at a price
 * @param out of the reply, thoughts too
 */
public record TokenUse(int in, int cached, int written, int out) {}
