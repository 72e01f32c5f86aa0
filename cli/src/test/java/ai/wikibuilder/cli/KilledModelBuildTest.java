package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.scripted.PageWriter;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that ends or dies while a model writes: what was paid is not paid again. */
class KilledModelBuildTest {
  /** The page in whose middle the process is killed. */
  private static final int KILLED_AT = 4;

  /** Pages that are written when the process is interrupted: as many as calls at once. */
  private static final int INTERRUPTED_COUNT = 4;

  /** What does not wait for a model ends in a tenth of a second. */
  private static final long AT_ONCE_MILLIS_MAX = 4_000;

  private static final Pattern PAGE = Pattern.compile("(?m)^PAGE (.*)$");

  @TempDir Path home;

  private CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch dead = new CountDownLatch(1);
  private final AtomicInteger pages = new AtomicInteger();

  /** Honest, and silent about so many pages, the first being this one, until it may speak. */
  private Script silentFrom(int first, int count) {
    asked = new CountDownLatch(count);
    PageWriter writer = new PageWriter();
    return (prompt, random) -> {
      String all = prompt.everything();
      if (all.contains("Answer with one word")) {
        return ScriptedReply.text("ready");
      }
      if (all.contains("table of contents")) {
        return ScriptedReply.text("{\"rename\": [], \"move\": []}");
      }
      if (all.contains("A check of your page")) {
        return ScriptedReply.text("1. REMOVE\n2. REMOVE\n3. REMOVE");
      }
      int page = pages.incrementAndGet();
      if (page >= first && page < first + count) {
        asked.countDown();
        await(dead);
      }
      return writer.reply(prompt, random);
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void afterAKillInTheMiddleOfAPageAtMostThatPageIsPaidTwiceAndTheWikiIsWhole() throws IOException {
    SampleRepository sample =
        SampleRepository.committed(Files.createDirectory(home.resolve("harbour")));
    sample.withParts().commit("parts");
    try (ScriptedModelServer server = new ScriptedModelServer(silentFrom(KILLED_AT, 1))) {
      CommandLineProcess process =
          CommandLineProcess.start(home, configured(server, 1), words(sample));
      await(asked);
      process.kill();
      assertThat(process.exit()).as(process.said()).isEqualTo(137);
      dead.countDown();
      assertThat(home.resolve("out/index.html")).as("nothing half done is shown").doesNotExist();
      List<ReceivedPrompt> before = server.received();

      CommandLineRun again = CommandLineRun.of(home, configured(server, 1), words(sample));

      assertThat(again.exit()).as(again.out() + again.err()).isZero();
      Map<String, Integer> askedByPage = askedByPage(server);
      assertThat(before.stream().filter(KilledModelBuildTest::isFirstOfPage).count())
          .isEqualTo(KILLED_AT);
      assertThat(askedByPage.values().stream().filter(count -> count > 1))
          .as("prompts that were sent twice")
          .hasSizeLessThanOrEqualTo(1)
          .allMatch(count -> count == 2);
      assertThat(askedByPage.size()).isGreaterThan(KILLED_AT);
      assertThat(again.out()).containsPattern("model: (?:[7-9]|1\\d) pages");
      assertThat(CommandLineRun.of(home, "check", "--wiki", home.resolve("out").toString()).exit())
          .isZero();
    }
  }

  @Test
  void afterOneCtrlCTheRepliesUnderWayAreAwaitedAndNoneIsPaidTwice() throws Exception {
    SampleRepository sample =
        SampleRepository.committed(Files.createDirectory(home.resolve("harbour")));
    sample.withParts().commit("parts");
    try (ScriptedModelServer server = new ScriptedModelServer(silentFrom(2, INTERRUPTED_COUNT))) {
      CommandLineProcess process =
          CommandLineProcess.start(home, configured(server, INTERRUPTED_COUNT), words(sample));
      await(asked);
      process.interrupt();
      awaitSaid(process, "waiting for 4 replies");
      assertThat(process.endsWithin(500)).as("ends before its replies").isFalse();
      dead.countDown();
      assertThat(process.exit()).as(process.said()).isEqualTo(130);
      assertThat(process.said()).contains("interrupted; an earlier wiki is as it was");
      assertThat(home.resolve("out/index.html")).doesNotExist();
      assertThat(firstOfPages(server)).as("no call began after it").isEqualTo(5);

      CommandLineRun again =
          CommandLineRun.of(home, configured(server, INTERRUPTED_COUNT), words(sample));

      assertThat(again.exit()).as(again.out() + again.err()).isZero();
      assertThat(askedByPage(server)).hasSizeGreaterThan(5);
      assertThat(askedByPage(server).values()).as("times a page was asked for").containsOnly(1);
    }
  }

  @Test
  void aSecondCtrlCEndsAtOnceAndWritesDownWhatWasRunning() throws Exception {
    SampleRepository sample =
        SampleRepository.committed(Files.createDirectory(home.resolve("harbour")));
    sample.withParts().commit("parts");
    try (ScriptedModelServer server = new ScriptedModelServer(silentFrom(2, INTERRUPTED_COUNT))) {
      CommandLineProcess process =
          CommandLineProcess.start(home, configured(server, INTERRUPTED_COUNT), words(sample));
      await(asked);
      process.interrupt();
      awaitSaid(process, "Ctrl-C again stops at once");

      process.interrupt();

      assertThat(process.endsWithin(AT_ONCE_MILLIS_MAX)).as(process.said()).isTrue();
      dead.countDown();
      assertThat(process.exit()).as(process.said()).isEqualTo(130);
      assertThat(Files.readString(home.resolve("data/ledger")).lines())
          .as("calls with the tokens of their prompts")
          .filteredOn(line -> line.contains("CANCELLED") || line.contains("cancelled"))
          .hasSizeGreaterThanOrEqualTo(INTERRUPTED_COUNT);
    }
  }

  private static void awaitSaid(CommandLineProcess process, String words) throws Exception {
    for (int i = 0; i < 300 && !process.said().contains(words); i++) {
      assertThat(process.endsWithin(100)).as(process.said()).isFalse();
    }
    assertThat(process.said()).contains(words);
  }

  private static long firstOfPages(ScriptedModelServer server) {
    return server.received().stream().filter(KilledModelBuildTest::isFirstOfPage).count();
  }

  private static Map<String, Integer> askedByPage(ScriptedModelServer server) {
    Map<String, Integer> asked = new HashMap<>();
    for (ReceivedPrompt prompt : server.received()) {
      if (isFirstOfPage(prompt)) {
        asked.merge(prompt.everything(), 1, Integer::sum);
      }
    }
    return asked;
  }

  private static boolean isFirstOfPage(ReceivedPrompt prompt) {
    Matcher page = PAGE.matcher(prompt.everything());
    return page.find() && !prompt.everything().contains("A check of your page");
  }

  private String[] words(SampleRepository sample) {
    return new String[] {
      "build",
      sample.folder().toString(),
      "--out",
      home.resolve("out").toString(),
      "--writer",
      "model"
    };
  }

  /** What is being written when the process dies can be lost: as many calls as go at once. */
  private static Map<String, String> configured(ScriptedModelServer server, int callsAtOnce) {
    return Map.of(
        "AIWIKI_MODEL_PROVIDER", "openai",
        "AIWIKI_MODEL_BASE_URL", server.baseUrl(Provider.OPENAI),
        "AIWIKI_MODEL_API_KEY", "sk-test-0123456789abcdef",
        "AIWIKI_MODEL_STRONG", "scripted-large",
        "AIWIKI_MODEL_FACTS", "scripted-large 64000 8000 1 0 2.00 0.20 2.50 8.00",
        "AIWIKI_MODEL_CALLS_AT_ONCE", String.valueOf(callsAtOnce),
        "AIWIKI_ALLOWED_HOSTS", server.hostPort());
  }
}
