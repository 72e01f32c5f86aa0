package ai.wikibuilder.pages.prose.language;

/**
 * A number in a sentence. Immutable.
 *
 * @param start where it begins in the sentence
 * @param end one after its last character
 * @param digits whether it is written in digits, not as a word
 */
public record StatedNumber(int start, int end, long value, boolean digits) {}
