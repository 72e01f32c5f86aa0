package ai.wikibuilder.outbound;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request of a conversation. Immutable, but for the body, which is not copied.
 *
 * @param method such as {@code GET}
 * @param address checked like every other
 * @param headers without credentials, which the session adds where they belong
 * @param body sent as it is
 */
public record OutboundRequest(
    String method, String address, Map<String, List<String>> headers, Optional<byte[]> body) {
  public OutboundRequest {
    headers = Map.copyOf(headers);
  }
}
