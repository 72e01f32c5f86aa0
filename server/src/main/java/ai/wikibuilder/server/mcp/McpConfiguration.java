package ai.wikibuilder.server.mcp;

import ai.wikibuilder.answers.tools.Tool;
import ai.wikibuilder.answers.tools.ToolResult;
import ai.wikibuilder.answers.tools.WikiTools;
import ai.wikibuilder.server.accounts.tokens.Caller;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts the module together: one servlet, without sessions, behind the same door as {@code /api}.
 */
@Configuration(proxyBeanMethods = false)
class McpConfiguration {
  private static final String ADDRESS = "/mcp";
  private static final String CALLER = "caller";
  private static final int REQUEST_BYTES_MAX = 1 << 20;

  private final JacksonMcpJsonMapper json =
      new JacksonMcpJsonMapper(JsonMapper.builder().addModule(new RefusalJson()).build());

  @Bean
  HttpServletStatelessServerTransport mcpTransport() {
    return HttpServletStatelessServerTransport.builder()
        .jsonMapper(json)
        .messageEndpoint(ADDRESS)
        .maxRequestSize(REQUEST_BYTES_MAX)
        .contextExtractor(McpConfiguration::context)
        .build();
  }

  /** Who asks was found out by the filters before; the tools run on other threads. */
  private static McpTransportContext context(HttpServletRequest request) {
    Object principal =
        SecurityContextHolder.getContext().getAuthentication() == null
            ? null
            : SecurityContextHolder.getContext().getAuthentication().getPrincipal();
    return principal instanceof Caller caller
        ? McpTransportContext.create(Map.of(CALLER, caller))
        : McpTransportContext.EMPTY;
  }

  @Bean(destroyMethod = "close")
  McpStatelessSyncServer mcpServer(
      HttpServletStatelessServerTransport transport, TenantTools tools) {
    return McpServer.sync(transport)
        .serverInfo("aiwiki", "1")
        .instructions(
            "Wikis and code of the repositories of one tenant. Begin with read_wiki_structure or"
                + " ask_question; every answer names files and lines, which read_source reads.")
        .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
        .jsonMapper(json)
        .jsonSchemaValidator(unasked())
        .validateToolInputs(false)
        .tools(WikiTools.described().stream().map(tool -> specification(tool, tools)).toList())
        .build();
  }

  /** Our tools look at their arguments themselves and say what is wrong in words. */
  private static JsonSchemaValidator unasked() {
    return (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid("");
  }

  private static SyncToolSpecification specification(Tool tool, TenantTools tools) {
    McpSchema.Tool described =
        McpSchema.Tool.builder(tool.name(), tool.schema()).description(tool.description()).build();
    return new SyncToolSpecification(
        described,
        (context, request) -> {
          Map<String, Object> arguments =
              request.arguments() == null ? Map.of() : request.arguments();
          ToolResult result = tools.call((Caller) context.get(CALLER), tool.name(), arguments);
          return McpSchema.CallToolResult.builder()
              .addTextContent(result.text())
              .isError(result.isError())
              .build();
        });
  }

  @Bean
  ServletRegistrationBean<HttpServletStatelessServerTransport> mcpServlet(
      HttpServletStatelessServerTransport transport) {
    ServletRegistrationBean<HttpServletStatelessServerTransport> servlet =
        new ServletRegistrationBean<>(transport, ADDRESS);
    servlet.setName("mcp");
    servlet.setAsyncSupported(true);
    return servlet;
  }
}
