package ai.wikibuilder.server.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * The numbers of this process. Counters are there from the beginning, at 0, with every value of
 * their labels, so that a rate is known from the first time something happens. Threads may share
 * it; every module that has something to count calls it.
 */
public final class Metrics {
  private final MeterRegistry registry;
  private final Map<Series, Counter> counters = new HashMap<>();

  private record Series(Metric metric, List<String> values) {}

  /** Keeps them where Prometheus reads them. */
  Metrics(MeterRegistry registry) {
    this.registry = registry;
    for (Metric metric : Metric.values()) {
      if (metric.kind() == Metric.Kind.COUNTER) {
        for (List<String> values : combinations(metric.labels())) {
          counters.put(
              new Series(metric, values),
              Counter.builder(metric.meterName())
                  .description(metric.description())
                  .tags(tags(metric, values))
                  .register(registry));
        }
      }
    }
  }

  /** Numbers that nobody reads. */
  public static Metrics unread() {
    return new Metrics(new SimpleMeterRegistry());
  }

  private static List<List<String>> combinations(List<Metric.Label> labels) {
    List<List<String>> all = List.of(List.of());
    for (Metric.Label label : labels) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> begun : all) {
        for (String value : label.values()) {
          List<String> with = new ArrayList<>(begun);
          with.add(value);
          longer.add(with);
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<Tag> tags(Metric metric, List<String> values) {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      tags.add(Tag.of(metric.labels().get(i).name(), values.get(i)));
    }
    return tags;
  }

  /**
   * Something happened once.
   *
   * @param values of its labels, in their order
   * @throws IllegalArgumentException when a value is none that the metric names
   */
  public void count(Metric metric, String... values) {
    add(metric, 1, values);
  }

  /**
   * So much more of something.
   *
   * @param amount at least 0
   * @param values of its labels, in their order
   * @throws IllegalArgumentException when a value is none that the metric names
   */
  public void add(Metric metric, double amount, String... values) {
    List<String> bounded = new ArrayList<>(List.of(values));
    for (int i = 0; i < Math.min(bounded.size(), metric.labels().size()); i++) {
      bounded.set(i, metric.labels().get(i).bounded(bounded.get(i)));
    }
    Counter counter = counters.get(new Series(metric, bounded));
    if (counter == null) {
      throw new IllegalArgumentException(
          "%s: expected values of %s, got %s".formatted(metric, metric.labels(), List.of(values)));
    }
    counter.increment(amount);
  }

  /**
   * Lets a number be asked for whenever somebody reads; one that cannot be had now is NaN.
   *
   * @throws IllegalArgumentException for a counter, which is not asked for
   */
  public void watch(Metric metric, DoubleSupplier number) {
    if (metric.kind() != Metric.Kind.GAUGE) {
      throw new IllegalArgumentException(metric + " is counted, not watched");
    }
    Gauge.builder(metric.meterName(), number::getAsDouble)
        .description(metric.description())
        .register(registry);
  }
}
