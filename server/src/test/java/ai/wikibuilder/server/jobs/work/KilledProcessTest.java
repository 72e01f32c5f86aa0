package ai.wikibuilder.server.jobs.work;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.server.Beside;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.database.DatabaseAddress;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.jobs.events.BuildEvent;
import ai.wikibuilder.server.jobs.events.BuildEvents;
import ai.wikibuilder.server.storage.Sweep;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Workers that are processes of their own, on one database and one folder, ended by {@code kill
 * -9}. A worker says at which step it is and stays there until it is killed, so that no moment is
 * left to luck. Throughout somebody reads: the wiki is whole whenever there is one, and no token is
 * smaller than one before.
 */
class KilledProcessTest {
  private static final int MOST_ATTEMPTS = 5;

  @TempDir static Path folder;

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static ModelHost model;

  /** What {@code model.calls-at-once} is unless it is set. */
  private static final int CALLS_AT_ONCE = 4;

  private static Workshop workshop;
  private static WorkerProcess survivor;

  /** The one to be killed next, which starts while the test before it waits for a lease. */
  private static WorkerProcess next;

  @BeforeAll
  static void open() throws IOException {
    model = ModelHost.start();
    workshop = Workshop.open(folder, model);
    survivor = started();
    next = started();
  }

  @AfterAll
  static void close() {
    next.close();
    survivor.close();
    workshop.close();
    model.close();
  }

  private static WorkerProcess started() throws IOException {
    Path own = Files.createDirectory(folder.resolve("process-" + NUMBERS.incrementAndGet()));
    return WorkerProcess.start(
        new Beside(
            folder,
            own,
            DatabaseAddress.of(workshop.server()),
            List.of(workshop.git().hostPort(), model.hostPort()),
            Optional.of(model.baseUrl())));
  }

  private static WorkerProcess next() throws IOException {
    WorkerProcess taken = next.awaitReady();
    next = started();
    return taken;
  }

  @ParameterizedTest
  @EnumSource(names = {"FACTS", "STORED", "PUBLISHED"})
  void aProcessThatIsKilledLosesNothing(Step deadly) throws IOException {
    killAt(deadly, workshop.waiting());
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void whereverAProcessIsKilledItLosesNothing(Step deadly) throws IOException {
    killAt(deadly, workshop.waiting());
  }

  /** A wiki is there, and the next build of it is killed. */
  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void whereverTheNextBuildIsKilledTheWikiStays(Step deadly) throws IOException {
    Workshop.Waiting first = workshop.waiting();
    workshop.worker(Steps.unwatched()).work(() -> false);
    first.served().write("src/tide/moon.py", "def phase():\n    return 0\n").commit("second");

    killAt(
        deadly,
        new Workshop.Waiting(
            first.organisation(),
            first.served(),
            first.repository(),
            workshop.accept(first.organisation(), first.repository())));
  }

  private static void killAt(Step deadly, Workshop.Waiting waiting) throws IOException {
    try (Reader reader = Reader.of(workshop, waiting);
        WorkerProcess victim = next()) {
      victim.awaitReady().workUntil(deadly);
      victim.await(deadly);
      victim.kill();

      Build ended = endedBySurvivor(waiting);

      assertThat(ended.state()).as("%s", ended.failure()).isEqualTo(BuildState.DONE);
      assertThat(ended.progress().attemptCount()).isBetween(1, MOST_ATTEMPTS);
      publishedOnce(waiting);
      reader.sawNothingTorn();
    }
    nothingIsLeftOver(waiting);
  }

  /** The process is killed while it waits for the model's answer to one of its questions. */
  @ParameterizedTest
  @ValueSource(ints = 3)
  void aModelIsPaidForOnePageTwiceAtMost(int question) throws Exception {
    assertThat(paidAgain(question, true)).isLessThanOrEqualTo(1);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 6})
  void whicheverPageIsAskedForItIsPaidForTwiceAtMost(int question) throws Exception {
    assertThat(paidAgain(question, true)).isLessThanOrEqualTo(1);
  }

