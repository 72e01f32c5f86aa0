package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.json.ResearchJson;
import ai.wikibuilder.answers.research.ReportPage;
import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.answers.research.ResearchSettings;
import ai.wikibuilder.answers.research.Researcher;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.server.models.HeldModels;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.wikis.MeantWiki;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Does researches, some at a time, as long as the process runs. */
final class ResearchWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ResearchWork.class);

  /** More would only wait for the same provider. */
  private static final int AT_ONCE = 4;

  private static final long PAUSE_MILLIS = 1_000;

  /** Longest time between two looks whether a research is still wanted; each renews its lease. */
  private static final Duration BEAT_MAX = Duration.ofSeconds(3);

  /** Looks in the time that a lease counts. */
  private static final int BEATS_A_LEASE = 4;

  /** How long closing waits for researches to be handed back. */
  private static final long CLOSING_SECONDS_MAX = 10;

  /** Until a research is tried again for which others of the tenant left nothing. */
  private static final Duration HELD_PAUSE = Duration.ofSeconds(2);

  /** What a long research costs of a good model; the plan free allows five of them a month. */
  private static final Amount MOST = new Amount(400_000, 2_000_000);

  private final Researches researches;
  private final Wikis wikis;
  private final TenantModels models;
  private final ResearchEvents events;
  private final JsonMapper json;
  private volatile boolean closing;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

  ResearchWork(Parts parts, JsonMapper json) {
    this.researches = parts.researches();
    this.wikis = parts.wikis();
    this.models = parts.models();
    this.events = parts.events();
    this.json = json;
  }

  /** What it stands on. */
  record Parts(Researches researches, Wikis wikis, TenantModels models, ResearchEvents events) {}

  /** Another worker has it, or nobody wants it any more. */
  private static final class NoLongerOurs extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void start() {
    for (int i = 0; i < AT_ONCE; i++) {
      threads.execute(this::work);
    }
  }

  private void work() {
    while (!closing) {
      boolean _ = Thread.interrupted(); // one that was stopped is over
      try {
        Optional<KeptResearch> taken = researches.take();
        if (taken.isPresent()) {
          research(taken.get());
        } else {
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.warn("no research taken because={}", e.toString());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void research(KeptResearch taken) {
    try (Heartbeat beat = new Heartbeat(pause(researches.lease()), () -> researches.renew(taken))) {
      beat.begin();
      lookInto(taken);
    }
  }

  private static Duration pause(Duration lease) {
    Duration part = lease.dividedBy(BEATS_A_LEASE);
    return part.compareTo(BEAT_MAX) < 0 ? part : BEAT_MAX;
  }

  private void lookInto(KeptResearch taken) {
    try (HeldModels held = held(taken);
        ReadWiki wiki = wikis.open(taken.tenant(), taken.repository());
        MeantWiki meant = wiki.open(held.vectors().questions())) {
      events.add(taken, "state", Map.of("state", "running"));
      OpenWiki open = meant.wiki();
      Researcher researcher =
          new Researcher(
              open, held.adviser(), ResearchSettings.standard(), run -> keep(taken, run));
      ResearchRun begun = begun(taken, open, wiki.tree());
      ResearchRun ended =
          begun.isRunning() ? researcher.research(begun, new Trail(events, taken)) : begun;
      ReportPage pages =
          new ReportPage(new ProseChecker(open.names().get(), open.texts()), open.texts());
      ResearchJson report = ResearchJson.of(ended, pages.of(ended), false);
      researches.end(taken, report.state(), json.writeValueAsString(report));
    } catch (NoLongerOurs e) {
      LOG.debug("research given up id={}", taken.id());
    } catch (QuotaException e) {
      refused(taken, e);
    } catch (StorageException | TenantException | AnswerException e) {
      researches.fail(taken, String.valueOf(e.getMessage()));
    } catch (GenerationException e) {
      LOG.warn("generation damaged id={} because={}", taken.id(), e.getMessage());
      researches.fail(taken, String.valueOf(StorageException.damaged(e).getMessage()));
    } catch (ModelException e) {
      // Stopped: with the process, or because nobody wants it. Whoever takes it next goes on.
      boolean handedBack = researches.handBack(taken);
      LOG.debug("research interrupted id={} handedBack={}", taken.id(), handedBack);
    } catch (RuntimeException e) {
      LOG.error("research failed id={}", taken.id(), e);
      researches.fail(taken, "This is a fault of ours; it has been logged.");
    }
  }

  private void keep(KeptResearch taken, ResearchRun run) {
    if (!researches.keep(taken, run)) {
      throw new NoLongerOurs();
    }
  }

  /** It waits where other work of the tenant holds back what is left. */
  private void refused(KeptResearch taken, QuotaException quota) {
    if (quota.isHeldBack()) {
      boolean putOff = researches.putOff(taken, HELD_PAUSE);
      LOG.debug("research put off id={} putOff={}", taken.id(), putOff);
    } else {
      researches.fail(taken, String.valueOf(quota.getMessage()));
    }
  }

  private HeldModels held(KeptResearch taken) {
    return models
        .hold(
            new TenantModels.Work(
                taken.tenant(),
                taken.user(),
                "research",
                most(taken),
                Optional.of(taken.id().value())))
        .orElseThrow(() ->
            new AnswerException(
                AnswerException.Kind.NO_MODEL, "There is no model any more; ask again."));
  }

  /** What it may cost: what a long one does, or less where whoever asked said so. */
  private static Amount most(KeptResearch taken) {
    Budget budget = taken.budget().flatMap(Budget::parse).orElseGet(Budget::unlimited);
    return new Amount(
        Math.min(MOST.tokens(), budget.tokens().orElse(Long.MAX_VALUE)),
        Math.min(
            MOST.microDollars(),
            budget.money().map(money -> money.nanos() / 1_000).orElse(Long.MAX_VALUE)));
  }

  /** From its last step, or from the beginning where the wiki is of another commit by now. */
  private static ResearchRun begun(KeptResearch taken, OpenWiki open, String tree) {
    return taken
        .run()
        .filter(run -> run.snapshot().equals(tree))
        .orElseGet(() -> ResearchRun.begin(taken.id().plain(), taken.question(), open, tree));
  }

  @Override
  public void close() {
    closing = true;
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(CLOSING_SECONDS_MAX, TimeUnit.SECONDS)) {
        LOG.warn("researches do not end; others take them when their leases run out");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
