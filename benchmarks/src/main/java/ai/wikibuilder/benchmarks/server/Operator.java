package ai.wikibuilder.benchmarks.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the first account of a server and has one wiki built, through {@code /api}. */
final class Operator {
  static final String EMAIL = "operator@example.org";

  /** What everybody has. */
  static final String PASSWORD = "a long walk by the river";

  private static final long BUILD_SECONDS_MAX = 600;

  private final HttpClient http;
  private final URI server;
  private String bearer = "";

  Operator(HttpClient http, URI server) {
    this.http = http;
    this.server = server;
  }

  /** Makes the first account. */
  void register(String firstAccount) throws IOException, InterruptedException {
    post(
        "/api/auth/register",
        "{\"email\":\"%s\",\"password\":\"%s\",\"firstAccount\":\"%s\"}"
            .formatted(EMAIL, PASSWORD, firstAccount));
    enter();
  }

  /** Enters anew; an access token lives for ten minutes. */
  void enter() throws IOException, InterruptedException {
    bearer = "";
    String entered =
        post(
            "/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, PASSWORD));
    bearer = value(entered, "accessToken");
  }

  /** Has a repository built and waits for it. */
  Population.Built build(String repositoryAddress) throws IOException, InterruptedException {
    String accepted = ask(repositoryAddress);
    String build = value(accepted, "buildId");
    long begun = System.nanoTime();
    while (!isDone(build)) {
      if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(BUILD_SECONDS_MAX)) {
        throw new IllegalStateException("the wiki was not built: " + get("/api/builds/" + build));
      }
      Thread.sleep(200);
    }
    UUID tenant = UUID.fromString(value(get("/api/tenants"), "id"));
    return new Population.Built(tenant, UUID.fromString(value(accepted, "repositoryId")));
  }

  /** Asks for a build; returns its id. */
  String begin(String repositoryAddress) throws IOException, InterruptedException {
    return value(ask(repositoryAddress), "buildId");
  }

  private String ask(String repositoryAddress) throws IOException, InterruptedException {
    return post("/api/generate", "{\"repoUrl\":\"" + repositoryAddress + "\"}");
  }

  /**
   * Whether a build is done.
   *
   * @throws IllegalStateException when it has ended in another way
   */
  boolean isDone(String build) throws IOException, InterruptedException {
    return switch (state(build)) {
      case "done" -> true;
      case "queued", "running" -> false;
      default ->
          throw new IllegalStateException("the wiki was not built: " + get("/api/builds/" + build));
    };
  }

  /** The state of a build in the API's words. */
  String state(String build) throws IOException, InterruptedException {
    return value(get("/api/builds/" + build), "state");
  }

  private String post(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
    return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(
          "%s answered %d: %s".formatted(request.uri(), answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  private static String value(String json, String name) {
    Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    if (!value.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return value.group(1);
  }
}
