package ai.wikibuilder.cli.mcp;

import ai.wikibuilder.answers.tools.Tool;
import ai.wikibuilder.answers.tools.ToolResult;
import ai.wikibuilder.answers.tools.WikiTools;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the protocol over two streams. One client, one call after the other. */
final class StdioServer {
  private final WikiTools tools;

  /** A re-ranking model is not shared by threads. */
  private final ReentrantLock calling = new ReentrantLock();

  StdioServer(WikiTools tools) {
    this.tools = tools;
  }

  /** Answers until the input ends and all that was asked is answered. */
  void serve(InputStream in, OutputStream out) {
    PrintStream usual = System.out;
    // What a library prints must not stand between two messages.
    System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    Exchange exchange = new Exchange(in, out);
    JacksonMcpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder().build());
    McpSyncServer server =
        McpServer.sync(new StdioServerTransportProvider(json, exchange.input(), exchange.output()))
            .serverInfo("aiwiki", version())
            .instructions(
                "The wiki and the code of one repository. Begin with read_wiki_structure or"
                    + " ask_question; every answer names files and lines, which read_source reads.")
            .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
            .jsonMapper(json)
            .jsonSchemaValidator(unasked())
            .validateToolInputs(false)
            .tools(tools.all().stream().map(this::specification).toList())
            .build();
    try {
      exchange.awaitEnd();
    } finally {
      server.close();
      System.setOut(usual);
    }
  }

  private static String version() {
    String version = StdioServer.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }

  /** Our tools look at their arguments themselves and say what is wrong in words. */
  private static JsonSchemaValidator unasked() {
    return (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid("");
  }

  private SyncToolSpecification specification(Tool tool) {
    McpSchema.Tool described =
        McpSchema.Tool.builder(tool.name(), tool.schema()).description(tool.description()).build();
    return new SyncToolSpecification(
        described, (exchange, request) -> call(tool.name(), request.arguments()));
  }

  private McpSchema.CallToolResult call(String name, Map<String, Object> arguments) {
    calling.lock();
    try {
      ToolResult result = tools.call(name, arguments == null ? Map.of() : arguments);
      return McpSchema.CallToolResult.builder()
          .addTextContent(result.text())
          .isError(result.isError())
          .build();
    } finally {
      calling.unlock();
    }
  }
}
