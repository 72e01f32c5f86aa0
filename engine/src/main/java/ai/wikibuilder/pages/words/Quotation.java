package ai.wikibuilder.pages.words;

/**
 * Words of the repository without their markup. Immutable.
 *
 * @param text one or more whole sentences on one line
 * @param firstLine line of the first word, counted from 0 at the start of the raw text
 * @param lastLine line that holds the last word
 */
public record Quotation(String text, int firstLine, int lastLine) {}
