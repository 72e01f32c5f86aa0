package ai.wikibuilder.benchmarks;

import java.util.Locale;

/**
 * One line of a table.
 *
 * @param peakBytes 0 when memory was not looked at
 * @param beside what helps to judge the figure
 */
record Row(String what, double seconds, String rate, long peakBytes, String beside) {
  @Override
  public String toString() {
    String memory = peakBytes == 0 ? "" : String.format(Locale.ROOT, "%.0f MB", peakBytes / 1e6);
    return String.format(
        Locale.ROOT, "| %s | %.2f s | %s | %s | %s |", what, seconds, rate, memory, beside);
  }
}
