package ai.wikibuilder.server.api;

import ai.wikibuilder.server.jobs.events.BuildEvent;
import ai.wikibuilder.server.jobs.events.EventHub;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/**
 * Server-sent events of one build or research, written by the request's own thread, so that a
 * reader who is slow keeps nobody else waiting. For one thread.
 */
public final class EventStream {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  /** Between two signs of life; proxies cut what is silent for a minute. */
  private static final Duration SIGN = Duration.ofSeconds(15);

  /** How long one stream lasts, as long as an access token; browsers come back by themselves. */
  private static final Duration LIFE = Duration.ofMinutes(10);

  /** What browsers wait before they come back. */
  private static final long RETRY_MILLIS = 2_000;

  /** How often it is seen whether the reader may still read. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final HttpServletResponse response;
  private final Standing.Held reader;

  public EventStream(HttpServletResponse response, Standing.Held reader) {
    this.response = response;
    this.reader = reader;
  }

  /**
   * The number a reader has come to.
   *
   * @param last what {@code Last-Event-ID} says; 0 without it
   */
  public static int number(@Nullable String last) {
    if (last == null || last.isEmpty()) {
      return 0;
    }
    if (!last.matches("\\d{1,9}")) {
      throw new InvalidInput("Last-Event-ID: expected the number of an event, got something else");
    }
    return Integer.parseInt(last);
  }

  /**
   * Sends what comes, until the work is over, the reader is gone or may not read it any more, or
   * the time is up.
   *
   * @param hasMore whether anything is to come at all
   */
  public void send(EventHub.Watcher watcher, boolean hasMore) throws IOException {
    if (!hasMore) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    OutputStream out = response.getOutputStream();
    long end = System.nanoTime() + LIFE.toNanos();
    long sign = System.nanoTime() + SIGN.toNanos();
    try {
      write(out, "retry: " + RETRY_MILLIS + "\n\n");
      while (watcher.isOpen() && reader.stands() && System.nanoTime() < end) {
        List<BuildEvent> events = watcher.next(LOOK);
        if (!events.isEmpty()) {
          sign = System.nanoTime() + SIGN.toNanos();
        } else if (System.nanoTime() >= sign) {
          write(out, ": still here\n\n");
          sign = System.nanoTime() + SIGN.toNanos();
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
    } catch (IOException e) {
      LOG.debug("reader went away", e); // it comes back by itself, or does not care
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
