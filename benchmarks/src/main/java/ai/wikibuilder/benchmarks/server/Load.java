package ai.wikibuilder.benchmarks.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Requests at a fixed rate, whatever the server does: a request that is due is sent, also while
 * others wait, and its time counts from when it was due (so that a stall is not measured as one
 * slow request).
 */
final class Load {
  private final HttpClient http;

  Load(HttpClient http) {
    this.http = http;
  }

  /** A request and the kind it is counted with. */
  record Wish(String kind, HttpRequest request) {}

  /**
   * Asks {@code rate} times a second for {@code seconds}, and returns when everything is answered.
   *
   * @param wishes what is asked, by the number of the request
   * @return times by kind, in the order of their names
   */
  Map<String, Times> run(int rate, int seconds, IntFunction<Wish> wishes) {
    Map<String, Times> all = new ConcurrentHashMap<>();
    long begun = System.nanoTime();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < rate * seconds; i++) {
        long due = begun + i * 1_000_000_000L / rate;
        LockSupport.parkNanos(due - System.nanoTime());
        Wish wish = wishes.apply(i);
        Times times = all.computeIfAbsent(wish.kind(), _ -> new Times());
        senders.execute(() -> send(wish.request(), due, times));
      }
    }
    return new TreeMap<>(all);
  }

  private void send(HttpRequest request, long due, Times times) {
    try {
      HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
      times.add(System.nanoTime() - due, answer.statusCode());
    } catch (IOException e) {
      times.fail(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      times.fail("interrupted");
    }
  }
}
