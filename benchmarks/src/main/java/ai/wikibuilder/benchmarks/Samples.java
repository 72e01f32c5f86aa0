package ai.wikibuilder.benchmarks;

import java.util.Arrays;

/** Figures of repeated measurements. */
final class Samples {
  private final double[] sorted;

  Samples(double[] values) {
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  /** The value below which the given share of the samples lies, by the nearest-rank method. */
  double quantile(double share) {
    return sorted[(int) Math.clamp(Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }

  double median() {
    return quantile(0.5);
  }
}
