package ai.wikibuilder.pages.prose;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.pages.Authorship;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One wiki being written. Used once. */
final class Writing {
  /** Failures one after another with which the model counts as gone. */
  private static final int FAILURES_IN_A_ROW_MAX = 3;

  private final Desk desk;
  private final WrittenTexts texts;
  private final int parallelMax;
  private final ProseListener listener;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, String> summaries = new ConcurrentHashMap<>();
  private final Map<String, String> degraded = new ConcurrentHashMap<>();
  private final AtomicReference<Optional<Stop>> stop = new AtomicReference<>(Optional.empty());
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicReference<String> model = new AtomicReference<>("");

  /** Why no more pages are asked for. */
  private record Stop(ProseResult.State state, String reason) {}

  Writing(Desk desk, WrittenTexts texts, int parallelMax, ProseListener listener) {
    this.desk = desk;
    this.texts = texts;
    this.parallelMax = parallelMax;
    this.listener = listener;
  }

  ProseResult write(Wiki composed) {
    // the overview comes first so that the shared part of all prompts is known to the provider, and
    // again at the end, when the pages below it have been written
    desk.order().overview().ifPresent(overview -> writeAll(List.of(overview)));
    desk.order().rounds().forEach(this::writeAll);
    desk.order().overview().ifPresent(this::finish);
    List<Page> result = new ArrayList<>();
    for (Page page : composed.pages()) {
      result.add(pages.getOrDefault(page.slug(), page));
    }
    Wiki wiki = composed.written(result, new Authorship(model.get(), pages.size(), degraded));
    return stop.get()
        .or(this::failedThroughout)
        .map(why -> new ProseResult(wiki, why.state(), why.reason()))
        .orElseGet(() -> new ProseResult(wiki, ProseResult.State.DONE, ""));
  }

  /** With few pages a model can be gone before it has failed often enough. */
  private Optional<Stop> failedThroughout() {
    return pages.isEmpty() && failuresInARow.get() > 0
        ? Optional.of(new Stop(ProseResult.State.MODEL_FAILED, degraded.values().iterator().next()))
        : Optional.empty();
  }

  private void writeAll(List<WritingOrder.Order> orders) {
    Semaphore places = new Semaphore(parallelMax);
    List<Future<?>> calls = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        for (WritingOrder.Order order : orders) {
          places.acquire(); // evidence is packed when there is somebody to read it
          Optional<WrittenText> earlier = texts.find(order.planned().slug());
          PageWriter.Task task = desk.task(order, summaries, earlier);
          calls.add(
              pool.submit(() -> {
                try {
                  write(task, earlier);
                } finally {
                  places.release();
                }
              }));
        }
        for (Future<?> call : calls) {
          call.get();
        }
      } catch (InterruptedException e) {
        pool.shutdownNow(); // whoever waits for a model stops waiting
        Thread.currentThread().interrupt();
        throw new CompletionException("interrupted", e);
      } catch (ExecutionException e) {
        pool.shutdownNow();
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new CompletionException(e.getCause());
      }
    }
  }

  private void write(PageWriter.Task task, Optional<WrittenText> earlier) {
    Optional<WrittenText> same = earlier.filter(text -> isOf(text, task));
    if (same.isPresent()) {
      take(task, desk.writer().again(task, same.get()), false);
    } else if (stop.get().isPresent()) {
      degraded.put(task.slug(), stop.get().get().reason());
    } else {
      ask(task, earlier);
    }
    listener.wrote(finished.incrementAndGet(), desk.order().all().size());
  }

  private void ask(PageWriter.Task task, Optional<WrittenText> earlier) {
    try {
      take(task, desk.writer().write(task, earlier), true);
      failuresInARow.set(0);
    } catch (ModelException e) {
      if (!pages.containsKey(task.slug())) {
        degraded.put(task.slug(), String.valueOf(e.getMessage()));
      }
      stopAfter(e);
    }
  }

  private void take(PageWriter.Task task, PageOutcome outcome, boolean isNew) {
    switch (outcome) {
      case PageOutcome.Written(var page, var summary, var text) -> {
        keep(text, isNew);
        pages.put(task.slug(), page);
        summaries.put(task.slug(), summary);
        degraded.remove(task.slug());
        model.set(text.model());
      }
      case PageOutcome.Degraded(var reason, var text) -> {
        if (!pages.containsKey(task.slug())) {
          keep(text, isNew);
          degraded.put(task.slug(), reason);
        }
      }
    }
  }

  private void keep(WrittenText text, boolean isNew) {
    if (isNew) {
      texts.keep(text);
    }
  }

  /** A budget ends for good; a key or a name stays wrong; what passes may have passed. */
  private void stopAfter(ModelException failure) {
    String reason = String.valueOf(failure.getMessage());
    switch (failure.kind()) {
      case CANCELLED -> throw failure;
      case OVER_BUDGET -> stopWith(ProseResult.State.CAPPED, reason);
      case KEY_MISSING, KEY_REFUSED, MODEL_UNKNOWN ->
          stopWith(ProseResult.State.MODEL_FAILED, reason);
      case UNAVAILABLE, RATE_LIMITED, OVERLOADED, SILENT, BROKEN_REPLY -> {
        if (failuresInARow.incrementAndGet() >= FAILURES_IN_A_ROW_MAX) {
          stopWith(ProseResult.State.MODEL_FAILED, reason);
        }
      }
      case FAILED, CONTEXT_EXCEEDED, REFUSED -> {}
    }
  }

  private void stopWith(ProseResult.State state, String reason) {
    if (stop.compareAndSet(Optional.empty(), Optional.of(new Stop(state, reason)))) {
      listener.noted(reason);
    }
  }

  /** The overview once more, with what the other pages say; its draft stands if that fails. */
  private void finish(WritingOrder.Order overview) {
    String slug = overview.planned().slug();
    Optional<WrittenText> draft = texts.find(slug);
    if (stop.get().isPresent() || draft.isEmpty() || summaries.size() < 2) {
      return;
    }
    PageWriter.Task task = desk.task(overview, summaries, Optional.empty());
    if (!draft.get().key().equals(finalKey(task))) {
      ask(task.continued(Desk.withoutMarks(draft.get()), finalKey(task)), draft);
    }
  }

  /** Whether a text was written from just this material. */
  static boolean isOf(WrittenText text, PageWriter.Task task) {
    return text.key().equals(task.key()) || text.key().equals(finalKey(task));
  }

  private static String finalKey(PageWriter.Task task) {
    return task.key() + "+";
  }
}
