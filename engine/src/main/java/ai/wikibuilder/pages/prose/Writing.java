package ai.wikibuilder.pages.prose;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.pages.Authorship;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.prose.ProseResult.Cause;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final Map<String, Degraded> degraded = new ConcurrentHashMap<>();
  private final AtomicReference<Optional<Stop>> stop = new AtomicReference<>(Optional.empty());
  private final AtomicInteger failuresInARow = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicReference<String> model = new AtomicReference<>("");

  /** Why no more pages are asked for. */
  private record Stop(ProseResult.State state, Degraded why) {}

  /** Why a page is composed. */
  private record Degraded(Cause cause, String reason) {}

  Writing(Desk desk, WrittenTexts texts, int parallelMax, ProseListener listener) {
    this.desk = desk;
    this.texts = texts;
    this.parallelMax = parallelMax;
    this.listener = listener;
  }

  ProseResult write(Wiki composed) {
    desk.order()
        .withoutRoom()
        .forEach((slug, reason) -> degraded.put(slug, new Degraded(Cause.CONTEXT, reason)));
    // the overview comes first so that the shared part of all prompts is known to the provider, and
    // again at the end, when the pages below it have been written; an earlier one is draft enough
    Optional<WritingOrder.Order> overview = desk.order().overview();
    boolean drafted = overview.filter(this::isToBeUpdated).isEmpty();
    overview.filter(_ -> drafted).ifPresent(one -> writeAll(List.of(one)));
    desk.order().rounds().forEach(this::writeAll);
    overview.ifPresent(this::finish);
    if (!drafted) {
      listener.wrote(finished.incrementAndGet(), desk.order().all().size());
    }
    List<Page> result = new ArrayList<>();
    for (Page page : composed.pages()) {
      result.add(pages.getOrDefault(page.slug(), page));
    }
    Map<String, String> reasons = new HashMap<>();
    Map<Cause, Integer> causes = new HashMap<>();
    degraded.forEach((slug, why) -> {
      reasons.put(slug, why.reason());
      causes.merge(why.cause(), 1, Integer::sum);
    });
    Authorship by =
        new Authorship(
            model.get(),
            pages.size(),
            reasons,
            composed.authorship().composedIn(),
            desk.language().code());
    Wiki wiki = composed.written(result, by);
    Optional<Stop> end = stop.get().or(this::failedThroughout);
    return new ProseResult(
        wiki,
        end.map(Stop::state).orElse(ProseResult.State.DONE),
        end.map(why -> why.why().reason()).orElse(""),
        causes);
  }

  /** No page at all: refused, turned away, without room for any prompt, or of no use. */
  private Optional<Stop> failedThroughout() {
    if (!pages.isEmpty() || degraded.isEmpty()) {
      return Optional.empty();
    }
    Degraded why =
        degraded.values().stream()
            .filter(one -> one.cause().isAnswer())
            .findFirst()
            .map(Writing::ofNoUse)
            .orElseGet(() -> degraded.values().iterator().next());
    return Optional.of(new Stop(ProseResult.State.MODEL_FAILED, why));
  }

  private static Degraded ofNoUse(Degraded one) {
    String reason =
        "nothing the model wrote could be used (of one page: %s); another model may do better"
            .formatted(one.reason());
    return new Degraded(one.cause(), reason);
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
      degraded.put(task.slug(), stop.get().get().why());
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
        degraded.put(task.slug(), new Degraded(Cause.of(e.kind()), String.valueOf(e.getMessage())));
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
      case PageOutcome.Degraded(var cause, var reason, var text) -> {
        if (!pages.containsKey(task.slug())) {
          keep(text, isNew);
          degraded.put(task.slug(), new Degraded(cause, reason));
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
    Degraded reason = new Degraded(Cause.of(failure.kind()), String.valueOf(failure.getMessage()));
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

  private void stopWith(ProseResult.State state, Degraded why) {
    if (stop.compareAndSet(Optional.empty(), Optional.of(new Stop(state, why)))) {
      listener.noted(why.reason());
    }
  }

  /** Whether an earlier text is there whose evidence has changed. */
  private boolean isToBeUpdated(WritingOrder.Order overview) {
    Optional<WrittenText> earlier = texts.find(overview.planned().slug()).filter(Writing::isOfUse);
    return earlier.isPresent() && !isOf(earlier.get(), desk.task(overview, summaries, earlier));
  }

  /** Whether something of a text held, so that another one is written from it. */
  static boolean isOfUse(WrittenText text) {
    return text.verifiedWordCount() > 0;
  }

  /**
   * The overview once more, with what the other pages say; its draft stands if that fails. Where
   * they say nothing, the same prompt would bring the same reply.
   */
  private void finish(WritingOrder.Order overview) {
    String slug = overview.planned().slug();
    Optional<WrittenText> draft = texts.find(slug);
    if (stop.get().isPresent()) {
      if (!pages.containsKey(slug)) {
        degraded.putIfAbsent(slug, stop.get().get().why());
      }
      return;
    }
    boolean isNothingNew = summaries.keySet().stream().allMatch(slug::equals);
    if (draft.isEmpty() || isNothingNew) {
      return;
    }
    PageWriter.Task task = desk.task(overview, summaries, draft);
    if (draft.get().key().equals(task.key())) {
      ask(task.continued(desk.before(overview.planned(), draft.get())).as(finalKey(task)), draft);
    } else if (!draft.get().key().equals(finalKey(task))) {
      ask(task.as(finalKey(task)), draft);
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
