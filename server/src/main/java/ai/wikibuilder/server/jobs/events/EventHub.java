package ai.wikibuilder.server.jobs.events;

import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings new events to all who watch builds in this process with one question to the database for
 * all of them, a few times a second; none while nobody watches. Threads may share it.
 *
 * <p>The question is the system's, since watchers are of many tenants; each watcher was let in for
 * its own build and names its tenant.
 */
@Component
public final class EventHub implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

  /** Between two questions: what a person takes for at once. */
  private static final Duration PAUSE = Duration.ofMillis(400);

  /** Events of one answer; the rest comes with the next. */
  private static final int ANSWER_COUNT_MAX = 2_000;

  private final SystemTransactions system;
  private final String question;
  private final String lost;
  private final Set<Watcher> watchers = new HashSet<>();
  private @Nullable Thread thread;
  private boolean running;

  @Autowired
  EventHub(SystemTransactions system) {
    this(system, new EventTable("build_events", "build_id", "builds"));
  }

  /** One for events that are kept elsewhere. */
  public EventHub(SystemTransactions system, EventTable kept) {
    this.system = system;
    this.question =
        """
        SELECT e.*, e.%1$s AS work FROM %2$s e JOIN unnest(CAST(:builds AS uuid[]),
          CAST(:numbers AS integer[])) AS w (build, number) ON e.%1$s = w.build
        WHERE e.number > w.number ORDER BY e.%1$s, e.number LIMIT :most
        """
            .formatted(kept.work(), kept.table());
    this.lost =
        """
        SELECT w.id FROM unnest(CAST(:builds AS uuid[])) AS w (id)
        WHERE NOT EXISTS (SELECT FROM %s AS work WHERE work.id = w.id)
        """
            .formatted(kept.works());
  }

  /** Somebody who watches one build. For one thread. */
  public final class Watcher implements AutoCloseable {
    private final TenantId tenant;
    private final UUID build;
    private final LinkedBlockingQueue<BuildEvent> waiting = new LinkedBlockingQueue<>();
    private int seen;
    private boolean ended;

    private Watcher(TenantId tenant, UUID work, int after) {
      this.tenant = tenant;
      this.build = work;
      this.seen = after;
    }

    /** What has come; empty when nothing came in that time. */
    public List<BuildEvent> next(Duration wait) throws InterruptedException {
      List<BuildEvent> events = new ArrayList<>();
      BuildEvent first = waiting.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        events.add(first);
        waiting.drainTo(events);
      }
      return events;
    }

    /** Whether events come at all: not any more once this process is told to end. */
    public boolean isOpen() {
      return isRunning();
    }

    @Override
    public void close() {
      synchronized (EventHub.this) {
        watchers.remove(this);
        EventHub.this.notifyAll();
      }
    }
  }

  /**
   * Watches a build from behind an event on.
   *
   * @param after 0 for everything
   */
  public Watcher watch(TenantId tenant, BuildId build, int after) {
    return watch(tenant, build.value(), after);
  }

  /** As the other, for a piece of work by its id. */
  public synchronized Watcher watch(TenantId tenant, UUID work, int after) {
    Watcher watcher = new Watcher(tenant, work, after);
    watchers.add(watcher);
    if (running && thread == null) {
      thread = Thread.ofVirtual().name("build events").start(this::ask);
    }
    return watcher;
  }

  private void ask() {
    for (List<Watcher> asking = asking(); !asking.isEmpty(); asking = asking()) {
      try {
        News news = newFor(asking);
        deliver(asking, news.told());
        end(asking, news.gone());
      } catch (RuntimeException e) {
        LOG.warn("events are late kind={}", e.getClass().getSimpleName());
      }
    }
  }

  /** Those to ask for after a pause; none ends the thread. */
  private synchronized List<Watcher> asking() {
    long until = System.nanoTime() + PAUSE.toNanos();
    try {
      for (long left = PAUSE.toMillis();
          left > 0 && running && !watchers.isEmpty();
          left = (until - System.nanoTime()) / 1_000_000) {
        wait(left);
      }
    } catch (InterruptedException e) {
      watchers.clear();
    }
    if (watchers.isEmpty() || !running) {
      thread = null;
      return List.of();
    }
    return List.copyOf(watchers);
  }

  private record Told(UUID build, TenantId tenant, BuildEvent event) {}

  /** What has happened, and what was deleted meanwhile. */
  private record News(List<Told> told, Set<UUID> gone) {}

  private News newFor(List<Watcher> asking) {
    Map<UUID, Integer> least =
        asking.stream().collect(Collectors.toMap(one -> one.build, one -> one.seen, Math::min));
    List<UUID> builds = List.copyOf(least.keySet());
    return system.run(rows -> new News(told(rows, builds, least), gone(rows, builds)));
  }

  private Set<UUID> gone(SystemRows rows, List<UUID> builds) {
    return Set.copyOf(
        rows.sql(lost)
            .param("builds", array(builds))
            .query((row, _) -> row.getObject(1, UUID.class))
            .list());
  }

  private List<Told> told(SystemRows rows, List<UUID> builds, Map<UUID, Integer> least) {
    return rows.sql(question)
        .param("builds", array(builds))
        .param("numbers", array(builds.stream().map(least::get).toList()))
        .param("most", ANSWER_COUNT_MAX)
        .query((row, _) ->
            new Told(
                row.getObject("work", UUID.class),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new BuildEvent(
                    row.getInt("number"),
                    row.getString("kind"),
                    row.getString("body"),
                    row.getObject("happened_at", OffsetDateTime.class).toInstant())))
        .list();
  }

  private static String array(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  private static void deliver(List<Watcher> asking, List<Told> told) {
    for (Told one : told) {
      for (Watcher watcher : asking) {
        if (watcher.build.equals(one.build())
            && watcher.tenant.equals(one.tenant())
            && one.event().number() > watcher.seen) {
          watcher.seen = one.event().number();
          watcher.waiting.add(one.event());
        }
      }
    }
  }

  /** Nothing more will be told of these: their streams would stay open and silent. */
  private static void end(List<Watcher> asking, Set<UUID> gone) {
    for (Watcher watcher : asking) {
      if (gone.contains(watcher.build) && !watcher.ended) {
        watcher.ended = true;
        watcher.waiting.add(new BuildEvent(watcher.seen + 1, BuildEvent.GONE, "{}", Instant.now()));
      }
    }
  }

  @Override
  public synchronized void start() {
    running = true;
  }

  /** Comes before the web server waits for its requests, so that streams do not keep it. */
  @Override
  public synchronized void stop() {
    running = false;
    notifyAll();
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }
}
