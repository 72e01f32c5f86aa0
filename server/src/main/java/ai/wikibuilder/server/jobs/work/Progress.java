package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.builds.Stage;
import ai.wikibuilder.models.ledger.Spent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Hears how the engine goes on and keeps it until it is reported. Many threads tell it, one asks
 * it; each counter is reported as it stands then, so that a build of an hour is some thousand
 * events and not some million.
 */
final class Progress implements BuildListener {
  /** Notes of one build that are kept; a repository can cause many. */
  private static final int NOTE_COUNT_MAX = 100;

  private final Supplier<Spent> spent;
  private final UnaryOperator<String> shown;
  private final Consumer<Stage> further;
  private final List<Happening> happenings = new ArrayList<>();
  private Stage stage = Stage.SOURCE;
  private long done;
  private long total;
  private long bytes;
  private boolean moved;
  private int noteCount;
  private Spent reported = Spent.nothing();

  /**
   * @param spent by models so far
   * @param shown a sentence as people may see it, without places of this machine
   * @param further hears of each stage too
   */
  Progress(Supplier<Spent> spent, UnaryOperator<String> shown, Consumer<Stage> further) {
    this.spent = spent;
    this.shown = shown;
    this.further = further;
  }

  /** Something to tell: a kind and one JSON object. */
  record Happening(String kind, Map<String, Object> body) {}

  /** How far a build is, and what happened since the last report. */
  record Report(
      String stage,
      long done,
      long total,
      long tokens,
      long microDollars,
      List<Happening> happenings) {}

  @Override
  public void began(Stage next) {
    begin(next);
    further.accept(next);
  }

  private synchronized void begin(Stage next) {
    countEvent();
    stage = next;
    done = 0;
    total = 0;
    bytes = 0;
    moved = false;
    happenings.add(new Happening("stage", Map.of("stage", next.label())));
  }

  @Override
  public void fetched(long objectCount, long objectTotal, long byteCount) {
    advanced(objectCount, objectTotal, byteCount);
  }

  @Override
  public synchronized void advanced(long fileCount, long fileTotal, long byteCount) {
    done = Math.max(done, fileCount); // threads may come out of order
    total = Math.max(total, fileTotal);
    bytes = Math.max(bytes, byteCount);
    moved = true;
  }

  @Override
  public synchronized void noted(String sentence) {
    if (noteCount < NOTE_COUNT_MAX) {
      noteCount++;
      happenings.add(new Happening("note", Map.of("text", shown.apply(sentence))));
    }
  }

  /** What is to be written down now. */
  synchronized Report report() {
    countEvent();
    Spent now = spent.get();
    if (!now.equals(reported)) {
      reported = now;
      happenings.add(new Happening("usage", usage(now)));
    }
    List<Happening> told = List.copyOf(happenings);
    happenings.clear();
    return new Report(stage.label(), done, total, now.tokens(), microDollars(now), told);
  }

  private void countEvent() {
    if (!moved) {
      return;
    }
    moved = false;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("stage", stage.label());
    body.put("done", done);
    body.put("total", total);
    if (bytes > 0) {
      body.put("bytes", bytes);
    }
    happenings.add(new Happening(stage == Stage.PAGES ? "page" : "stage", body));
  }

  private static Map<String, Object> usage(Spent spent) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("calls", spent.calls());
    body.put("tokensIn", spent.tokensIn());
    body.put("tokensOut", spent.tokensOut());
    body.put("microDollars", microDollars(spent));
    return body;
  }

  private static long microDollars(Spent spent) {
    return spent.cost().nanos() / 1000;
  }
}
