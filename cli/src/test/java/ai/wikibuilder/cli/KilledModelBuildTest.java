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

/** A build that dies while a model writes: what was paid is not paid again. */
class KilledModelBuildTest {
  /** The page in whose middle the process is killed. */
  private static final int KILLED_AT = 4;

  private static final Pattern PAGE = Pattern.compile("(?m)^PAGE (.*)$");

  @TempDir Path home;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch dead = new CountDownLatch(1);
  private final AtomicInteger pages = new AtomicInteger();

  /** Honest, and silent about one page until the process is dead. */
  private Script honest() {
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
      if (pages.incrementAndGet() == KILLED_AT) {
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
    try (ScriptedModelServer server = new ScriptedModelServer(honest())) {
      CommandLineProcess process =
          CommandLineProcess.start(home, configured(server), words(sample));
      await(asked);
      process.kill();
      assertThat(process.exit()).as(process.said()).isEqualTo(137);
      dead.countDown();
      assertThat(home.resolve("out/index.html")).as("nothing half done is shown").doesNotExist();
      List<ReceivedPrompt> before = server.received();

      CommandLineRun again = CommandLineRun.of(home, configured(server), words(sample));

      assertThat(again.exit()).as(again.out() + again.err()).isZero();
      Map<String, Integer> askedByPage = new HashMap<>();
      server
          .received()
          .forEach(prompt -> {
            if (isFirstOfPage(prompt)) {
              askedByPage.merge(prompt.everything(), 1, Integer::sum);
            }
          });
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

  /** One call at once: only what is being written when the process dies can be lost. */
  private static Map<String, String> configured(ScriptedModelServer server) {
    return Map.of(
        "AIWIKI_MODEL_PROVIDER", "openai",
        "AIWIKI_MODEL_BASE_URL", server.baseUrl(Provider.OPENAI),
        "AIWIKI_MODEL_API_KEY", "sk-test-0123456789abcdef",
        "AIWIKI_MODEL_STRONG", "scripted-large",
        "AIWIKI_MODEL_FACTS", "scripted-large 64000 8000 1 0 2.00 0.20 2.50 8.00",
        "AIWIKI_MODEL_CALLS_AT_ONCE", "1",
        "AIWIKI_ALLOWED_HOSTS", server.hostPort());
  }
}
