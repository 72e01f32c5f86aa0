package ai.wikibuilder.models.gate;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.scripted.Fault;
import ai.wikibuilder.models.scripted.Misbehaviour;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.models.scripted.Speed;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that misbehave at random, in all four formats, while many callers ask at once. */
class FaultDoseTest {
  private static final long SEED = 20_261_120;
  private static final int CALLERS = 16;

  /** Short, so that hanging costs little; honest replies come in a few milliseconds. */
  private static final Duration SILENCE = Duration.ofMillis(500);

  private static final List<Fault> FAULTS =
      Fault.usualAnd(
          new Fault.Redirect("http://127.0.0.1:9/elsewhere"),
          new Fault.Status(401, "invalid_api_key", "wrong key", Optional.empty()),
          new Fault.Status(400, "x", "maximum context length", Optional.empty()));

  private static final List<Misbehaviour> MISBEHAVIOURS =
      List.of(
          Misbehaviour.EMPTY,
          Misbehaviour.CUT_JSON,
          Misbehaviour.WRONG_LANGUAGE,
          Misbehaviour.TEN_TIMES_TOO_LONG,
          Misbehaviour.REFUSAL,
          Misbehaviour.OBEYS_EVIDENCE,
          Misbehaviour.CITES_NOTHING);

  @TempDir Path folder;

  @Test
  void aThousandFaultsEndInAReplyOrATypedErrorAndEveryTryIsSettled() throws Exception {
    everyCallEndsAsItShould(1_000);
  }

  @Test
  @Tag("long")
  void fiveThousandFaultsDoTheSame() throws Exception {
    everyCallEndsAsItShould(5_000);
  }

  private void everyCallEndsAsItShould(int faultCount) throws Exception {
    AtomicInteger injected = new AtomicInteger();
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    int replies = 0;
    for (Provider format :
        List.of(
            Provider.OPENAI_COMPATIBLE, Provider.ANTHROPIC, Provider.GEMINI, Provider.BEDROCK)) {
      injected.set(0);
      try (ScriptedModelServer server =
          new ScriptedModelServer(misbehaving(injected), Speed.fast(), SEED)) {
        TestGate test =
            new TestGate(server)
                .with(format)
                .silentFor(SILENCE)
                .with(new RateLimits(0, 0, CALLERS));
        Gate gate = test.gate();
        for (Object outcome : ask(gate, injected, faultCount / 4)) {
          switch (outcome) {
            case ChatReply reply -> {
              assertThat(reply.text()).isNotBlank();
              replies++;
            }
            case ModelException failure -> kinds.merge(failure.kind(), 1, Integer::sum);
            default -> throw new AssertionError("seed " + SEED, (Throwable) outcome);
          }
        }
        assertThat(injected.get()).isGreaterThanOrEqualTo(faultCount / 4);
        settled(test, server);
        noConnectionIsLeft(server);
      }
    }
    assertThat(replies).isPositive();
    assertThat(kinds)
        .containsKeys(Kind.KEY_REFUSED, Kind.CONTEXT_EXCEEDED, Kind.REFUSED, Kind.RATE_LIMITED);
    assertThat(threads("model-call")).isZero();
  }

  /** Every try the server saw is an entry, and nothing is still set aside. */
  private static void settled(TestGate test, ScriptedModelServer server) {
    assertThat(test.entries).hasSize(server.received().size());
    long tokens = test.entries.stream().mapToLong(entry -> entry.usage().tokens()).sum();
    assertThat(test.ledger().spent().tokens()).isEqualTo(tokens);
  }

  @Test
  void aBudgetIsNeverExceededByMoreThanOneCallWhateverHappens() throws Exception {
    long limit = 9_000;
    AtomicInteger injected = new AtomicInteger();
    try (ScriptedModelServer server =
        new ScriptedModelServer(misbehaving(injected), Speed.fast(), SEED + 1)) {
      TestGate test =
          new TestGate(server)
              .silentFor(SILENCE)
              .with(new RateLimits(0, 0, CALLERS))
              .with(Budget.parse(limit + "-tokens").orElseThrow());
      Gate gate = test.gate();

      List<Object> outcomes = ask(gate, injected, 300);

      assertThat(outcomes.stream().filter(ModelException.class::isInstance))
          .extracting(failure -> ((ModelException) failure).kind())
          .contains(Kind.OVER_BUDGET);
      long largest =
          test.entries.stream().map(LedgerEntry::usage).mapToLong(Usage::tokens).max().orElse(0);
      assertThat(test.ledger().spent().tokens()).isLessThanOrEqualTo(limit + largest);
    }
  }

