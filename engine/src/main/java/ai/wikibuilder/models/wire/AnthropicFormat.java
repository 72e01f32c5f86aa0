package ai.wikibuilder.models.wire;

import ai.wikibuilder.models.ChatReply.Stop;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.JsonShape;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.ToolSpec;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.outbound.Credential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Anthropic's messages. */
final class AnthropicFormat implements WireFormat {
  /** The version of the format, which every request names. */
  private static final String VERSION = "2023-06-01";

  private static final Map<String, Object> KEEP = Map.of("type", "ephemeral");

  private final Endpoint endpoint;
  private final Failures failures;

  AnthropicFormat(Endpoint endpoint, Failures failures) {
    this.endpoint = endpoint;
    this.failures = failures;
  }

  @Override
  public HttpCall chat(ModelCall call) {
    ChatRequest request = call.request();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", call.model());
    body.put("max_tokens", call.outputTokensMax());
    body.put("stream", true);
    List<Object> system = new ArrayList<>();
    List<Object> turns = new ArrayList<>();
    for (Message message : request.messages()) {
      if (message instanceof Message.Instruction instruction) {
        system.add(text(instruction.text(), instruction.cacheBreakpoint()));
      } else {
        Bodies.addTurn(turns, role(message), blocks(message), "content");
      }
    }
    if (!system.isEmpty()) {
      body.put("system", system);
    }
    body.put("messages", turns);
    if (!request.tools().isEmpty()) {
      body.put("tools", request.tools().stream().map(AnthropicFormat::tool).toList());
    }
    request.shape().ifPresent(shape -> body.put("output_config", output(shape)));
    return call(body);
  }

  private HttpCall call(Map<String, Object> body) {
    return new HttpCall(
        endpoint.baseUrl() + "/v1/messages",
        Map.of("Accept", "text/event-stream", "anthropic-version", VERSION),
        endpoint
            .key()
            .map(key -> new Credential(Map.of("x-api-key", key)))
            .orElseGet(Credential::none),
        Bodies.text(body));
  }

  private static Map<String, Object> tool(ToolSpec tool) {
    return Bodies.map(
        "name",
        tool.name(),
        "description",
        tool.description(),
        "input_schema",
        Bodies.schema(tool.parameters()));
  }

  private static Map<String, Object> output(JsonShape shape) {
    return Map.of(
        "format", Bodies.map("type", "json_schema", "schema", Bodies.schema(shape.schema())));
  }

  private static String role(Message message) {
    return message instanceof Message.Assistant ? "assistant" : "user";
  }

  private static Map<String, Object> text(String text, boolean keep) {
    Map<String, Object> block = Bodies.map("type", "text", "text", text);
    if (keep) {
      block.put("cache_control", KEEP);
    }
    return block;
  }

  private static List<Object> blocks(Message message) {
    return switch (message) {
      case Message.Instruction instruction -> List.of(text(instruction.text(), false));
      case Message.User user -> List.of(text(user.text(), user.cacheBreakpoint()));
      case Message.ToolResult result ->
          List.of(
              Bodies.map(
                  "type", "tool_result", "tool_use_id", result.callId(), "content", result.text()));
      case Message.Assistant assistant -> blocks(assistant);
    };
  }

  private static List<Object> blocks(Message.Assistant assistant) {
    List<Object> blocks = new ArrayList<>();
    if (!assistant.toolCalls().isEmpty()) {
      blocks.addAll(thoughts(assistant.toolCalls().getFirst().mark()));
    }
    if (!assistant.text().isBlank()) {
      blocks.add(text(assistant.text(), false));
    }
    for (ToolCall call : assistant.toolCalls()) {
      blocks.add(
          Bodies.map(
              "type",
              "tool_use",
              "id",
              call.id(),
              "name",
              call.name(),
              "input",
              Bodies.schema(call.arguments())));
    }
    return blocks;
  }

