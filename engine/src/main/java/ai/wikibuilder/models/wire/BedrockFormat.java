package ai.wikibuilder.models.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.ChatReply.Stop;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.ToolSpec;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.outbound.Credential;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Amazon Bedrock's Converse, streamed, and its embeddings. */
final class BedrockFormat implements WireFormat {
  /** Texts in one request to Cohere's models; Amazon's own take one. */
  private static final int COHERE_TEXTS_MAX = 96;

  private static final Map<String, Object> KEEP = Map.of("cachePoint", Map.of("type", "default"));

  private final Endpoint endpoint;
  private final Failures failures;
  private final AwsSignature signature;

  BedrockFormat(Endpoint endpoint, Failures failures, AwsSignature signature) {
    this.endpoint = endpoint;
    this.failures = failures;
    this.signature = signature;
  }

  @Override
  public HttpCall chat(ModelCall call) {
    ChatRequest request = call.request();
    List<Object> system = new ArrayList<>();
    List<Object> turns = new ArrayList<>();
    for (Message message : request.messages()) {
      if (message instanceof Message.Instruction instruction) {
        system.add(Bodies.map("text", instruction.text()));
        if (instruction.cacheBreakpoint()) {
          system.add(KEEP);
        }
      } else {
        String role = message instanceof Message.Assistant ? "assistant" : "user";
        Bodies.addTurn(turns, role, blocks(message), "content");
      }
    }
    // Converse has no common way to ask for JSON that all its models know.
    request
        .shape()
        .ifPresent(shape ->
            system.add(
                Bodies.map(
                    "text",
                    "Answer with one JSON object and nothing else. It must fit this JSON schema: "
                        + shape.schema())));
    Map<String, Object> body = new LinkedHashMap<>();
    if (!system.isEmpty()) {
      body.put("system", system);
    }
    body.put("messages", turns);
    body.put("inferenceConfig", Map.of("maxTokens", call.outputTokensMax()));
    if (!request.tools().isEmpty()) {
      List<Object> tools = request.tools().stream().<Object>map(BedrockFormat::tool).toList();
      body.put("toolConfig", Map.of("tools", tools));
    }
    return call(call.model(), "converse-stream", body);
  }

  private static Map<String, Object> tool(ToolSpec tool) {
    return Map.of(
        "toolSpec",
        Bodies.map(
            "name",
            tool.name(),
            "description",
            tool.description(),
            "inputSchema",
            Map.of("json", Bodies.schema(tool.parameters()))));
  }

  private HttpCall call(String model, String verb, Map<String, Object> body) {
    String address =
        "%s/model/%s/%s".formatted(endpoint.baseUrl(), URLEncoder.encode(model, UTF_8), verb);
    String text = Bodies.text(body);
    return new HttpCall(
        address,
        Map.of("Accept", "application/vnd.amazon.eventstream, application/json"),
        endpoint.key().map(key -> credential(key, address, text)).orElseGet(Credential::none),
        text);
  }

  /** A key of Bedrock's own is sent as it is; a pair of keys signs the request. */
  private Credential credential(String key, String address, String body) {
    return AwsSignature.isPair(key)
        ? signature.sign(key, address, body)
        : Credential.authorization("Bearer " + key);
  }

  private static List<Object> blocks(Message message) {
    return switch (message) {
      case Message.Instruction instruction -> List.of(Bodies.map("text", instruction.text()));
      case Message.User user ->
          user.cacheBreakpoint()
              ? List.of(Bodies.map("text", user.text()), KEEP)
              : List.of(Bodies.map("text", user.text()));
      case Message.ToolResult result ->
          List.of(
              Map.of(
                  "toolResult",
                  Bodies.map(
                      "toolUseId",
                      result.callId(),
                      "content",
                      List.of(Map.of("text", result.text())))));
      case Message.Assistant assistant -> blocks(assistant);
    };
  }

