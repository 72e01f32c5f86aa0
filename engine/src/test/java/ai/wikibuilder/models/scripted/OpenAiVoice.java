package ai.wikibuilder.models.scripted;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.models.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A provider of OpenAI's format. */
final class OpenAiVoice implements Voice {
  @Override
  public ReceivedPrompt prompt(HttpExchange exchange, JsonTree body, int ordinal) {
    StringBuilder system = new StringBuilder();
    List<ReceivedPrompt.Turn> turns = new ArrayList<>();
    for (JsonTree message : body.items("messages")) {
      String role = message.text("role").orElse("");
      String text = message.text("content").orElse("");
      if (role.equals("system")) {
        system.append(system.isEmpty() ? "" : "\n").append(text);
      } else {
        turns.add(new ReceivedPrompt.Turn(role, text));
      }
    }
    return new ReceivedPrompt(
        ordinal,
        "openai",
        exchange.path(),
        exchange.header("Authorization").or(() -> exchange.header("api-key")),
        body.text("model").orElse(""),
        system.toString(),
        turns,
        0,
        body.items("tools").stream()
            .map(tool -> tool.at("function").text("name").orElse(""))
            .toList(),
        Sse.schema(body.at("response_format", "json_schema", "schema")),
        body.count("max_tokens").or(() -> body.count("max_completion_tokens")).orElse(0),
        exchange.body());
  }

  @Override
  public String contentType() {
    return "text/event-stream; charset=utf-8";
  }

  @Override
  public Events events(ReceivedPrompt prompt, ScriptedReply reply, boolean unknown) {
    List<byte[]> before = new ArrayList<>();
    before.add(chunk(Sse.map("role", "assistant", "content", ""), "", unknown));
    if (unknown) {
      before.add(
          ": a comment\n\nevent: novelty\nid: 7\ndata: {\"novel\":[1,{}]}\n\n".getBytes(UTF_8));
    }
    List<byte[]> pieces = new ArrayList<>();
    for (String piece : Sse.pieces(reply.text())) {
      pieces.add(chunk(Sse.map("content", piece), "", unknown));
    }
    int index = 0;
    for (ScriptedReply.Call call : reply.calls()) {
      pieces.add(callBegins(index, call));
      for (String piece : Sse.pieces(call.arguments())) {
        pieces.add(
            chunk(
                Sse.map(
                    "tool_calls",
                    List.of(Sse.map("index", index, "function", Sse.map("arguments", piece)))),
                "",
                unknown));
      }
      index++;
    }
    return new Events(
        before,
        pieces,
        List.of(
            chunk(Map.of(), reply.stop(), unknown),
            Sse.data(Sse.map("choices", List.of(), "usage", usage(prompt, reply))),
            "data: [DONE]\n\n".getBytes(UTF_8)));
  }

  private static byte[] callBegins(int index, ScriptedReply.Call call) {
    return chunk(
        Sse.map(
            "tool_calls",
            List.of(
                Sse.map(
                    "index",
                    index,
                    "id",
                    "call_" + index,
                    "type",
                    "function",
                    "function",
                    Sse.map("name", call.name(), "arguments", "")))),
        "",
        false);
  }

  private static byte[] chunk(Map<String, Object> delta, String stop, boolean unknown) {
    Map<String, Object> choice = Sse.map("index", 0, "delta", delta);
    if (!stop.isEmpty()) {
      choice.put("finish_reason", stop);
    }
    Map<String, Object> event =
        Sse.map("object", "chat.completion.chunk", "choices", List.of(choice));
    if (unknown) {
      event.put("novel_member", Sse.map("deep", List.of(1, "two")));
      choice.put("logic", true);
    }
    return Sse.data(event);
  }

  private static Map<String, Object> usage(ReceivedPrompt prompt, ScriptedReply reply) {
    return Sse.map(
        "prompt_tokens",
        reply.counted().map(ScriptedReply.Counted::in).orElseGet(prompt::tokens),
        "completion_tokens",
        reply.counted().map(ScriptedReply.Counted::out).orElseGet(() -> Sse.tokensOut(reply)),
        "prompt_tokens_details",
        Sse.map("cached_tokens", reply.cachedTokens()));
  }

  @Override
  public String whole(ReceivedPrompt prompt, ScriptedReply reply) {
    List<Object> calls = new ArrayList<>();
    for (ScriptedReply.Call call : reply.calls()) {
      calls.add(
          Sse.map(
              "id",
              "call_" + calls.size(),
              "function",
              Sse.map("name", call.name(), "arguments", call.arguments())));
    }
    Map<String, Object> message = Sse.map("role", "assistant", "content", reply.text());
    if (!calls.isEmpty()) {
      message.put("tool_calls", calls);
    }
    return JsonText.of(
        Sse.map(
            "choices",
            List.of(Sse.map("index", 0, "message", message, "finish_reason", reply.stop())),
            "usage",
            usage(prompt, reply)));
  }

  @Override
  public String error(String code, String message) {
    return JsonText.of(Sse.map("error", Sse.map("code", code, "message", message)));
  }

  @Override
  public byte[] errorEvent() {
    return Sse.data(Sse.map("error", Sse.map("code", "server_error", "message", "Overloaded")));
  }

  @Override
  public String vectors(JsonTree body, List<float[]> vectors) {
    List<Object> data = new ArrayList<>();
    for (float[] vector : vectors) {
      data.addFirst(
          Sse.map("index", data.size(), "embedding", Sse.numbers(vector))); // in no order at all
    }
    return JsonText.of(Sse.map("data", data));
  }

  @Override
  public List<String> texts(JsonTree body) {
    return body.items("input").stream().map(text -> text.text().orElse("")).toList();
  }
}
