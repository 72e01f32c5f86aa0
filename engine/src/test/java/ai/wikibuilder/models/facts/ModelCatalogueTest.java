package ai.wikibuilder.models.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.models.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogueTest {
  private final ModelCatalogue catalogue = new ModelCatalogue(List.of());

  @ParameterizedTest
  @CsvSource({
    "claude-sonnet-4-5,200000",
    "claude-sonnet-4-5-20250929,200000",
    "anthropic/claude-sonnet-4.5,200000",
    "us.anthropic.claude-sonnet-4-5-20250929-v1:0,200000",
    "global.anthropic.claude-opus-5-5,1000000",
    "openai/gpt-5.1,400000",
    "gpt-4o-2024-11-20,128000",
    "gpt-4o-mini,128000",
    "Gemini-2.5-Pro,1048576",
    "google/gemini-2.5-flash-lite,1048576",
    "mistral-large-latest,128000",
    "mistral-large-2411,128000",
    "amazon.nova-pro-v1:0,300000",
    "eu.amazon.nova-lite-v1:0,300000",
    "amazon.titan-embed-text-v2:0,8192"
  })
  void aModelIsFoundUnderTheNamesItsProvidersGiveIt(String name, int context) {
    assertThat(catalogue.find(name)).map(ModelFacts::contextTokens).hasValue(context);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-5-pro", "gpt-7", "claude-sonnet-4-5-turbo", "qwen3:32b", "", "gpt"})
  void aModelNobodyToldUsOfIsNotTakenForAnother(String name) {
    assertThat(catalogue.find(name)).isEmpty();
    assertThat(catalogue.orAssumed(name).prices()).isEmpty();
    assertThat(catalogue.orAssumed(name).contextTokens()).isEqualTo(32_768);
  }

  @Test
  void aConfigurationKnowsBetter() {
    ModelCatalogue own =
        new ModelCatalogue(
            List.of(
                "gpt-4o 64000 4000 1 0 1 0.5 1 2", "qwen3 40960 8192 1.3 0", "v 512 0 1 0 dim=9"));

    assertThat(own.find("gpt-4o")).map(ModelFacts::contextTokens).hasValue(64_000);
    assertThat(own.find("qwen3:32b")).map(ModelFacts::outputTokensMax).hasValue(8_192);
    assertThat(own.find("v").flatMap(ModelFacts::dimension)).hasValue(9);
  }

  @Test
  void everyLineThatIsNoneIsNamed() {
    assertThatThrownBy(() ->
            new ModelCatalogue(
                List.of("fine 1000 100 1 0", "short 1", "bad x y z w", "low 10 1 0.5 0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("short 1")
        .hasMessageContaining("bad x y z w")
        .hasMessageContaining("low 10 1 0.5 0")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("fine"));
  }

  @Test
  void pricesAreThoseOfATokenToTheBillionth() {
    PriceList prices = catalogue.find("claude-opus-5-5").orElseThrow().prices().orElseThrow();

    Money cost = prices.of(new TokenUse(1_000_000, 600_000, 100_000, 10_000));

    // 300,000 at 4, 600,000 at 0.20, 100,000 at 5 and 10,000 at 20 dollars a million
    assertThat(cost.dollars()).isEqualByComparingTo(new BigDecimal("2.02"));
  }

  @Test
  void longPromptsCostMoreWhereTheyDo() {
    PriceList prices = catalogue.find("claude-haiku-5-5").orElseThrow().prices().orElseThrow();

    assertThat(prices.of(new TokenUse(100_000, 0, 0, 0)).dollars()).isEqualByComparingTo("0.01");
    assertThat(prices.of(new TokenUse(100_001, 0, 0, 0)).dollars())
        .isEqualByComparingTo("0.0500005");
  }

  @Test
  void noCallCostsMoreThanTheMostItCan() {
    for (String model : List.of("claude-opus-5-5", "gpt-6-sol", "gemini-2.5-pro", "gpt-4o")) {
      PriceList prices = catalogue.find(model).orElseThrow().prices().orElseThrow();
      for (int cached : new int[] {0, 100, 50_000}) {
        Money cost = prices.of(new TokenUse(90_000, cached, 90_000 - cached, 4_000));
        assertThat(cost).isLessThanOrEqualTo(prices.most(90_000, 4_000));
      }
    }
  }

  @Test
  void theRoomOfAPromptIsWhatTheReplyAndTheThoughtsLeave() {
    ModelFacts facts =
        new ModelFacts(10_000, 4_000, 1.25, 1_000, Optional.empty(), Optional.empty());

    assertThat(facts.sentOutputMax(500)).isEqualTo(1_500);
    assertThat(facts.sentOutputMax(5_000)).isEqualTo(4_000);
    assertThat(facts.promptTokensMax(500)).isEqualTo(6_800);
    assertThat(facts.ownTokens(6_800) + facts.sentOutputMax(500)).isLessThanOrEqualTo(10_000);
  }

  /** A repair follows one page of ten: too few to have Anthropic keep every page for a quarter. */
  @Test
  void keepingPaysByTheModelsOwnPrices() {
    ModelCatalogue catalogue = new ModelCatalogue(List.of());

    PriceList claude = catalogue.orAssumed("claude-sonnet-4-6").prices().orElseThrow();
    assertThat(claude.keepingPays(0.1)).isFalse();
    assertThat(claude.keepingPays(0.3)).isTrue();
    assertThat(claude.keepingPays(1)).isTrue();
    PriceList nova = catalogue.orAssumed("nova-2-lite").prices().orElseThrow();
    assertThat(nova.keepingPays(0.1)).isTrue();
    assertThat(PriceList.FREE.keepingPays(5)).isFalse();
  }
}
