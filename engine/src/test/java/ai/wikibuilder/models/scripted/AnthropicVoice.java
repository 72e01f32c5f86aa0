package ai.wikibuilder.models.scripted;

import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.models.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A provider of Anthropic's format. */
final class AnthropicVoice implements Voice {
  @Override
  public ReceivedPrompt prompt(HttpExchange exchange, JsonTree body, int ordinal) {
    List<ReceivedPrompt.Turn> turns = new ArrayList<>();
    for (JsonTree message : body.items("messages")) {
      JsonTree content = message.at("content");
      boolean result =
          content.items().stream().anyMatch(b -> b.text("type").orElse("").equals("tool_result"));
      turns.add(
          new ReceivedPrompt.Turn(
              result ? "tool" : message.text("role").orElse(""),
              Sse.texts(content, "text", "content")));
    }
    return new ReceivedPrompt(
        ordinal,
        "anthropic",
        exchange.path(),
        exchange.header("x-api-key"),
        body.text("model").orElse(""),
        Sse.texts(body.at("system"), "text"),
        turns,
        Sse.count(exchange.body(), "\"cache_control\""),
        body.items("tools").stream().map(tool -> tool.text("name").orElse("")).toList(),
        Sse.schema(body.at("output_config", "format", "schema")),
        body.count("max_tokens").orElse(0),
        exchange.body());
  }

  @Override
  public String contentType() {
    return "text/event-stream";
  }

  @Override
  public Events events(ReceivedPrompt prompt, ScriptedReply reply, boolean unknown) {
    List<byte[]> before = new ArrayList<>();
    before.add(
        event(
            "message_start",
            Sse.map("message", Sse.map("role", "assistant", "usage", usage(prompt, reply, 1)))));
    before.add(event("ping", Sse.map()));
    if (unknown) {
      before.add(event("novelty", Sse.map("deep", List.of(1, "two"))));
    }
    List<byte[]> pieces = new ArrayList<>();
    pieces.add(blockBegins(0, Sse.map("type", "thinking", "thinking", "", "signature", "")));
    pieces.add(delta(0, Sse.map("type", "thinking_delta", "thinking", "let me see")));
    pieces.add(delta(0, Sse.map("type", "signature_delta", "signature", "c2lnbmVk")));
    pieces.add(event("content_block_stop", Sse.map("index", 0)));
    pieces.add(blockBegins(1, Sse.map("type", "text", "text", "")));
    for (String piece : Sse.pieces(reply.text())) {
      pieces.add(delta(1, Sse.map("type", "text_delta", "text", piece)));
    }
    pieces.add(event("content_block_stop", Sse.map("index", 1)));
    int index = 2;
    for (ScriptedReply.Call call : reply.calls()) {
      pieces.add(
          blockBegins(
              index,
              Sse.map(
                  "type",
                  "tool_use",
                  "id",
                  "toolu_" + index,
                  "name",
                  call.name(),
                  "input",
                  Sse.map())));
      for (String piece : Sse.pieces(call.arguments())) {
        pieces.add(delta(index, Sse.map("type", "input_json_delta", "partial_json", piece)));
      }
      index++;
    }
    return new Events(
        before,
        pieces,
        List.of(
            event(
                "message_delta",
                Sse.map(
                    "delta",
                    Sse.map("stop_reason", stop(reply)),
                    "usage",
                    Sse.map("output_tokens", Sse.tokensOut(reply)))),
            event("message_stop", Sse.map())));
  }

  private static String stop(ScriptedReply reply) {
    return switch (reply.stop()) {
      case "length" -> "max_tokens";
      case "tool_calls" -> "tool_use";
      case "content_filter" -> "refusal";
      default -> "end_turn";
    };
  }

  private static Map<String, Object> usage(
      ReceivedPrompt prompt, ScriptedReply reply, int tokensOut) {
    return Sse.map(
        "input_tokens",
        prompt.tokens() - reply.cachedTokens(),
        "cache_read_input_tokens",
        reply.cachedTokens(),
        "cache_creation_input_tokens",
        0,
        "output_tokens",
        tokensOut);
  }

  private static byte[] event(String type, Map<String, Object> more) {
    Map<String, Object> json = Sse.map("type", type);
    json.putAll(more);
    return Sse.event(type, json);
  }

  private static byte[] blockBegins(int index, Map<String, Object> block) {
    return event("content_block_start", Sse.map("index", index, "content_block", block));
  }

  private static byte[] delta(int index, Map<String, Object> delta) {
    return event("content_block_delta", Sse.map("index", index, "delta", delta));
  }

  @Override
  public String whole(ReceivedPrompt prompt, ScriptedReply reply) {
    List<Object> content = new ArrayList<>();
    content.add(Sse.map("type", "text", "text", reply.text()));
    for (ScriptedReply.Call call : reply.calls()) {
      content.add(
          Sse.map(
              "type",
              "tool_use",
              "id",
              "toolu_" + content.size(),
              "name",
              call.name(),
              "input",
              Sse.json(call.arguments())));
    }
    return JsonText.of(
        Sse.map(
            "type",
            "message",
            "content",
            content,
            "stop_reason",
            stop(reply),
            "usage",
            usage(prompt, reply, Sse.tokensOut(reply))));
  }

  @Override
  public String error(String code, String message) {
    return JsonText.of(
        Sse.map("type", "error", "error", Sse.map("type", code, "message", message)));
  }

  @Override
  public byte[] errorEvent() {
    return event(
        "error", Sse.map("error", Sse.map("type", "overloaded_error", "message", "Overloaded")));
  }

  @Override
  public String vectors(JsonTree body, List<float[]> vectors) {
    throw new IllegalStateException("Anthropic has no vectors");
  }

  @Override
  public List<String> texts(JsonTree body) {
    return List.of();
  }
}
