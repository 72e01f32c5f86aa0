package ai.wikibuilder.server.mcp;

import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes what the protocol's library refuses by itself as an error of JSON-RPC. It hands its
 * exception to the writer as it is, with every frame of the stack.
 */
final class RefusalJson extends SimpleModule {
  private static final long serialVersionUID = 1L;

  RefusalJson() {
    super("refusals");
    addSerializer(McpError.class, new Writer());
  }

  private static final class Writer extends StdSerializer<McpError> {
    Writer() {
      super(McpError.class);
    }

    @Override
    public void serialize(McpError refusal, JsonGenerator out, SerializationContext context) {
      McpSchema.JSONRPCResponse.JSONRPCError error = refusal.getJsonRpcError();
      out.writeStartObject();
      out.writeStringProperty("jsonrpc", "2.0");
      out.writeNullProperty("id");
      out.writeObjectPropertyStart("error");
      out.writeNumberProperty("code", error.code());
      out.writeStringProperty("message", error.message());
      out.writeEndObject();
      out.writeEndObject();
    }
  }
}
