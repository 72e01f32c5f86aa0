package ai.wikibuilder.cli.serving;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Asks a server for what its first visitors ask for. A start that is followed by this loads the
 * classes that an archive of them should hold (scripts/server-archive.sh).
 */
final class Rehearsal {
  private static final List<String> VISITED =
      List.of("/", "/sign-in", "/register", "/forgot", "/api/tenants", "/openapi.json", "/nowhere");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int FAULT = 500;

  private final URI pages;
  private final URI management;

  Rehearsal(URI pages, URI management) {
    this.pages = pages;
    this.management = management;
  }

  /**
   * @throws IllegalStateException when something is answered with an error of the server's
   */
  void run() throws InterruptedException {
    try (HttpClient visitor =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      for (String path : VISITED) {
        visit(visitor, pages.resolve(path));
      }
      visit(visitor, management.resolve("/actuator/health/readiness"));
    }
  }

  private static void visit(HttpClient visitor, URI address) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      int status = visitor.send(request, BodyHandlers.discarding()).statusCode();
      if (status >= FAULT) {
        throw new IllegalStateException(address + " answered " + status);
      }
    } catch (IOException e) {
      throw new IllegalStateException(address + " did not answer", e);
    }
  }
}
