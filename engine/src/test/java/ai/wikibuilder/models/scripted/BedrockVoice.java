package ai.wikibuilder.models.scripted;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.models.json.JsonTree;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** A provider of Bedrock's Converse. */
final class BedrockVoice implements Voice {
  private static final byte TYPE_TEXT = 7;
  private static final int PRELUDE_BYTES = 12;
  private static final int SUM_BYTES = 4;

  @Override
  public ReceivedPrompt prompt(HttpExchange exchange, JsonTree body, int ordinal) {
    List<ReceivedPrompt.Turn> turns = new ArrayList<>();
    for (JsonTree message : body.items("messages")) {
      StringBuilder results = new StringBuilder();
      for (JsonTree block : message.items("content")) {
        results.append(Sse.texts(block.at("toolResult", "content"), "text"));
      }
      turns.add(
          results.isEmpty()
              ? new ReceivedPrompt.Turn(
                  message.text("role").orElse(""), Sse.texts(message.at("content"), "text"))
              : new ReceivedPrompt.Turn("tool", results.toString()));
    }
    String system = Sse.texts(body.at("system"), "text");
    int schema = system.indexOf("JSON schema: ");
    return new ReceivedPrompt(
        ordinal,
        "bedrock",
        exchange.path(),
        exchange.header("Authorization"),
        URLDecoder.decode(exchange.path().split("/", -1)[2], UTF_8),
        system,
        turns,
        Sse.count(exchange.body(), "\"cachePoint\""),
        body.at("toolConfig").items("tools").stream()
            .map(tool -> tool.at("toolSpec").text("name").orElse(""))
            .toList(),
        schema < 0
            ? Optional.empty()
            : Optional.of(system.substring(schema + "JSON schema: ".length())),
        body.at("inferenceConfig").count("maxTokens").orElse(0),
        exchange.body());
  }

  @Override
  public String contentType() {
    return "application/vnd.amazon.eventstream";
  }

  @Override
  public Events events(ReceivedPrompt prompt, ScriptedReply reply, boolean unknown) {
    List<byte[]> before = new ArrayList<>();
    before.add(event("messageStart", Sse.map("role", "assistant")));
    if (unknown) {
      before.add(event("novelty", Sse.map("deep", List.of(1, "two"))));
    }
    List<byte[]> pieces = new ArrayList<>();
    pieces.add(delta(0, Sse.map("reasoningContent", Sse.map("text", "let me see"))));
    pieces.add(delta(0, Sse.map("reasoningContent", Sse.map("signature", "c2lnbmVk"))));
    for (String piece : Sse.pieces(reply.text())) {
      pieces.add(delta(1, Sse.map("text", piece)));
    }
    int index = 2;
    for (ScriptedReply.Call call : reply.calls()) {
      pieces.add(
          event(
              "contentBlockStart",
              Sse.map(
                  "contentBlockIndex",
                  index,
                  "start",
                  Sse.map(
                      "toolUse", Sse.map("toolUseId", "tooluse_" + index, "name", call.name())))));
      for (String piece : Sse.pieces(call.arguments())) {
        pieces.add(delta(index, Sse.map("toolUse", Sse.map("input", piece))));
      }
      index++;
    }
    return new Events(
        before,
        pieces,
        List.of(
            event("messageStop", Sse.map("stopReason", stop(reply))),
            event("metadata", Sse.map("usage", usage(prompt, reply)))));
  }

  private static String stop(ScriptedReply reply) {
    return switch (reply.stop()) {
      case "length" -> "max_tokens";
      case "tool_calls" -> "tool_use";
      case "content_filter" -> "content_filtered";
      default -> "end_turn";
    };
  }

  private static Map<String, Object> usage(ReceivedPrompt prompt, ScriptedReply reply) {
    return Sse.map(
        "inputTokens",
        prompt.tokens() - reply.cachedTokens(),
        "cacheReadInputTokens",
        reply.cachedTokens(),
        "outputTokens",
        Sse.tokensOut(reply));
  }

  private static byte[] delta(int index, Map<String, Object> delta) {
    return event("contentBlockDelta", Sse.map("contentBlockIndex", index, "delta", delta));
  }

  private static byte[] event(String type, Map<String, Object> json) {
    return frame(
        Sse.map(":event-type", type, ":content-type", "application/json", ":message-type", "event"),
        JsonText.of(json));
  }

  private static byte[] frame(Map<String, Object> headers, String payload) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    headers.forEach((name, value) -> {
      byte[] nameBytes = name.getBytes(UTF_8);
      byte[] valueBytes = String.valueOf(value).getBytes(UTF_8);
      head.write(nameBytes.length);
      head.writeBytes(nameBytes);
      head.write(TYPE_TEXT);
      head.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) valueBytes.length).array());
      head.writeBytes(valueBytes);
    });
    byte[] body = payload.getBytes(UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(PRELUDE_BYTES + head.size() + body.length + SUM_BYTES);
    frame.putInt(frame.capacity()).putInt(head.size()).putInt(sum(frame.array(), 8));
    frame.put(head.toByteArray()).put(body);
    frame.putInt(sum(frame.array(), frame.position()));
    return frame.array();
  }

  private static int sum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }

  @Override
  public String whole(ReceivedPrompt prompt, ScriptedReply reply) {
    throw new IllegalStateException("Converse always streams where it was asked to");
  }

  @Override
  public String error(String code, String message) {
    return JsonText.of(Sse.map("__type", code, "message", message));
  }

  @Override
  public byte[] errorEvent() {
    return frame(
        Sse.map(":exception-type", "serviceUnavailableException", ":message-type", "exception"),
        JsonText.of(Sse.map("message", "Overloaded")));
  }

  @Override
  public String vectors(JsonTree body, List<float[]> vectors) {
    List<Object> rows = new ArrayList<>();
    vectors.forEach(vector -> rows.add(Sse.numbers(vector)));
    return JsonText.of(
        body.at("inputText").isPresent()
            ? Sse.map("embedding", rows.getFirst())
            : Sse.map("embeddings", rows));
  }

  @Override
  public List<String> texts(JsonTree body) {
    return body.at("inputText").isPresent()
        ? List.of(body.text("inputText").orElse(""))
        : body.items("texts").stream().map(text -> text.text().orElse("")).toList();
  }
}
