package ai.wikibuilder.models.wire;

import ai.wikibuilder.models.ChatReply.Stop;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.JsonShape;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.ToolSpec;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.outbound.Credential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OpenAI's chat completions and embeddings, which most providers and local servers copy. */
final class OpenAiFormat implements WireFormat {
  /** Texts in one request for vectors; OpenAI takes 2,048, some servers far fewer. */
  private static final int EMBED_TEXTS_MAX = 64;

  private final Endpoint endpoint;
  private final Failures failures;

  OpenAiFormat(Endpoint endpoint, Failures failures) {
    this.endpoint = endpoint;
    this.failures = failures;
  }

  @Override
  public HttpCall chat(ModelCall call) {
    ChatRequest request = call.request();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", call.model());
    body.put("messages", request.messages().stream().map(OpenAiFormat::message).toList());
    body.put("stream", true);
    if (endpoint.provider().wantsUsageAsked()) {
      body.put("stream_options", Map.of("include_usage", true));
    }
    body.put(
        endpoint.provider().namesCompletionTokens() ? "max_completion_tokens" : "max_tokens",
        call.outputTokensMax());
    if (!request.tools().isEmpty()) {
      body.put("tools", request.tools().stream().map(OpenAiFormat::tool).toList());
    }
    request.shape().ifPresent(shape -> body.put("response_format", shape(shape)));
    return call("/chat/completions", body);
  }

  private HttpCall call(String path, Map<String, Object> body) {
    return new HttpCall(
        endpoint.baseUrl() + path,
        Map.of("Accept", "text/event-stream, application/json"),
        endpoint.key().map(this::credential).orElseGet(Credential::none),
        Bodies.text(body));
  }

  private Credential credential(String key) {
    return endpoint.provider() == Provider.AZURE
        ? new Credential(Map.of("api-key", key))
        : Credential.authorization("Bearer " + key);
  }

  private static Map<String, Object> message(Message message) {
    Map<String, Object> turn = new LinkedHashMap<>();
    switch (message) {
      case Message.Instruction instruction -> {
        turn.put("role", "system");
        turn.put("content", instruction.text());
      }
      case Message.User user -> {
        turn.put("role", "user");
        turn.put("content", user.text());
      }
      case Message.Assistant assistant -> {
        turn.put("role", "assistant");
        turn.put("content", assistant.text());
        if (!assistant.toolCalls().isEmpty()) {
          turn.put(
              "tool_calls", assistant.toolCalls().stream().map(OpenAiFormat::toolCall).toList());
        }
      }
      case Message.ToolResult result -> {
        turn.put("role", "tool");
        turn.put("tool_call_id", result.callId());
        turn.put("content", result.text());
      }
    }
    return turn;
  }

  private static Map<String, Object> toolCall(ToolCall call) {
    return Bodies.map(
        "id",
        call.id(),
        "type",
        "function",
        "function",
        Bodies.map("name", call.name(), "arguments", call.arguments()));
  }

  private static Map<String, Object> tool(ToolSpec tool) {
    return Bodies.map(
        "type",
        "function",
        "function",
        Bodies.map(
            "name",
            tool.name(),
            "description",
            tool.description(),
            "parameters",
            Bodies.schema(tool.parameters())));
  }

  private static Map<String, Object> shape(JsonShape shape) {
    return Bodies.map(
        "type",
        "json_schema",
        "json_schema",
        Bodies.map("name", shape.name(), "strict", true, "schema", Bodies.schema(shape.schema())));
  }

  @Override
  public void take(WireEvent event, ReplyDraft draft) {
    JsonTree data = event.data();
    if (event.name().equals("done")) {
      draft.finish();
      return;
    }
    if (data.at("error").isPresent()) {
      throw failures.ofEvent(data.at("error").text("code").orElse(""), data);
    }
    usage(data.at("usage"), draft);
    List<JsonTree> choices = data.items("choices");
    if (choices.isEmpty()) {
      return;
    }
    JsonTree choice = choices.getFirst();
    // A server that does not stream sends the message whole.
    JsonTree delta = choice.at("delta").isPresent() ? choice.at("delta") : choice.at("message");
    delta.text("content").ifPresent(draft::piece);
    for (JsonTree part : delta.items("content")) { // Mistral's way of telling thoughts apart
      part.text("text").ifPresent(draft::piece);
    }
    delta.text("refusal").filter(text -> !text.isBlank()).ifPresent(t -> draft.refused("refusal"));
    for (JsonTree call : delta.items("tool_calls")) {
      int index = call.count("index").orElseGet(draft::callCount);
      draft.toolCall(
          index, call.text("id").orElse(""), call.at("function").text("name").orElse(""));
      call.at("function").text("arguments").ifPresent(text -> draft.arguments(index, text));
    }
    choice.text("finish_reason").ifPresent(reason -> stopped(reason, draft));
  }

  private static void stopped(String reason, ReplyDraft draft) {
    switch (reason) {
      case "content_filter" -> draft.refused(reason);
      case "length" -> draft.stop(Stop.LENGTH);
      case "tool_calls", "function_call" -> draft.stop(Stop.TOOL_CALLS);
      default -> draft.stop(Stop.END);
    }
  }

  private static void usage(JsonTree usage, ReplyDraft draft) {
    Optional<Integer> in = usage.count("prompt_tokens");
    if (in.isPresent()) {
      JsonTree details = usage.at("prompt_tokens_details");
      draft.used(
          in.get(),
          details.count("cached_tokens").or(() -> usage.count("prompt_cache_hit_tokens")).orElse(0),
          details.count("cache_write_tokens").orElse(0));
    }
    usage.count("completion_tokens").ifPresent(draft::wrote);
  }

  @Override
  public HttpCall embed(String model, List<String> texts) {
    return call("/embeddings", Bodies.map("model", model, "input", texts));
  }

  @Override
  public List<float[]> vectors(JsonTree body) {
    if (body.at("error").isPresent()) {
      throw failures.ofEvent(body.at("error").text("code").orElse(""), body);
    }
    float[][] byIndex = new float[body.items("data").size()][];
    int ordinal = 0;
    for (JsonTree item : body.items("data")) {
      int index = item.count("index").orElse(ordinal++);
      if (index >= 0 && index < byIndex.length) {
        byIndex[index] = Bodies.vector(item.at("embedding"));
      }
    }
    List<float[]> vectors = new ArrayList<>();
    for (float[] vector : byIndex) {
      vectors.add(vector == null ? new float[0] : vector);
    }
    return vectors;
  }

  @Override
  public int embedTextsMax(String model) {
    return EMBED_TEXTS_MAX;
  }
}
