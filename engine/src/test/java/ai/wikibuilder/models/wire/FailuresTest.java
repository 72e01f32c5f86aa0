package ai.wikibuilder.models.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.json.JsonTree;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  private static final Endpoint ENDPOINT =
      new Endpoint(
          Provider.OPENAI_COMPATIBLE, "https://models.example.org", Optional.of("k-1234567"));

  private final Failures failures = new Failures(ENDPOINT, Clock.systemUTC());

  /** A user whose key was wrong was told to check the address: the router answered with 200. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|Key expired|KEY_REFUSED",
        "402|Out of money|KEY_REFUSED",
        "404|No such route|MODEL_UNKNOWN",
        "429|Slow down|RATE_LIMITED",
        "400|maximum context length is 8192|CONTEXT_EXCEEDED",
        "400|What is this|FAILED",
        "502|Upstream is down|OVERLOADED",
        "invalid_api_key|Incorrect API key provided|KEY_REFUSED",
        "rate_limit_exceeded|Slow down|RATE_LIMITED",
        "server_error|Sorry|OVERLOADED"
      })
  void anErrorInAReplyOf200IsWhatItSays(String code, String words, Kind kind) {
    JsonTree error =
        JsonTree.read("{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, words))
            .orElseThrow();

    assertThat(failures.ofEvent(code, error).kind()).isEqualTo(kind);
    assertThatThrownBy(() -> new OpenAiFormat(ENDPOINT, failures).vectors(error))
        .isInstanceOfSatisfying(ModelException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_COMPATIBLE,https://models.example.org,true",
    "OPENAI_COMPATIBLE,https://models.example.org/api/v1,false",
    "ANTHROPIC,https://models.example.org,false"
  })
  void whoNamesAHostAloneIsToldWhatMostAddressesEndIn(
      Provider provider, String url, boolean isTold) {
    Failures ofOther =
        new Failures(new Endpoint(provider, url, Optional.empty()), Clock.systemUTC());

    String message = String.valueOf(ofOther.ofStatus(404, Optional.empty(), "").getMessage());

    assertThat(message.contains("/v1 with most")).isEqualTo(isTold);
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI_COMPATIBLE,https://a.example/v1/chat/completions/,https://a.example/v1",
    "OPENAI_COMPATIBLE,https://a.example/v1/embeddings,https://a.example/v1",
    "OPENAI_COMPATIBLE,https://a.example/v1//,https://a.example/v1",
    "ANTHROPIC,https://a.example/v1/messages,https://a.example",
    "ANTHROPIC,https://a.example/v1,https://a.example",
    "GEMINI,https://a.example/v1beta,https://a.example",
    "BEDROCK,https://a.example,https://a.example"
  })
  void whatEveryRequestAddsToTheAddressMayStandInIt(
      Provider provider, String written, String base) {
    assertThat(new Endpoint(provider, " " + written, Optional.empty()).baseUrl()).isEqualTo(base);
  }
}
