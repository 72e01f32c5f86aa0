package ai.wikibuilder.models.wire;

import java.io.IOException;
import java.util.Optional;

/** Events of a reply, one after the other. For one thread. */
interface EventSource {
  /**
   * The next event; empty at the end.
   *
   * @throws IOException when the connection breaks
   * @throws ai.wikibuilder.models.ModelException BROKEN_REPLY when it is no event
   */
  Optional<WireEvent> next() throws IOException;
}
