package ai.wikibuilder.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Event streams of builds that do not end, held open beside the load. */
final class Streams implements AutoCloseable {
  private final List<InputStream> open = new ArrayList<>();

  /** Opens one for each build, on a connection of its own. */
  static Streams open(HttpClient http, URI server, List<Population.Waiting> builds)
      throws IOException, InterruptedException {
    Streams streams = new Streams();
    for (Population.Waiting build : builds) {
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/api/builds/%s/events".formatted(build.build())))
              .header("Authorization", "Bearer " + build.token())
              .header("Accept", "text/event-stream")
              .build();
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("a stream was answered with " + answer.statusCode());
      }
      streams.open.add(answer.body());
    }
    return streams;
  }

  @Override
  public void close() throws IOException {
    for (InputStream stream : open) {
      stream.close();
    }
  }
}
