package ai.wikibuilder.benchmarks.workers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two organisations of a server, and how they ask for builds. For one thread. */
final class Tenants {
  private static final String LOGIN =
      "\"email\":\"operator@example.org\",\"password\":\"four words that rhyme never\"";

  /** Access tokens live for ten minutes. */
  private static final long TOKEN_NANOS = 300_000_000_000L;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;
  private String token = "";
  private long tokenSince;
  private String first = "";
  private String second = "";

  private Tenants(String server) {
    this.server = server;
  }

  /**
   * Makes the first account and the organisations.
   *
   * @param link the secret of the link that makes the first account
   */
  static Tenants of(String server, String link) throws IOException, InterruptedException {
    Tenants tenants = new Tenants(server);
    tenants.call(
        "POST", "/api/auth/register", "{%s,\"firstAccount\":\"%s\"}".formatted(LOGIN, link));
    tenants.logIn();
    tenants.call(
        "PUT",
        "/api/admin/plans/enterprise",
        "{\"buildsPerDay\":1000000,\"repositories\":1000000,\"tokensPerMonth\":1,\"microDollarsPerMonth\":1,"
            + "\"buildsAtOnce\":20,\"repositoryBytes\":1000000000}");
    tenants.first = tenants.organisation("many");
    tenants.second = tenants.organisation("one");
    return tenants;
  }

  private void logIn() throws IOException, InterruptedException {
    token = "";
    token = field(call("POST", "/api/auth/login", "{%s}".formatted(LOGIN)), "accessToken");
    tokenSince = System.nanoTime();
  }

  private String organisation(String name) throws IOException, InterruptedException {
    String id = field(call("POST", "/api/tenants", "{\"name\":\"%s\"}".formatted(name)), "id");
    call("PATCH", "/api/admin/tenants/" + id, "{\"plan\":\"enterprise\"}");
    return id;
  }

  /** Whoever has many builds. */
  String first() {
    return first;
  }

  /** Whoever has one. */
  String second() {
    return second;
  }

  /** Asks for a build of a repository. */
  void ask(String tenant, String address) throws IOException, InterruptedException {
    if (System.nanoTime() - tokenSince > TOKEN_NANOS) {
      logIn();
    }
    call(
        "POST",
        "/api/generate",
        "{\"tenant\":\"%s\",\"repoUrl\":\"%s\"}".formatted(tenant, address));
  }

  private String call(String method, String route, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + route))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (reply.statusCode() >= 300) {
      throw new IllegalStateException(
          "%s %s: expected success, got %d %s"
              .formatted(method, route, reply.statusCode(), reply.body()));
    }
    return reply.body();
  }

  private static String field(String json, String name) {
    Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    if (!field.find()) {
      throw new IllegalStateException("expected a field " + name + " in " + json);
    }
    return field.group(1);
  }
}