  private static List<Object> blocks(Message.Assistant assistant) {
    List<Object> blocks = new ArrayList<>();
    if (!assistant.toolCalls().isEmpty()) {
      blocks.addAll(thoughts(assistant.toolCalls().getFirst().mark()));
    }
    if (!assistant.text().isBlank()) {
      blocks.add(Bodies.map("text", assistant.text()));
    }
    for (ToolCall call : assistant.toolCalls()) {
      blocks.add(
          Map.of(
              "toolUse",
              Bodies.map(
                  "toolUseId",
                  call.id(),
                  "name",
                  call.name(),
                  "input",
                  Bodies.schema(call.arguments()))));
    }
    return blocks;
  }

  /** What the model thought before it called tools goes back unread, signed as it came. */
  private static List<Object> thoughts(String mark) {
    List<Object> blocks = new ArrayList<>();
    for (JsonTree thought : JsonTree.read(mark).orElseGet(JsonTree::absent).items()) {
      Map<String, Object> parts = new LinkedHashMap<>();
      thought.members().forEach((name, value) -> parts.put(name, value.text().orElse("")));
      Map<String, Object> content =
          parts.containsKey("redactedContent") ? parts : Map.of("reasoningText", parts);
      blocks.add(Map.of("reasoningContent", content));
    }
    return blocks;
  }

  @Override
  public void take(WireEvent event, ReplyDraft draft) {
    JsonTree data = event.data();
    int index = data.count("contentBlockIndex").orElse(0);
    if (event.name().startsWith("exception:")) {
      throw failures.ofEvent(event.name(), data);
    }
    switch (event.name()) {
      case "contentBlockStart" -> {
        JsonTree use = data.at("start", "toolUse");
        if (use.isPresent()) {
          draft.toolCall(index, use.text("toolUseId").orElse(""), use.text("name").orElse(""));
        }
      }
      case "contentBlockDelta" -> {
        JsonTree delta = data.at("delta");
        delta.text("text").ifPresent(draft::piece);
        delta.at("toolUse").text("input").ifPresent(piece -> draft.arguments(index, piece));
        delta
            .at("reasoningContent")
            .members()
            .forEach(
                (part, piece) -> piece.text().ifPresent(text -> draft.thought(index, part, text)));
      }
      case "messageStop" -> data.text("stopReason").ifPresent(reason -> stopped(reason, draft));
      case "metadata" -> {
        usage(data.at("usage"), draft);
        draft.finish();
      }
      default -> {
        // the beginning of a message, the end of a block, and what is yet to be invented
      }
    }
  }

  private static void stopped(String reason, ReplyDraft draft) {
    switch (reason) {
      case "guardrail_intervened", "content_filtered" -> draft.refused(reason);
      case "max_tokens", "model_context_window_exceeded" -> draft.stop(Stop.LENGTH);
      case "tool_use" -> draft.stop(Stop.TOOL_CALLS);
      case "malformed_tool_use", "malformed_model_output" ->
          throw Failures.broken("the model wrote something that cannot be read");
      default -> draft.stop(Stop.END);
    }
  }

  /** Fresh, kept and written tokens are counted apart; all of them are the prompt. */
  private static void usage(JsonTree usage, ReplyDraft draft) {
    usage
        .count("inputTokens")
        .ifPresent(fresh -> {
          int cached = usage.count("cacheReadInputTokens").orElse(0);
          int written = usage.count("cacheWriteInputTokens").orElse(0);
          draft.used(fresh + cached + written, cached, written);
        });
    usage.count("outputTokens").ifPresent(draft::wrote);
  }

  private static boolean isCohere(String model) {
    return model.toLowerCase(Locale.ROOT).contains("cohere.");
  }

  @Override
  public HttpCall embed(String model, List<String> texts) {
    Map<String, Object> body =
        isCohere(model)
            ? Bodies.map("texts", texts, "input_type", "search_document")
            : Bodies.map("inputText", texts.getFirst());
    return call(model, "invoke", body);
  }

  @Override
  public List<float[]> vectors(JsonTree body) {
    if (body.at("embedding").isPresent()) {
      return List.of(Bodies.vector(body.at("embedding")));
    }
    JsonTree embeddings = body.at("embeddings");
    List<JsonTree> rows =
        embeddings.items().isEmpty() ? embeddings.items("float") : embeddings.items();
    return rows.stream().map(Bodies::vector).toList();
  }

  @Override
  public int embedTextsMax(String model) {
    return isCohere(model) ? COHERE_TEXTS_MAX : 1;
  }
}
