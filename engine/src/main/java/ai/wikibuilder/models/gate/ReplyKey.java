package ai.wikibuilder.models.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.ToolSpec;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The key of a kept reply: SHA-256 over everything a reply depends on, each part with its length in
 * front. Purpose and subject are not among it: they only say whom the cost is put down to.
 */
final class ReplyKey {
  /** Changes when what is sent for the same request changes. */
  private static final String VERSION = "1";

  private final MessageDigest digest;

  private ReplyKey() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** 64 hexadecimal digits. */
  static String of(Target target, ChatRequest request) {
    ReplyKey key = new ReplyKey();
    key.add(VERSION);
    key.add(target.wire().toString());
    key.add(target.model());
    key.add(String.valueOf(request.outputTokensMax()));
    request.messages().forEach(key::add);
    for (ToolSpec tool : request.tools()) {
      key.add(tool.name());
      key.add(tool.description());
      key.add(tool.parameters());
    }
    request.shape().ifPresent(shape -> key.add(shape.schema()));
    return HexFormat.of().formatHex(key.digest.digest());
  }

  private void add(Message message) {
    add(message.getClass().getSimpleName());
    add(message.text());
    if (message instanceof Message.ToolResult result) {
      add(result.callId());
    }
    if (message instanceof Message.Assistant assistant) {
      for (ToolCall call : assistant.toolCalls()) {
        add(call.id());
        add(call.name());
        add(call.arguments());
      }
    }
  }

  private void add(String part) {
    byte[] bytes = part.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
