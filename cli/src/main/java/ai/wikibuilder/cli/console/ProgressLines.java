package ai.wikibuilder.cli.console;

import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.builds.Stage;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a build goes on: on a terminal one line that is redrawn, elsewhere a plain line at each
 * stage's end and every few seconds. May be called from several threads.
 */
public final class ProgressLines implements BuildListener {
  /**
   * How often a terminal line is redrawn: often enough to look alive, seldom enough to cost
   * nothing.
   */
  private static final long REDRAW_MILLIS = 100;

  /** How often a log gets a line from a long stage. */
  private static final long PLAIN_MILLIS = 5_000;

  private final Console console;
  private final InstantSource clock;
  private @Nullable Stage stage;
  private long stageStarted;
  private long lastShown;
  private String latest = "";

  public ProgressLines(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public synchronized void began(Stage next) {
    end();
    stage = next;
    stageStarted = clock.millis();
    lastShown = stageStarted;
    latest = "";
    if (console.terminal()) {
      redraw();
    }
  }

  @Override
  public void fetched(long objectCount, long objectTotal, long byteCount) {
    show(
        objectTotal > 0
            ? "%,d/%,d objects, %s".formatted(objectCount, objectTotal, size(byteCount))
            : size(byteCount));
  }

  @Override
  public synchronized void advanced(long fileCount, long fileTotal, long byteCount) {
    double seconds = Math.max(0.001, (clock.millis() - stageStarted) / 1000.0);
    long left = fileCount == 0 ? 0 : Math.round(seconds / fileCount * (fileTotal - fileCount));
    String rate =
        stage == Stage.PAGES
            ? "pages"
            : String.format(Locale.ROOT, "files, %.1f MB/s", byteCount / seconds / 1e6);
    show(
        String.format(
            Locale.ROOT,
            "%,d/%,d %s, %d:%02d left",
            fileCount,
            fileTotal,
            rate,
            left / 60,
            left % 60));
  }

  @Override
  public synchronized void noted(String sentence) {
    clear();
    console.say("note: " + Console.printable(sentence));
  }

  private synchronized void show(String state) {
    latest = state;
    long now = clock.millis();
    if (now - lastShown < (console.terminal() ? REDRAW_MILLIS : PLAIN_MILLIS)) {
      return;
    }
    lastShown = now;
    if (console.terminal()) {
      redraw();
    } else {
      console.say("  " + label() + "  " + latest);
    }
  }

  /** The last stage has ended, well or not. */
  public synchronized void end() {
    if (stage == null) {
      return;
    }
    clear();
    double seconds = (clock.millis() - stageStarted) / 1000.0;
    console.say(String.format(Locale.ROOT, "  %-8s %6.1f s  %s", label(), seconds, withoutEta()));
    stage = null;
  }

  /** The running stage failed: nothing is said of it, the error will be. */
  public synchronized void abandon() {
    clear();
    stage = null;
  }

  private String withoutEta() {
    return latest.replaceFirst(", \\d+:\\d\\d left$", "");
  }

  private String label() {
    return stage == null ? "" : stage.label();
  }

  private void redraw() {
    console.err().print("\r\u001b[K  " + label() + "  " + latest);
    console.err().flush();
  }

  private void clear() {
    if (console.terminal()) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }

  public static String size(long bytes) {
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }
}
