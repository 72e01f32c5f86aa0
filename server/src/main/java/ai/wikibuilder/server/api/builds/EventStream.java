package ai.wikibuilder.server.api.builds;

import ai.wikibuilder.server.jobs.events.BuildEvent;
import ai.wikibuilder.server.jobs.events.EventHub;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;

/**
 * Server-sent events of one build, written by the request's own thread, so that a reader who is
 * slow keeps nobody else waiting. For one thread.
 */
final class EventStream {
  /** Between two signs of life; proxies cut what is silent for a minute. */
  private static final Duration SIGN = Duration.ofSeconds(15);

  /** How long one stream lasts, as long as an access token; browsers come back by themselves. */
  private static final Duration LIFE = Duration.ofMinutes(10);

  /** What browsers wait before they come back. */
  private static final long RETRY_MILLIS = 2_000;

  private final HttpServletResponse response;

  EventStream(HttpServletResponse response) {
    this.response = response;
  }

  /**
   * Sends what comes, until the build is over, the reader is gone or the time is up.
   *
   * @param hasMore whether anything is to come at all
   */
  void send(EventHub.Watcher watcher, boolean hasMore) throws IOException {
    if (!hasMore) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    OutputStream out = response.getOutputStream();
    write(out, "retry: " + RETRY_MILLIS + "\n\n");
    long end = System.nanoTime() + LIFE.toNanos();
    try {
      while (watcher.isOpen() && System.nanoTime() < end) {
        List<BuildEvent> events = watcher.next(SIGN);
        if (events.isEmpty()) {
          write(out, ": still here\n\n");
        }
        for (BuildEvent event : events) {
          write(
              out,
              "id: %d\nevent: %s\ndata: %s\n\n"
                  .formatted(event.number(), event.kind(), event.body()));
          if (event.isLast()) {
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
