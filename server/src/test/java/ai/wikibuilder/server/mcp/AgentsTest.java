package ai.wikibuilder.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.tokens.ApiTokens;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.api.Cast.Wiki;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The protocol's own client at {@code /mcp}. */
@ExtendWith(RunningServer.class)
class AgentsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Server server;
  private Cast cast;
  private Wiki wiki;

  @BeforeEach
  void aWiki(Server running, GitHost git) {
    server = running;
    cast = new Cast(server);
    wiki = cast.wiki(cast.organisation(), git);
  }

  private String token(Organisation organisation) {
    ApiTokens.Wish wish = new ApiTokens.Wish("agent", Set.of(Scope.READ), Duration.ofDays(1));
    return cast.part(ApiTokens.class)
        .make(organisation.tenant(), organisation.owner().id(), wish)
        .secret()
        .text();
  }

  private McpSyncClient client(String token) {
    HttpClientStreamableHttpTransport transport =
        HttpClientStreamableHttpTransport.builder(server.address().toString())
            .endpoint("/mcp")
            .jsonMapper(new JacksonMcpJsonMapper(JsonMapper.builder().build()))
            .addHttpRequestCustomizer((request, method, uri, body, context) ->
                request.header("Authorization", "Bearer " + token))
            .build();
    return McpClient.sync(transport)
        .requestTimeout(PATIENCE)
        .initializationTimeout(PATIENCE)
        .jsonSchemaValidator(
            (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(""))
        .build();
  }

  private static String call(McpSyncClient client, String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult result =
        client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    return (Boolean.TRUE.equals(result.isError()) ? "error: " : "")
        + result.content().stream()
            .map(part -> ((McpSchema.TextContent) part).text())
            .collect(Collectors.joining());
  }

  @Test
  void theWikiOfTheTokensTenantIsReadSearchedAndAsked() {
    try (McpSyncClient client = client(token(wiki.organisation()))) {
      client.initialize();

      assertThat(client.listTools().tools().stream().map(McpSchema.Tool::name))
          .containsExactlyInAnyOrder(
              "read_wiki_structure",
              "read_wiki_contents",
              "ask_question",
              "search_code",
              "read_source",
              "deep_research");
      String named = wiki.of().address().name();
      assertThat(call(client, "read_wiki_structure", Map.of())).contains("overview");
      assertThat(call(client, "read_wiki_contents", Map.of("repoName", named))).contains("Tide");
      assertThat(call(client, "search_code", Map.of("query", "next_high")))
          .contains("src/tide/table.py");
      assertThat(call(client, "read_source", Map.of("path", "src/tide/app.py")))
          .contains("def main");
      assertThat(call(client, "ask_question", Map.of("question", "what does Tide do")))
          .doesNotStartWith("error");
      assertThat(call(client, "deep_research", Map.of("question", "how are tides told")))
          .doesNotStartWith("error")
          .isNotBlank();
      assertThat(call(client, "read_source", Map.of("path", "../../etc/passwd")))
          .startsWith("error");
    }
  }

  @Test
  void whatAnotherTenantHasIsNotThere() {
    Organisation other = cast.organisation();
    try (McpSyncClient client = client(token(other))) {
      client.initialize();

      String foreign =
          call(client, "read_wiki_structure", Map.of("repoName", wiki.repository().toString()));
      String unknown = call(client, "read_wiki_structure", Map.of("repoName", "nobody/nothing"));

      assertThat(foreign).startsWith("error: repoName: expected one of").isEqualTo(unknown);
    }
  }

  /** What the protocol's library refuses by itself came with every frame of its stack. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":{\"a\":1},\"method\":\"tools/call\",\"params\":7}"
      })
  void whatCannotBeReadIsRefusedWithoutShowingTheInside(String body) {
    Reply reply =
        new ApiClient(server.address())
            .send(
                HttpRequest.newBuilder(server.address().resolve("/mcp"))
                    .header("Authorization", "Bearer " + token(wiki.organisation()))
                    .header("Accept", "application/json, text/event-stream")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body())
        .startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"")
        .doesNotContain("className", "java");
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    try (McpSyncClient client = client("no.such.token")) {
      assertThatThrownBy(client::initialize).isInstanceOf(RuntimeException.class);
    }
  }
}
