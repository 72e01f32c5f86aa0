package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Agents ask a wiki: the protocol's own client talks to the command as a process of its own. */
class McpCommandTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path home;

  private List<String> command() {
    SampleRepository sample =
        SampleRepository.committed(home.resolve("ferry")).withParts().commit("parts");
    CommandLineRun build =
        CommandLineRun.of(
            home, "build", sample.folder().toString(), "--out", home.resolve("out").toString());
    assertThat(build.exit()).as(build.err()).isZero();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "mcp",
        "--no-rerank",
        "--wiki",
        home.resolve("out").toString());
  }

  private McpSyncClient client(List<String> command) {
    ServerParameters server =
        ServerParameters.builder(command.getFirst())
            .args(command.subList(1, command.size()))
            .addEnvVar("AIWIKI_DATA_DIR", home.resolve("data").toString())
            .build();
    StdioClientTransport transport =
        new StdioClientTransport(server, new JacksonMcpJsonMapper(JsonMapper.builder().build()));
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
  void theClientOfTheProtocolReadsSearchesAndAsks() {
    try (McpSyncClient client = client(command())) {
      client.initialize();

      assertThat(client.getServerInfo().name()).isEqualTo("aiwiki");
      assertThat(client.listTools().tools().stream().map(McpSchema.Tool::name))
          .contains(
              "read_wiki_structure",
              "read_wiki_contents",
              "ask_question",
              "search_code",
              "read_source");
      assertThat(call(client, "read_wiki_structure", Map.of("repoName", "ferry")))
          .contains("- overview: ");
      assertThat(call(client, "read_wiki_contents", Map.of("page", "overview"))).startsWith("# ");
      assertThat(call(client, "search_code", Map.of("query", "ParcelTracker", "limit", 3)))
          .contains("ParcelTracker.java:");
      assertThat(call(client, "ask_question", Map.of("question", "what is ParcelTracker")))
          .contains("ParcelTracker.java:");
      assertThat(call(client, "read_source", Map.of("path", "/etc/passwd")))
          .startsWith("error: path: expected a file of ferry");
      assertThat(call(client, "read_source", Map.of())).startsWith("error: expected the argument");
    }
  }

  /** What a shell pipes in is answered before the end of the input ends the server. */
  @Test
  void standardOutputHoldsTheProtocolAlone() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command()).redirectError(home.resolve("err").toFile()).start();
    String asked =
        """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26",\
        "capabilities":{},"clientInfo":{"name":"shell","version":"1"}}}
        {"jsonrpc":"2.0","method":"notifications/initialized"}
        {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search_code",\
        "arguments":{"query":"parcel"}}}
        """;
    process.getOutputStream().write(asked.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("{\"jsonrpc\":\"2.0\""));
    assertThat(lines.getLast()).contains("\"id\":2").contains("ParcelTracker");
    assertThat(process.waitFor()).isZero();
  }
}
