package ai.wikibuilder.server.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a running server as a program would. */
public final class ApiClient {
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private final URI server;

  public ApiClient(URI server) {
    this.server = server;
  }

  /** An answer. */
  public record Reply(
      int status, String body, java.net.http.HttpHeaders headers, JsonMapper mapper) {
    public JsonNode json() {
      return mapper.readTree(body);
    }

    public String text(String field) {
      return json().path(field).asString();
    }
  }

  public Reply get(String path, String token) {
    return call("GET", path, Optional.of(token), Optional.empty());
  }

  public Reply post(String path, String token, String body) {
    return call("POST", path, Optional.of(token), Optional.of(body));
  }

  public Reply postOpenly(String path, String body) {
    return call("POST", path, Optional.empty(), Optional.of(body));
  }

  /** Sends anything. */
  public Reply call(String method, String path, Optional<String> token, Optional<String> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .method(
                method,
                body.map(HttpRequest.BodyPublishers::ofString)
                    .orElseGet(HttpRequest.BodyPublishers::noBody));
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    body.ifPresent(value -> request.header("Content-Type", "application/json"));
    return send(request.build());
  }

  public Reply send(HttpRequest request) {
    try {
      HttpResponse<String> reply = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(reply.statusCode(), reply.body(), reply.headers(), json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public URI server() {
    return server;
  }
}
