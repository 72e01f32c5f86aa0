package ai.wikibuilder.benchmarks;

import java.util.Arrays;

/** Figures of repeated measurements, in the order they were taken. */
record Samples(double[] values) {
  /** The value below which the given share of the samples lies, by the nearest-rank method. */
  double quantile(double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.clamp(Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
  }

  double median() {
    return quantile(0.5);
  }
}
