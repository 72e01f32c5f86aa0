package ai.wikibuilder.pages.prose.language;

/**
 * A number with the noun it counts. Immutable.
 *
 * @param noun as written
 * @param end one after the noun
 */
public record StatedCount(StatedNumber number, Countable countable, String noun, int end) {}
