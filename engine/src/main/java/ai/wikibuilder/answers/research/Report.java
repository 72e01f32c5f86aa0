package ai.wikibuilder.answers.research;

/**
 * What a research came to, as it was written and mended. Immutable. It is checked whenever it is
 * shown: {@link ReportPage}.
 *
 * @param markdown statements with the marks of the run's evidence
 * @param model that wrote it; empty when it is put together from what the steps learned
 * @param repaired sentences that held only when written anew
 */
public record Report(String markdown, String model, int repaired) {}
