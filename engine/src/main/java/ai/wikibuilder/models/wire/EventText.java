package ai.wikibuilder.models.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.json.JsonTree;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads server-sent events: lines {@code event:} and {@code data:}, an empty line after each event.
 * For one thread.
 */
final class EventText implements EventSource {
  /** Longest line; a piece of a reply has some hundred bytes, a whole reply sent at once more. */
  private static final int LINE_BYTES_MAX = 8 << 20;

  private final InputStream in;
  private String name = "";
  private final StringBuilder data = new StringBuilder();

  EventText(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** {@inheritDoc} What stands at the end without an empty line after it counts as well. */
  @Override
  public Optional<WireEvent> next() throws IOException {
    while (true) {
      Optional<String> line = line();
      boolean complete = line.isEmpty() || line.get().isEmpty();
      if (complete && !data.isEmpty()) {
        WireEvent event = event();
        name = "";
        data.setLength(0);
        return Optional.of(event);
      }
      if (line.isEmpty()) {
        return Optional.empty();
      }
      take(line.get());
    }
  }

  private void take(String line) {
    if (line.startsWith("event:")) {
      name = line.substring("event:".length()).strip();
    } else if (line.startsWith("data:")) {
      if (!data.isEmpty()) {
        data.append('\n');
      }
      data.append(line.substring("data:".length()).strip());
    }
    // Comments keep the connection alive and say nothing; other fields are of no use here.
  }

  private WireEvent event() {
    String text = data.toString();
    return text.equals("[DONE]")
        ? new WireEvent("done", JsonTree.absent())
        : new WireEvent(name, JsonTree.read(text).orElseThrow(() -> damaged(text)));
  }

  private static RuntimeException damaged(String text) {
    return Failures.broken("an event of %d characters is not JSON".formatted(text.length()));
  }

  private Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int unit = in.read();
    if (unit < 0) {
      return Optional.empty();
    }
    while (unit >= 0 && unit != '\n') {
      if (line.size() >= LINE_BYTES_MAX) {
        throw Failures.broken("a line has more than %d bytes".formatted(LINE_BYTES_MAX));
      }
      line.write(unit);
      unit = in.read();
    }
    String text = line.toString(UTF_8);
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
