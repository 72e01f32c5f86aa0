package ai.wikibuilder.models.scripted;

import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.models.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider of Gemini's format. */
final class GeminiVoice implements Voice {
  private static final Pattern MODEL = Pattern.compile("/models/(.+):[A-Za-z]+(?:\\?.*)?$");

  @Override
  public ReceivedPrompt prompt(HttpExchange exchange, JsonTree body, int ordinal) {
    List<ReceivedPrompt.Turn> turns = new ArrayList<>();
    for (JsonTree content : body.items("contents")) {
      String text = Sse.texts(content.at("parts"), "text");
      StringBuilder results = new StringBuilder();
      for (JsonTree part : content.items("parts")) {
        part.at("functionResponse", "response").text("result").ifPresent(results::append);
      }
      String role = content.text("role").orElse("");
      turns.add(
          results.isEmpty()
              ? new ReceivedPrompt.Turn(role.equals("model") ? "assistant" : role, text)
              : new ReceivedPrompt.Turn("tool", results.toString()));
    }
    Matcher model = MODEL.matcher(exchange.path());
    return new ReceivedPrompt(
        ordinal,
        "gemini",
        exchange.path(),
        exchange.header("x-goog-api-key"),
        model.find() ? model.group(1) : "",
        Sse.texts(body.at("systemInstruction", "parts"), "text"),
        turns,
        0,
        body.items("tools").stream()
            .flatMap(tool -> tool.items("functionDeclarations").stream())
            .map(tool -> tool.text("name").orElse(""))
            .toList(),
        Sse.schema(body.at("generationConfig", "responseJsonSchema")),
        body.at("generationConfig").count("maxOutputTokens").orElse(0),
        exchange.body());
  }

  @Override
  public String contentType() {
    return "text/event-stream";
  }

  @Override
  public Events events(ReceivedPrompt prompt, ScriptedReply reply, boolean unknown) {
    List<byte[]> pieces = new ArrayList<>();
    pieces.add(chunk(List.of(Sse.map("text", "let me see", "thought", true)), unknown));
    for (String piece : Sse.pieces(reply.text())) {
      pieces.add(chunk(List.of(Sse.map("text", piece)), unknown));
    }
    for (ScriptedReply.Call call : reply.calls()) {
      pieces.add(chunk(List.of(call(call)), unknown));
    }
    return new Events(
        List.of(Sse.data(Sse.map("usageMetadata", Sse.map("promptTokenCount", prompt.tokens())))),
        pieces,
        List.of(Sse.data(last(prompt, reply, List.of()))));
  }

  private static Map<String, Object> call(ScriptedReply.Call call) {
    return Sse.map(
        "functionCall",
        Sse.map("name", call.name(), "args", Sse.json(call.arguments())),
        "thoughtSignature",
        "c2lnbmVk");
  }

  private static byte[] chunk(List<Object> parts, boolean unknown) {
    Map<String, Object> candidate =
        Sse.map("index", 0, "content", Sse.map("role", "model", "parts", parts));
    Map<String, Object> event = Sse.map("candidates", List.of(candidate));
    if (unknown) {
      candidate.put("novelMember", Sse.map("deep", List.of(1, "two")));
      event.put("novelty", true);
    }
    return Sse.data(event);
  }

  private static Map<String, Object> last(
      ReceivedPrompt prompt, ScriptedReply reply, List<Object> parts) {
    String stop =
        switch (reply.stop()) {
          case "length" -> "MAX_TOKENS";
          case "content_filter" -> "SAFETY";
          default -> "STOP";
        };
    return Sse.map(
        "candidates",
        List.of(
            Sse.map(
                "index",
                0,
                "content",
                Sse.map("role", "model", "parts", parts),
                "finishReason",
                stop)),
        "usageMetadata",
        Sse.map(
            "promptTokenCount",
            prompt.tokens(),
            "candidatesTokenCount",
            Sse.tokensOut(reply),
            "cachedContentTokenCount",
            reply.cachedTokens()));
  }

  @Override
  public String whole(ReceivedPrompt prompt, ScriptedReply reply) {
    List<Object> parts = new ArrayList<>();
    parts.add(Sse.map("text", reply.text()));
    reply.calls().forEach(call -> parts.add(call(call)));
    return JsonText.of(last(prompt, reply, parts));
  }

  @Override
  public String error(String code, String message) {
    return JsonText.of(
        Sse.map("error", Sse.map("status", code, "message", message, "details", List.of())));
  }

  @Override
  public byte[] errorEvent() {
    return Sse.data(
        Sse.map("error", Sse.map("code", 503, "status", "UNAVAILABLE", "message", "Overloaded")));
  }

  @Override
  public String vectors(JsonTree body, List<float[]> vectors) {
    List<Object> embeddings = new ArrayList<>();
    vectors.forEach(vector -> embeddings.add(Sse.map("values", Sse.numbers(vector))));
    return JsonText.of(Sse.map("embeddings", embeddings));
  }

  @Override
  public List<String> texts(JsonTree body) {
    return body.items("requests").stream()
        .map(request -> Sse.texts(request.at("content", "parts"), "text"))
        .toList();
  }
}