  /** Half of the replies are faults, one in six is honest in form alone. */
  private static Script misbehaving(AtomicInteger injected) {
    return (prompt, random) -> {
      Script honest = (p, r) -> ScriptedReply.text("The router matches requests [1]. ".repeat(4));
      int choice = random.nextInt(6);
      if (choice < 3) {
        injected.incrementAndGet();
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        return honest.reply(prompt, random).with(fault);
      }
      if (choice == 3) {
        injected.incrementAndGet();
        return MISBEHAVIOURS
            .get(random.nextInt(MISBEHAVIOURS.size()))
            .of(honest)
            .reply(prompt, random);
      }
      return honest.reply(prompt, random);
    };
  }

  /** Asks from many threads until so many faults were met; what became of each call. */
  private static List<Object> ask(Gate gate, AtomicInteger injected, int faultCount)
      throws Exception {
    Queue<Object> outcomes = new ConcurrentLinkedQueue<>();
    AtomicInteger calls = new AtomicInteger();
    int callsMax = faultCount * 4;
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        running.add(
            callers.submit(() -> {
              int call = calls.getAndIncrement();
              while (injected.get() < faultCount && call < callsMax) {
                outcomes.add(outcome(gate, "page " + call));
                call = calls.getAndIncrement();
              }
            }));
      }
      for (Future<?> each : running) {
        each.get(5, TimeUnit.MINUTES);
      }
    }
    return List.copyOf(outcomes);
  }

  private static Object outcome(Gate gate, String text) {
    try {
      return gate.reply(TestGate.request(text), piece -> {});
    } catch (ModelException e) {
      return e;
    } catch (RuntimeException e) {
      return new AssertionError("a call ended without a type", e);
    }
  }

  @Test
  void callersWhoGoAwayAtRandomLeaveNothingBehind() throws Exception {
    AtomicInteger injected = new AtomicInteger();
    Random random = new Random(SEED);
    try (ScriptedModelServer server =
        new ScriptedModelServer(misbehaving(injected), Speed.fast(), SEED + 2)) {
      TestGate test =
          new TestGate(server).silentFor(Duration.ofMinutes(1)).with(new RateLimits(0, 0, CALLERS));
      Gate gate = test.gate();
      Queue<Object> outcomes = new ConcurrentLinkedQueue<>();
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String text = "page " + i;
        callers.add(Thread.ofVirtual().start(() -> outcomes.add(outcome(gate, text))));
      }
      for (Thread caller : callers) {
        caller.join(Duration.ofMillis(random.nextInt(20)));
        caller.interrupt();
      }
      for (Thread caller : callers) {
        assertThat(caller.join(Duration.ofSeconds(20))).isTrue();
      }

      assertThat(outcomes).hasSize(200).doesNotHaveAnyElementsOfTypes(AssertionError.class);
      assertThat(threads("model-call")).isZero();
      noConnectionIsLeft(server);
    }
  }

  /** The server notices a moment after its other side that a connection is gone. */
  private static void noConnectionIsLeft(ScriptedModelServer server) {
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (server.openCount() > 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(server.openCount()).isZero();
  }

  /** Threads of this name, virtual ones too; a reader that was just cut off may need a moment. */
  private long threads(String name) throws IOException {
    HotSpotDiagnosticMXBean diagnostics =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    long count = 1;
    for (int look = 0; count > 0 && System.nanoTime() < deadline; look++) {
      Path dump = folder.resolve("threads-" + System.nanoTime() + "-" + look);
      diagnostics.dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
      count = Files.readAllLines(dump).stream().filter(line -> line.contains(name)).count();
    }
    return count;
  }
}