  /** What a provider is writing when the process dies is lost, and no more than that. */
  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6})
  void ofPagesThatAreAskedForAtOnceEachIsPaidForTwiceAtMost(int question) throws Exception {
    assertThat(paidAgain(question, false)).isLessThanOrEqualTo(CALLS_AT_ONCE);
  }

  /**
   * Kills a process while a model is asked, and counts the questions that were asked twice.
   *
   * @param alone whether everything else that was asked is answered and kept by then
   */
  private static int paidAgain(int question, boolean alone) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    AtomicInteger questions = new AtomicInteger();
    int before = model.server().received().size();
    Workshop.Waiting waiting = ofManyPages();
    long usedBefore = used(waiting);
    try (AutoCloseable _ =
            model.behaving((prompt, random) -> {
              if (isOfWiki(prompt) && questions.incrementAndGet() == question) {
                asked.countDown();
                await(killed);
              }
              return ModelHost.honest().reply(prompt, random);
            });
        Reader reader = Reader.of(workshop, waiting);
        WorkerProcess victim = next()) {
      victim.awaitReady().work();
      await(asked);
      if (alone) {
        awaitOneUnderWay(waiting, before, usedBefore);
      }
      victim.kill();
      killed.countDown();

      Build ended = endedBySurvivor(waiting);

      assertThat(ended.state()).as("%s", ended.failure()).isEqualTo(BuildState.DONE);
      publishedOnce(waiting);
      reader.sawNothingTorn();
      return paidAgain(before);
    }
  }

  /** Until all answers but one are in the books, and for half a second nothing more is asked. */
  private static void awaitOneUnderWay(Workshop.Waiting waiting, int before, long usedBefore) {
    AtomicInteger last = new AtomicInteger();
    AtomicInteger still = new AtomicInteger();
    Waiting.until(
        () -> {
          int asked = model.server().received().size() - before;
          boolean one = asked - (used(waiting) - usedBefore) <= 1 && last.getAndSet(asked) == asked;
          return still.updateAndGet(times -> one ? times + 1 : 0);
        },
        times -> times >= 10);
  }

  /** Answers of models that are entered in the books of who waits. */
  private static long used(Workshop.Waiting waiting) {
    return workshop.count(
        "SELECT count(*) FROM usage_entries WHERE tenant_id = :id",
        waiting.organisation().tenant().value());
  }

  /** A build by the model that waits, of a repository with modules that are worth a page each. */
  private static Workshop.Waiting ofManyPages() {
    Workshop.Waiting tiny = workshop.waiting();
    workshop.part(Builds.class).cancel(tiny.build().tenant(), tiny.build().id());
    for (String module : List.of("harbour", "moon", "ship", "weather")) {
      for (String part : List.of("keeper", "ledger", "signal", "watch")) {
        tiny.served().write("src/%s/%s.py".formatted(module, part), source(module, part));
      }
    }
    tiny.served().commit("more");
    return new Workshop.Waiting(
        tiny.organisation(),
        tiny.served(),
        tiny.repository(),
        workshop.accept(tiny.organisation(), tiny.repository(), byModel()));
  }

  private static String source(String module, String part) {
    StringBuilder text =
        new StringBuilder(
            "\"\"\"The %2$s of the %1$s, and what it is asked.\"\"\"\n\n\nclass %3$s:\n"
                .formatted(
                    module, part, part.substring(0, 1).toUpperCase(ROOT) + part.substring(1)));
    for (String verb : List.of("add", "find", "count", "forget", "order", "merge", "split")) {
      text.append("    def %s_%s(self, entry):\n".formatted(verb, module))
          .append(
              "        \"\"\"Says what to %s in the %s of a %s.\"\"\"\n"
                  .formatted(verb, part, module))
          .append("        if entry is None:\n            return self.entries\n")
          .append("        return self.entries.%s(entry)\n\n".formatted(verb));
    }
    return text.toString();
  }

  private static boolean isOfWiki(ReceivedPrompt prompt) {
    return !prompt.everything().contains("Answer with one word");
  }

  /** Questions that were asked again, word for word. */
  private static int paidAgain(int before) {
    List<ReceivedPrompt> all = model.server().received();
    Map<String, Long> counts =
        all.subList(before, all.size()).stream()
            .filter(KilledProcessTest::isOfWiki)
            .collect(Collectors.groupingBy(ReceivedPrompt::everything, Collectors.counting()));
    return counts.values().stream().mapToInt(count -> count.intValue() - 1).sum();
  }

  private static BuildWish byModel() {
    return BuildWish.composed().byModel(PageLanguage.EN);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Build endedBySurvivor(Workshop.Waiting waiting) {
    survivor.awaitReady().work();
    Build ended =
        Waiting.until(() -> workshop.now(waiting.build()), build -> build.state().isFinal());
    survivor.rest();
    return ended;
  }

  private static void publishedOnce(Workshop.Waiting waiting) {
    assertThat(
            workshop.count(
                "SELECT count(*) FROM generations WHERE build_id = :id",
                waiting.build().id().value()))
        .isEqualTo(1);
    List<BuildEvent> events =
        workshop
            .part(BuildEvents.class)
            .after(waiting.build().tenant(), waiting.build().id(), 0, 1_000);
    assertThat(events.stream().filter(BuildEvent::isLast)).hasSize(1);
  }

  /** What the killed process had written and nobody was shown is swept away. */
  private static void nothingIsLeftOver(Workshop.Waiting waiting) throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    Sweep sweep = new Sweep(workshop.part(SystemTransactions.class), workshop.store(), now::get);
    sweep.sweep();
    now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
    sweep.sweep();
    long rows =
        workshop.count(
            "SELECT count(*) FROM generations WHERE repository_id = :id",
            waiting.repository().id().value());
    for (String kind : List.of("index", "wiki")) {
      Path generations =
          folder
              .resolve("storage")
              .resolve(kind)
              .resolve(waiting.organisation().tenant().toString())
              .resolve(waiting.repository().id().toString());
      try (Stream<Path> folders = Files.list(generations)) {
        assertThat(folders.toList()).as(kind).hasSize((int) rows);
      }
    }
  }
}
