package ai.wikibuilder.e2e;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The protocol's own client at {@code /mcp}, with a personal token. */
final class Agent implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final McpSyncClient client;

  private Agent(McpSyncClient client) {
    this.client = client;
  }

  static Agent at(String server, String token) {
    HttpClientStreamableHttpTransport transport =
        HttpClientStreamableHttpTransport.builder(server)
            .endpoint("/mcp")
            .jsonMapper(new JacksonMcpJsonMapper(JsonMapper.builder().build()))
            .addHttpRequestCustomizer((request, method, uri, body, context) ->
                request.header("Authorization", "Bearer " + token))
            .build();
    Agent agent =
        new Agent(
            McpClient.sync(transport)
                .requestTimeout(PATIENCE)
                .initializationTimeout(PATIENCE)
                .jsonSchemaValidator(
                    (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(""))
                .build());
    agent.client.initialize();
    return agent;
  }

  /** What a tool says. */
  String calls(String tool, Map<String, Object> arguments) {
    return client
        .callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build())
        .content()
        .stream()
        .map(part -> ((McpSchema.TextContent) part).text())
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    client.close();
  }
}
