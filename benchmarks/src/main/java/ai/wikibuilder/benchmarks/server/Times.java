package ai.wikibuilder.benchmarks.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long answers took and what became of the requests. Threads may share it. */
final class Times {
  private final List<Long> nanos = new ArrayList<>();
  private final Map<String, Integer> faults = new TreeMap<>();

  /** An answer with a status of 400 or more is a fault; its time counts nevertheless. */
  synchronized void add(long took, int status) {
    nanos.add(took);
    if (status >= 400) {
      faults.merge(Integer.toString(status), 1, Integer::sum);
    }
  }

  synchronized void fail(String why) {
    faults.merge(why, 1, Integer::sum);
  }

  static Times all(Collection<Times> parts) {
    Times all = new Times();
    for (Times part : parts) {
      all.nanos.addAll(part.nanos);
      part.faults.forEach((what, count) -> all.faults.merge(what, count, Integer::sum));
    }
    return all;
  }

  /** By the nearest-rank method. */
  synchronized double quantileMillis(double share) {
    if (nanos.isEmpty()) {
      return Double.NaN;
    }
    List<Long> sorted = nanos.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.clamp(rank, 0, sorted.size() - 1)) / 1e6;
  }

  /** A line of the table, without the line's end. */
  synchronized String row(String what) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f | %.1f | %.1f | %.0f | %s |",
        what,
        nanos.size(),
        quantileMillis(0.5),
        quantileMillis(0.95),
        quantileMillis(0.99),
        quantileMillis(1),
        faults.isEmpty() ? "none" : faults);
  }
}
