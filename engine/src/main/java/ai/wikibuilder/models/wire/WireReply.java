package ai.wikibuilder.models.wire;

import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.facts.TokenUse;
import java.util.List;
import java.util.Optional;

/**
 * A reply that is complete. Immutable.
 *
 * @param use empty when the provider did not say
 */
public record WireReply(
    String text, List<ToolCall> toolCalls, ChatReply.Stop stop, Optional<TokenUse> use) {
  public WireReply {
    toolCalls = List.copyOf(toolCalls);
  }
}
