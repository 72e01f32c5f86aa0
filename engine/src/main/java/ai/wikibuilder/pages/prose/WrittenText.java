package ai.wikibuilder.pages.prose;

/**
 * What a model wrote for one page, repaired as far as it was. Immutable.
 *
 * @param name of the page, its slug
 * @param key of the evidence it was written from; another key means that the evidence changed
 * @param text Markdown with the marks of the evidence
 * @param model that wrote it
 * @param repairedCount statements that were corrected after the first check
 * @param verifiedWordCount words of statements that held when it was written
 * @param evidence it was written from, as {@code packing.EvidenceChange} keeps it; empty when that
 *     is not known
 */
public record WrittenText(
    String name,
    String key,
    String text,
    String model,
    int repairedCount,
    int verifiedWordCount,
    String evidence) {}
