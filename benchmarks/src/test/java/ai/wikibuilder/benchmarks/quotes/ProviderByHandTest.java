package ai.wikibuilder.benchmarks.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.Script;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProviderByHandTest {
  private static final String RULES = "Write from the evidence alone. ".repeat(200);

  /** What a user saw: a build that cost twice its quote, since nothing of a prompt was kept. */
  @Test
  void whatAnEarlierPromptBeganWithIsKept() {
    Script script = ProviderByHand.script();

    assertThat(cached(script, "openai", 0, "one")).isZero();
    assertThat(cached(script, "openai", 0, "two")).isEqualTo(RULES.length() / 4);
  }

  @Test
  void whereItMustBeToldOnlyMarkedRulesAreKept() {
    Script script = ProviderByHand.script();

    assertThat(cached(script, "anthropic", 1, "one")).isZero();
    assertThat(cached(script, "anthropic", 1, "one")).isEqualTo(RULES.length() / 4);
    assertThat(cached(script, "anthropic", 0, "one")).isZero();
  }

  private static int cached(Script script, String dialect, int marks, String asked) {
    ReceivedPrompt prompt =
        new ReceivedPrompt(
            0,
            dialect,
            "/",
            Optional.empty(),
            "scripted",
            RULES,
            List.of(new ReceivedPrompt.Turn("user", asked)),
            marks,
            List.of(),
            Optional.empty(),
            100,
            "");
    return script.reply(prompt, new Random(1)).cachedTokens();
  }
}
