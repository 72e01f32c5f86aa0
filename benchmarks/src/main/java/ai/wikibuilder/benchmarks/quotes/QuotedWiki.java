package ai.wikibuilder.benchmarks.quotes;

import ai.wikibuilder.builds.stored.WikiQuote;
import ai.wikibuilder.models.facts.PriceList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;

/**
 * One repository: what was quoted, and what its wiki took, once for each seed. Immutable.
 *
 * @param byPage dollars quoted for each page
 * @param alive of the heap while it was written once more
 */
record QuotedWiki(
    String name,
    long byteCount,
    WikiQuote quote,
    Map<String, Double> byPage,
    PriceList prices,
    List<SeededRun> runs,
    AliveHeap alive) {
  private static final double WHOLE_SPREAD = 0.15;
  private static final double PAGE_SPREAD = 0.4;

  QuotedWiki {
    byPage = Map.copyOf(byPage);
    runs = List.copyOf(runs);
  }

  double quoted() {
    return quote.cost().orElseThrow().dollars().doubleValue();
  }

  DoubleSummaryStatistics costs() {
    return runs.stream().mapToDouble(run -> run.cost(prices)).summaryStatistics();
  }

  /** Seeds whose cost lies within 15 % of the quote. */
  long seedsWithin() {
    return runs.stream()
        .filter(run -> Math.abs(run.cost(prices) / quoted() - 1) <= WHOLE_SPREAD)
        .count();
  }

  /** Pages of all seeds whose cost lies within 40 % of theirs, as a share. */
  double pagesWithin() {
    int within = 0;
    int all = 0;
    for (SeededRun run : runs) {
      Map<String, Double> costs = run.byPage(prices);
      for (Map.Entry<String, Double> page : byPage.entrySet()) {
        double ratio = costs.getOrDefault(page.getKey(), 0.0) / page.getValue();
        within += Math.abs(ratio - 1) <= PAGE_SPREAD ? 1 : 0;
        all++;
      }
    }
    return all == 0 ? 0 : (double) within / all;
  }

  /** How much the provider's keeping saves, as a share. */
  double saved(PriceList other) {
    double with = runs.stream().mapToDouble(run -> run.cost(other)).sum();
    double without = runs.stream().mapToDouble(run -> run.costWithoutKeeping(other)).sum();
    return 1 - with / without;
  }

  /** Processor time as a share of the model's time at real speed, in the middle of all seeds. */
  double cpuShare(int atOnce) {
    List<Double> shares =
        runs.stream().map(run -> run.cpuSeconds() / run.modelSeconds(atOnce)).sorted().toList();
    return shares.get(shares.size() / 2);
  }

  /** The same of the first seed, for which everything was loaded and compiled. */
  double cpuShareAtFirst(int atOnce) {
    return runs.getFirst().cpuSeconds() / runs.getFirst().modelSeconds(atOnce);
  }
}
