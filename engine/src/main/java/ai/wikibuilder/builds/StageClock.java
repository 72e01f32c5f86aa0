package ai.wikibuilder.builds;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures the stages of one build. For one thread. */
final class StageClock {
  private final BuildListener listener;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private @Nullable Stage running;
  private long startedNanos;

  StageClock(BuildListener listener) {
    this.listener = listener;
  }

  BuildListener listener() {
    return listener;
  }

  void begin(Stage stage) {
    end();
    running = stage;
    startedNanos = System.nanoTime();
    listener.began(stage);
  }

  /** Ends the running stage and gives the seconds of all, in order. */
  Map<String, Double> end() {
    if (running != null) {
      double passed = (System.nanoTime() - startedNanos) / 1e9;
      seconds.merge(running.label(), Math.round(passed * 1000) / 1000.0, Double::sum);
      running = null;
    }
    return seconds;
  }
}