  /** What the model thought before it called tools goes back unread, signed as it came. */
  private static List<Object> thoughts(String mark) {
    List<Object> blocks = new ArrayList<>();
    for (JsonTree thought : JsonTree.read(mark).orElseGet(JsonTree::absent).items()) {
      Map<String, Object> block = new LinkedHashMap<>();
      block.put("type", thought.at("data").isPresent() ? "redacted_thinking" : "thinking");
      thought.members().forEach((name, value) -> block.put(name, value.text().orElse("")));
      blocks.add(block);
    }
    return blocks;
  }

  @Override
  public void take(WireEvent event, ReplyDraft draft) {
    JsonTree data = event.data();
    int index = data.count("index").orElse(0);
    switch (data.text("type").orElse(event.name())) {
      case "message_start" -> usage(data.at("message", "usage"), draft);
      case "content_block_start" -> begin(index, data.at("content_block"), draft);
      case "content_block_delta" -> delta(index, data.at("delta"), draft);
      case "message_delta" -> {
        usage(data.at("usage"), draft);
        data.at("delta").text("stop_reason").ifPresent(reason -> stopped(reason, draft));
      }
      case "message_stop" -> draft.finish();
      case "message" -> whole(data, draft);
      case "error" -> throw failures.ofEvent(data.at("error").text("type").orElse(""), data);
      default -> {
        // ping, the end of a block, and what is yet to be invented
      }
    }
  }

  private static void begin(int index, JsonTree block, ReplyDraft draft) {
    switch (block.text("type").orElse("")) {
      case "text" -> block.text("text").ifPresent(draft::piece);
      case "tool_use" ->
          draft.toolCall(index, block.text("id").orElse(""), block.text("name").orElse(""));
      case "redacted_thinking" ->
          block.text("data").ifPresent(piece -> draft.thought(index, "data", piece));
      default -> {
        // thoughts begin empty
      }
    }
  }

  private static void delta(int index, JsonTree delta, ReplyDraft draft) {
    delta.text("text").ifPresent(draft::piece);
    delta.text("partial_json").ifPresent(piece -> draft.arguments(index, piece));
    delta.text("thinking").ifPresent(piece -> draft.thought(index, "thinking", piece));
    delta.text("signature").ifPresent(piece -> draft.thought(index, "signature", piece));
  }

  /** A server that does not stream sends the message whole. */
  private static void whole(JsonTree message, ReplyDraft draft) {
    usage(message.at("usage"), draft);
    int index = 0;
    for (JsonTree block : message.items("content")) {
      begin(index, block, draft);
      if (block.at("input").isPresent()) {
        draft.arguments(index, block.at("input").toString());
      }
      index++;
    }
    message.text("stop_reason").ifPresent(reason -> stopped(reason, draft));
    draft.finish();
  }

  private static void stopped(String reason, ReplyDraft draft) {
    switch (reason) {
      case "refusal" -> draft.refused(reason);
      case "max_tokens", "model_context_window_exceeded" -> draft.stop(Stop.LENGTH);
      case "tool_use" -> draft.stop(Stop.TOOL_CALLS);
      default -> draft.stop(Stop.END);
    }
  }

  /** Anthropic counts fresh, kept and written tokens apart; all of them are the prompt. */
  private static void usage(JsonTree usage, ReplyDraft draft) {
    usage
        .count("input_tokens")
        .ifPresent(fresh -> {
          int cached = usage.count("cache_read_input_tokens").orElse(0);
          int written = usage.count("cache_creation_input_tokens").orElse(0);
          draft.used(fresh + cached + written, cached, written);
        });
    usage.count("output_tokens").ifPresent(draft::wrote);
  }

  @Override
  public HttpCall embed(String model, List<String> texts) {
    throw new ModelException(
        ModelException.Kind.UNAVAILABLE,
        "Anthropic has no embedding models; name another provider with model.embedding-provider");
  }

  @Override
  public List<float[]> vectors(JsonTree body) {
    return List.of();
  }

  @Override
  public int embedTextsMax(String model) {
    return 1;
  }
}
