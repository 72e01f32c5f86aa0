package ai.wikibuilder.benchmarks.quotes;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.scripted.PageWriter;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.models.scripted.Speed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model provider to try by hand, without a key and without costs: the scripted server with a
 * writer that quotes its evidence, and the lines of a shell that have {@code aiwiki} ask it. For
 * one thread.
 */
public final class ProviderByHand {
  private static final Pattern TO_MEND = Pattern.compile("(?m)^(\\d+)\\. ");

  /** As the scripted server counts. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  /** Shorter beginnings are kept by nobody. */
  private static final int KEPT_TOKENS_MIN = 1_024;

  /** One seed: the same repository gives the same wiki. */
  private static final long SEED = 1;

  private ProviderByHand() {}

  /**
   * Serves until it is interrupted.
   *
   * @param arguments the folder of the project; the format, {@code openai} where none is named; and
   *     {@code --slow} for 2 s to the first token and 50 tokens a second
   */
  public static void main(String[] arguments) throws InterruptedException {
    List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
    String named =
        words.stream().filter(word -> !word.startsWith("-")).findFirst().orElse("openai");
    Optional<Provider> provider = Provider.ofKey(named);
    if (provider.isEmpty()) {
      System.err.println(
          "expected a provider such as openai, anthropic, gemini or bedrock, got " + named);
      System.exit(2);
    }
    Speed speed = words.contains("--slow") ? Speed.ofProvider() : Speed.fast();
    try (ScriptedModelServer server = new ScriptedModelServer(script(), speed, SEED)) {
      lines(server, provider.orElseThrow()).forEach(System.out::println);
      new CountDownLatch(1).await();
    }
  }

  /** Writes, and keeps beginnings of prompts as providers do: all, or what a prompt marks. */
  static Script script() {
    KeptBeginnings beginnings = new KeptBeginnings();
    return (prompt, random) -> {
      boolean told = Set.of("anthropic", "bedrock").contains(prompt.dialect());
      String kept = beginnings.read(told ? prompt.system() : prompt.everything());
      int tokens = kept.length() / CHARACTERS_PER_TOKEN;
      boolean keeps = tokens >= KEPT_TOKENS_MIN && (!told || prompt.cacheBreakpoints() > 0);
      return reply(prompt, random).cached(keeps ? tokens : 0);
    };
  }

  /** Says of each piece of evidence what its lines say, and mends by leaving out. */
  private static ScriptedReply reply(ReceivedPrompt prompt, Random random) {
    String asked = prompt.everything();
    int check = asked.lastIndexOf("A check of your page");
    if (check >= 0) {
      StringBuilder mended = new StringBuilder();
      Matcher number = TO_MEND.matcher(asked.substring(check));
      while (number.find()) {
        mended.append(number.group(1)).append(": REMOVE\n");
      }
      return ScriptedReply.text(mended.toString());
    }
    if (asked.contains("table of contents")) {
      return ScriptedReply.text("{\"rename\": [], \"move\": []}");
    }
    return asked.contains("Answer with one word")
        ? ScriptedReply.text("ready")
        : new PageWriter().reply(prompt, random);
  }

  /** What a shell is told so that {@code aiwiki} asks this server. */
  static List<String> lines(ScriptedModelServer server, Provider provider) {
    return List.of(
        "export AIWIKI_MODEL_PROVIDER=" + provider.key(),
        "export AIWIKI_MODEL_BASE_URL=" + server.baseUrl(provider),
        "export AIWIKI_MODEL_API_KEY=none-is-needed",
        "export AIWIKI_MODEL_STRONG=scripted",
        "export AIWIKI_MODEL_FACTS='scripted 128000 8000 1 0 2 0.2 2.5 8'",
        "export AIWIKI_ALLOWED_HOSTS=" + server.hostPort());
  }
}
