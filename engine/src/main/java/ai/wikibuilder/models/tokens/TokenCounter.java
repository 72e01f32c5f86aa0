package ai.wikibuilder.models.tokens;

import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.JsonShape;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.ToolSpec;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * Counts tokens with the vocabulary o200k, that of OpenAI's models since 2024. May be shared by
 * threads; the vocabulary is loaded when the first text is counted.
 */
public final class TokenCounter {
  /** What a turn's frame costs beside its text: role and separators. */
  private static final int TURN_TOKENS = 4;

  /** What the frame of a tool or a shape costs beside its text; that of OpenAI is smaller. */
  private static final int FRAME_TOKENS = 12;

  private final EncodingRegistry vocabularies = Encodings.newLazyEncodingRegistry();

  /** Tokens of a text; markers of the vocabulary's own count as the text they are. */
  public int count(String text) {
    return vocabularies.getEncoding(EncodingType.O200K_BASE).countTokensOrdinary(text);
  }

  /** Tokens of a whole prompt: turns, tools, shape and their frames. */
  public int count(ChatRequest request) {
    int tokens = 0;
    for (Message message : request.messages()) {
      tokens += TURN_TOKENS + count(message.text());
      if (message instanceof Message.Assistant assistant) {
        for (ToolCall call : assistant.toolCalls()) {
          tokens += FRAME_TOKENS + count(call.name()) + count(call.arguments());
        }
      }
    }
    for (ToolSpec tool : request.tools()) {
      tokens += FRAME_TOKENS + count(tool.name()) + count(tool.description());
      tokens += count(tool.parameters());
    }
    return tokens + request.shape().map(this::count).orElse(0);
  }

  private int count(JsonShape shape) {
    return FRAME_TOKENS + count(shape.name()) + count(shape.schema());
  }
}
