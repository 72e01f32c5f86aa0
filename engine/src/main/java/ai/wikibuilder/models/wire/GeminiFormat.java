package ai.wikibuilder.models.wire;

import ai.wikibuilder.models.ChatReply.Stop;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.ToolSpec;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.outbound.Credential;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Google's generateContent, streamed, and its embeddings. */
final class GeminiFormat implements WireFormat {
  /** Texts in one request for vectors, as Google documents it. */
  private static final int EMBED_TEXTS_MAX = 100;

  private final Endpoint endpoint;
  private final Failures failures;

  GeminiFormat(Endpoint endpoint, Failures failures) {
    this.endpoint = endpoint;
    this.failures = failures;
  }

  @Override
  public HttpCall chat(ModelCall call) {
    ChatRequest request = call.request();
    List<Object> system = new ArrayList<>();
    List<Object> turns = new ArrayList<>();
    Map<String, String> nameOfCall = new HashMap<>();
    for (Message message : request.messages()) {
      if (message instanceof Message.Instruction instruction) {
        system.add(Bodies.map("text", instruction.text()));
      } else {
        String role = message instanceof Message.Assistant ? "model" : "user";
        Bodies.addTurn(turns, role, parts(message, nameOfCall), "parts");
      }
    }
    Map<String, Object> body = new LinkedHashMap<>();
    if (!system.isEmpty()) {
      body.put("systemInstruction", Map.of("parts", system));
    }
    body.put("contents", turns);
    if (!request.tools().isEmpty()) {
      List<Object> declarations =
          request.tools().stream().<Object>map(GeminiFormat::declaration).toList();
      body.put("tools", List.of(Map.of("functionDeclarations", declarations)));
    }
    Map<String, Object> settings = Bodies.map("maxOutputTokens", call.outputTokensMax());
    request
        .shape()
        .ifPresent(shape -> {
          settings.put("responseMimeType", "application/json");
          settings.put("responseJsonSchema", Bodies.schema(shape.schema()));
        });
    body.put("generationConfig", settings);
    return call(call.model(), "streamGenerateContent?alt=sse", body);
  }

  private static Map<String, Object> declaration(ToolSpec tool) {
    return Bodies.map(
        "name",
        tool.name(),
        "description",
        tool.description(),
        "parametersJsonSchema",
        Bodies.schema(tool.parameters()));
  }

  private HttpCall call(String model, String verb, Map<String, Object> body) {
    return new HttpCall(
        "%s/v1beta/models/%s:%s".formatted(endpoint.baseUrl(), model, verb),
        Map.of("Accept", "text/event-stream, application/json"),
        endpoint
            .key()
            .map(key -> new Credential(Map.of("x-goog-api-key", key)))
            .orElseGet(Credential::none),
        Bodies.text(body));
  }

  /** Google ties a tool's result to the tool's name, not to the call. */
  private static List<Object> parts(Message message, Map<String, String> nameOfCall) {
    return switch (message) {
      case Message.Instruction instruction -> List.of(Bodies.map("text", instruction.text()));
      case Message.User user -> List.of(Bodies.map("text", user.text()));
      case Message.ToolResult result ->
          List.of(
              Bodies.map(
                  "functionResponse",
                  Bodies.map(
                      "name",
                      nameOfCall.getOrDefault(result.callId(), result.callId()),
                      "response",
                      Bodies.map("result", result.text()))));
      case Message.Assistant assistant -> {
        List<Object> parts = new ArrayList<>();
        if (!assistant.text().isBlank()) {
          parts.add(Bodies.map("text", assistant.text()));
        }
        for (ToolCall call : assistant.toolCalls()) {
          nameOfCall.put(call.id(), call.name());
          Map<String, Object> part =
              Bodies.map(
                  "functionCall",
                  Bodies.map("name", call.name(), "args", Bodies.schema(call.arguments())));
          if (!call.mark().isEmpty()) {
            part.put("thoughtSignature", call.mark());
          }
          parts.add(part);
        }
        yield parts;
      }
    };
  }

  @Override
  public void take(WireEvent event, ReplyDraft draft) {
    JsonTree data = event.data();
    if (data.at("error").isPresent()) {
      throw failures.ofEvent(data.at("error").text("status").orElse(""), data);
    }
    usage(data.at("usageMetadata"), draft);
    data.at("promptFeedback").text("blockReason").ifPresent(draft::refused);
    List<JsonTree> candidates = data.items("candidates");
    if (candidates.isEmpty()) {
      return;
    }
    JsonTree candidate = candidates.getFirst();
    for (JsonTree part : candidate.at("content").items("parts")) {
      if (part.at("functionCall").isPresent()) {
        int index = draft.callCount();
        draft.toolCall(
            index,
            part.at("functionCall").text("id").orElse(""),
            part.at("functionCall").text("name").orElse(""));
        JsonTree arguments = part.at("functionCall").at("args");
        if (arguments.isPresent()) {
          draft.arguments(index, arguments.toString());
        }
        part.text("thoughtSignature").ifPresent(mark -> draft.mark(index, mark));
      } else if (!part.at("thought").flag().orElse(false)) {
        part.text("text").ifPresent(draft::piece);
      }
    }
    candidate.text("finishReason").ifPresent(reason -> stopped(reason, draft));
  }

  private static void stopped(String reason, ReplyDraft draft) {
    switch (reason) {
      case "MAX_TOKENS" -> draft.stop(Stop.LENGTH);
      case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII" ->
          draft.refused(reason);
      case "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL" ->
          throw Failures.broken("the model made a tool call that cannot be read");
      default -> draft.stop(draft.callCount() > 0 ? Stop.TOOL_CALLS : Stop.END);
    }
  }

  private static void usage(JsonTree usage, ReplyDraft draft) {
    usage
        .count("promptTokenCount")
        .ifPresent(in ->
            draft.used(
                in + usage.count("toolUsePromptTokenCount").orElse(0),
                usage.count("cachedContentTokenCount").orElse(0),
                0));
    int thoughts = usage.count("thoughtsTokenCount").orElse(0);
    int text = usage.count("candidatesTokenCount").orElse(0);
    if (text + thoughts > 0) {
      draft.wrote(text + thoughts);
    }
  }

  @Override
  public HttpCall embed(String model, List<String> texts) {
    List<Object> requests = new ArrayList<>();
    for (String text : texts) {
      requests.add(
          Bodies.map(
              "model",
              "models/" + model,
              "content",
              Map.of("parts", List.of(Map.of("text", text)))));
    }
    return call(model, "batchEmbedContents", Map.of("requests", requests));
  }

  @Override
  public List<float[]> vectors(JsonTree body) {
    return body.items("embeddings").stream()
        .map(embedding -> Bodies.vector(embedding.at("values")))
        .toList();
  }

  @Override
  public int embedTextsMax(String model) {
    return EMBED_TEXTS_MAX;
  }
}
