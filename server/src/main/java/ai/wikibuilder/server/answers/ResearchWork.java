package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.json.ResearchJson;
import ai.wikibuilder.answers.research.ReportPage;
import ai.wikibuilder.answers.research.ResearchListener;
import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.answers.research.ResearchSettings;
import ai.wikibuilder.answers.research.Researcher;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.server.models.HeldModels;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
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

  /** What a long research costs of a good model; the plan free allows five of them a month. */
  private static final Amount MOST = new Amount(400_000, 2_000_000);

  private final Researches researches;
  private final Wikis wikis;
  private final TenantModels models;
  private final JsonMapper json;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

  ResearchWork(Researches researches, Wikis wikis, TenantModels models, JsonMapper json) {
    this.researches = researches;
    this.wikis = wikis;
    this.models = models;
    this.json = json;
  }

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
    while (!Thread.currentThread().isInterrupted()) {
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
    try (ReadWiki wiki = wikis.open(taken.tenant(), taken.repository());
        HeldModels held = held(taken)) {
      OpenWiki open = wiki.open();
      Researcher researcher =
          new Researcher(
              open,
              held.adviser(),
              ResearchSettings.standard(),
              run -> {
                if (!researches.keep(taken, run)) {
                  throw new NoLongerOurs();
                }
              });
      ResearchRun ended =
          researcher.research(begun(taken, open, wiki.tree()), ResearchListener.silent());
      ReportPage pages =
          new ReportPage(new ProseChecker(open.names().get(), open.texts()), open.texts());
      ResearchJson report = ResearchJson.of(ended, pages.of(ended), false);
      researches.end(taken, report.state(), json.writeValueAsString(report));
    } catch (NoLongerOurs e) {
      LOG.debug("research given up id={}", taken.id());
    } catch (QuotaException | StorageException | TenantException | AnswerException e) {
      researches.fail(taken, String.valueOf(e.getMessage()));
    } catch (ModelException e) {
      // Cancelled with the process: whoever takes it next goes on from the last step.
      LOG.debug("research interrupted id={}", taken.id());
    } catch (RuntimeException e) {
      LOG.error("research failed id={}", taken.id(), e);
      researches.fail(taken, "This is a fault of ours; it has been logged.");
    }
  }

  private HeldModels held(KeptResearch taken) {
    return models
        .hold(
            new TenantModels.Work(
                taken.tenant(), taken.user(), "research", MOST, Optional.of(taken.id().value())))
        .orElseThrow(() ->
            new AnswerException(
                AnswerException.Kind.NO_MODEL, "There is no model any more; ask again."));
  }

  /** From its last step, or from the beginning where the wiki is of another commit by now. */
  private static ResearchRun begun(KeptResearch taken, OpenWiki open, String tree) {
    return taken
        .run()
        .filter(run -> run.snapshot().equals(tree) && run.isRunning())
        .orElseGet(() -> ResearchRun.begin(taken.id().plain(), taken.question(), open, tree));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
