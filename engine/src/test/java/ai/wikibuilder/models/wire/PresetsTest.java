package ai.wikibuilder.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundLimits;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.outbound.ProxyAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where providers of one format differ. */
class PresetsTest {
  private static final String KEY = "sk-test-0123456789abcdef";
  private static final OutboundLimits LIMITS =
      new OutboundLimits(Duration.ofSeconds(60), Duration.ofSeconds(30));

  @ParameterizedTest
  @EnumSource(Provider.class)
  void everyProviderAnswersAtItsAddress(Provider provider) {
    assertThat(asked(provider).model()).isEqualTo("model-x");
  }

  @Test
  void reasoningModelsAreGivenTheLimitUnderTheNameTheyInsistOn() {
    for (Provider provider : List.of(Provider.OPENAI, Provider.AZURE)) {
      assertThat(asked(provider).body())
          .contains("max_completion_tokens")
          .doesNotContain("max_tokens");
    }
    assertThat(asked(Provider.VLLM).body()).contains("\"max_tokens\"");
  }

  @Test
  void whoRefusesTheQuestionForUsageIsNotAsked() {
    assertThat(asked(Provider.MISTRAL).body()).doesNotContain("stream_options");
    assertThat(asked(Provider.OPENROUTER).body()).contains("stream_options");
  }

  @Test
  void azureWantsTheKeyInAHeaderOfItsOwn() {
    assertThat(asked(Provider.AZURE).credential()).hasValue(KEY);
    assertThat(asked(Provider.OPENAI).credential()).hasValue("Bearer " + KEY);
  }

  @Test
  void aPairOfAwsKeysSignsAndTheSecretStaysHere() {
    String pair = "AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";
    try (ScriptedModelServer server = ready()) {
      wire(server.endpoint(Provider.BEDROCK, pair), server.guard()).chat(call(), piece -> {});

      assertThat(server.received().getFirst().credential().orElse(""))
          .startsWith("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/")
          .doesNotContain("wJalrXUtnFEMI");
    }
  }

  @Test
  void theProxyIsToldTheHostOfTheProviderAndNothingElse() throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> heard = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> refuseOnce(proxy, heard));
      OutboundGuard guard =
          new OutboundGuard(
              new OutboundSettings(
                  AllowedHosts.none(),
                  Optional.of(ProxyAddress.parse("http://127.0.0.1:" + proxy.getLocalPort())),
                  Optional.empty()),
              host -> {
                if (host.equals("127.0.0.1")) {
                  return List.of(InetAddress.getLoopbackAddress());
                }
                throw new UnknownHostException(host);
              });
      Wire wire =
          wire(
              new Endpoint(Provider.ANTHROPIC, "https://api.example.com", Optional.of(KEY)), guard);

      Assertions.assertThatThrownBy(() -> wire.chat(call(), piece -> {}))
          .isInstanceOf(ModelException.class);

      assertThat(heard.get(10, TimeUnit.SECONDS))
          .startsWith("CONNECT api.example.com:443 HTTP/1.1")
          .doesNotContain(KEY)
          .doesNotContain("x-api-key");
    }
  }

  private static void refuseOnce(ServerSocket proxy, CompletableFuture<String> heard) {
    try (Socket socket = proxy.accept()) {
      byte[] head = new byte[2_000];
      int length = socket.getInputStream().read(head);
      heard.complete(new String(head, 0, Math.max(0, length), StandardCharsets.US_ASCII));
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      heard.completeExceptionally(e);
    }
  }

  private static ReceivedPrompt asked(Provider provider) {
    try (ScriptedModelServer server = ready()) {
      wire(server.endpoint(provider, KEY), server.guard()).chat(call(), piece -> {});
      return server.received().getFirst();
    }
  }

  private static ScriptedModelServer ready() {
    return new ScriptedModelServer((prompt, random) -> ScriptedReply.text("ready"));
  }

  private static Wire wire(Endpoint endpoint, OutboundGuard guard) {
    return new Wire(endpoint, guard, LIMITS, Clock.systemUTC());
  }

  private static ModelCall call() {
    return new ModelCall(
        "model-x",
        new ChatRequest(
            Purpose.PREFLIGHT,
            "x",
            Tier.CHEAP,
            List.of(new Message.User("Ready?")),
            List.of(),
            Optional.empty(),
            10),
        10);
  }
}
