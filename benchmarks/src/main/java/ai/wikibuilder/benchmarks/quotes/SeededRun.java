package ai.wikibuilder.benchmarks.quotes;

import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.facts.PriceList;
import ai.wikibuilder.models.facts.TokenUse;
import ai.wikibuilder.models.ledger.LedgerEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one wiki took. Immutable.
 *
 * @param entries every call
 * @param pageCount pages by the model
 * @param prompts what the prompts for its pages are made of
 * @param cpuSeconds of this process without the script's; the server it answers through is in it
 */
record SeededRun(List<LedgerEntry> entries, int pageCount, PromptParts prompts, double cpuSeconds) {
  /** Seconds until a reply begins, and tokens a second then. */
  private static final double SECONDS_TO_BEGIN = 2;

  private static final double TOKENS_PER_SECOND = 50;

  SeededRun {
    entries = List.copyOf(entries);
  }

  /** Dollars at these prices. */
  double cost(PriceList prices) {
    return entries.stream().mapToDouble(entry -> cost(entry, prices, true)).sum();
  }

  /** Dollars if the provider kept nothing. */
  double costWithoutKeeping(PriceList prices) {
    return entries.stream().mapToDouble(entry -> cost(entry, prices, false)).sum();
  }

  /** Dollars by page. */
  Map<String, Double> byPage(PriceList prices) {
    Map<String, Double> costs = new HashMap<>();
    entries.forEach(entry -> costs.merge(entry.subject(), cost(entry, prices, true), Double::sum));
    return costs;
  }

  private static double cost(LedgerEntry entry, PriceList prices, boolean keeping) {
    Usage usage = entry.usage();
    int cached = keeping ? usage.tokensCached() : 0;
    int written = keeping ? usage.tokensWritten() : 0;
    return prices
        .of(new TokenUse(usage.tokensIn(), cached, written, usage.tokensOut()))
        .dollars()
        .doubleValue();
  }

  /** Seconds the model would take at real speed, so many calls at once. */
  double modelSeconds(int atOnce) {
    double all = 0;
    for (LedgerEntry entry : entries) {
      all += SECONDS_TO_BEGIN + entry.usage().tokensOut() / TOKENS_PER_SECOND;
    }
    return all / atOnce;
  }

  long tokensIn() {
    return entries.stream().mapToLong(entry -> entry.usage().tokensIn()).sum();
  }

  long tokensOut() {
    return entries.stream().mapToLong(entry -> entry.usage().tokensOut()).sum();
  }
}
