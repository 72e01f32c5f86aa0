package ai.wikibuilder.models.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.outbound.OutboundAddress;
import ai.wikibuilder.outbound.OutboundException;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundLimits;
import ai.wikibuilder.outbound.OutboundReply;
import ai.wikibuilder.outbound.OutboundRequest;
import ai.wikibuilder.outbound.OutboundSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Sends a request through the guard and hands on the events of the reply. May be shared by threads.
 *
 * <p>A connection is read on a virtual thread of its own and handed over through a short queue, so
 * that whoever waits can always be interrupted: the session is closed then, which ends the reading,
 * whatever state it is in. Redirects are not followed: a key goes where it was meant to go.
 */
final class Transport {
  /** Events read ahead of the one who takes them. */
  private static final int AHEAD_MAX = 32;

  /** What is read of an error; the rest says nothing more. */
  private static final int ERROR_BYTES_MAX = 64 << 10;

  /** Largest reply that is not streamed: two thousand vectors of the longest kind. */
  private static final int WHOLE_BYTES_MAX = 64 << 20;

  private final OutboundGuard guard;
  private final OutboundLimits limits;
  private final Failures failures;

  Transport(OutboundGuard guard, OutboundLimits limits, Failures failures) {
    this.guard = guard;
    this.limits = limits;
    this.failures = failures;
  }

  /** Takes one event; says whether more are wanted. */
  @FunctionalInterface
  interface Taker {
    boolean take(WireEvent event);
  }

  private sealed interface Part {
    record Event(WireEvent event) implements Part {}

    record Failed(ModelException failure) implements Part {}

    record Bug(RuntimeException failure) implements Part {}

    record End() implements Part {}
  }

  /**
   * Sends and takes events until the reply ends or the taker has enough.
   *
   * @throws ModelException UNAVAILABLE, SILENT, BROKEN_REPLY, CANCELLED, or what the status means
   */
  void stream(HttpCall call, Taker taker) {
    OutboundAddress address = checked(call);
    BlockingQueue<Part> parts = new ArrayBlockingQueue<>(AHEAD_MAX);
    OutboundSession session = guard.open(address, call.credential(), limits);
    Thread reader = Thread.ofVirtual().name("model-call").start(() -> read(session, call, parts));
    try {
      handOver(parts, taker);
    } finally {
      session.close();
      reader.interrupt();
    }
  }

  private static void handOver(BlockingQueue<Part> parts, Taker taker) {
    try {
      while (true) {
        switch (parts.take()) {
          case Part.Event(WireEvent event) -> {
            if (!taker.take(event)) {
              return;
            }
          }
          case Part.Failed(ModelException failure) -> throw failure;
          case Part.Bug(RuntimeException failure) ->
              throw new IllegalStateException("reading a model's reply", failure);
          case Part.End() -> {
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(Kind.CANCELLED, "the call was cancelled", e);
    }
  }

  /** Sends and gives the whole reply as one JSON value. */
  JsonTree whole(HttpCall call) {
    List<WireEvent> events = new ArrayList<>();
    stream(
        call,
        event -> {
          events.add(event);
          return false;
        });
    return events.isEmpty() ? JsonTree.absent() : events.getFirst().data();
  }

  private OutboundAddress checked(HttpCall call) {
    try {
      return guard.check(call.address());
    } catch (OutboundException e) {
      throw refused(e);
    }
  }

  private void read(OutboundSession session, HttpCall call, BlockingQueue<Part> parts) {
    try {
      Part last = new Part.End();
      try (OutboundReply reply = session.send(request(call))) {
        if (reply.status() != 200) {
          last = new Part.Failed(failed(reply));
        } else {
          EventSource source = source(reply);
          for (Optional<WireEvent> event = source.next();
              event.isPresent();
              event = source.next()) {
            parts.put(new Part.Event(event.get()));
          }
        }
      } catch (SocketTimeoutException e) {
        last = new Part.Failed(failures.silent(limits.silenceMax(), e));
      } catch (IOException e) {
        last = new Part.Failed(broken(session, e));
      } catch (OutboundException e) {
        last = new Part.Failed(refused(e));
      } catch (ModelException e) {
        last = new Part.Failed(e);
      } catch (RuntimeException e) {
        last = new Part.Bug(e);
      }
      parts.put(last);
    } catch (InterruptedException e) {
      // Whoever waited is gone, and nobody takes what comes.
      Thread.currentThread().interrupt();
    }
  }

  private static OutboundRequest request(HttpCall call) {
    Map<String, List<String>> headers = new java.util.HashMap<>();
    call.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    headers.put("Content-Type", List.of("application/json"));
    headers.put("User-Agent", List.of("ai-wiki-builder"));
    return new OutboundRequest(
        "POST", call.address(), headers, Optional.of(call.body().getBytes(UTF_8)));
  }

  private ModelException failed(OutboundReply reply) throws IOException {
    String body = new String(reply.body().readNBytes(ERROR_BYTES_MAX), UTF_8);
    Optional<String> wait =
        reply
            .header("retry-after-ms")
            .filter(millis -> millis.matches("\\d{1,9}"))
            .map(millis -> String.valueOf(Long.parseLong(millis) / 1_000.0))
            .or(() -> reply.header("Retry-After"));
    return failures.ofStatus(reply.status(), wait, body);
  }

  /** Some servers answer at once what was asked for as a stream. */
  private static EventSource source(OutboundReply reply) throws IOException {
    String type = reply.header("Content-Type").orElse("");
    InputStream body = reply.body();
    if (type.startsWith("application/vnd.amazon.eventstream")) {
      return new EventFrames(body);
    }
    if (type.startsWith("application/json")) {
      List<WireEvent> whole = new ArrayList<>(List.of(new WireEvent("whole", whole(body))));
      return () -> whole.isEmpty() ? Optional.empty() : Optional.of(whole.removeFirst());
    }
    return new EventText(body);
  }

  private static JsonTree whole(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(WHOLE_BYTES_MAX);
    return JsonTree.read(new String(bytes, UTF_8))
        .orElseThrow(() -> Failures.broken("%d bytes that are not JSON".formatted(bytes.length)));
  }

  private ModelException broken(OutboundSession session, IOException cause) {
    return session.timedOut()
        ? new ModelException(
            Kind.SILENT,
            "the reply took longer than %d min".formatted(limits.timeMax().toMinutes()),
            cause)
        : new ModelException(
            Kind.BROKEN_REPLY, "the connection broke before the reply was complete", cause);
  }

  private ModelException refused(OutboundException cause) {
    return cause.kind() == OutboundException.Kind.UNREACHABLE
        ? failures.unreachable(String.valueOf(cause.getMessage()), cause)
        : new ModelException(
            Kind.FAILED,
            String.valueOf(cause.getMessage())
                + " A model on this machine or in the own network is allowed with AIWIKI_ALLOWED_HOSTS=HOST:PORT",
            cause);
  }
}
