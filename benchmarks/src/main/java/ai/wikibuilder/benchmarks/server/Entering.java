package ai.wikibuilder.benchmarks.server;

import ai.wikibuilder.benchmarks.server.Load.Wish;
import ai.wikibuilder.benchmarks.server.Population.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** People who log in, each from an address of their own, and one address that guesses. */
final class Entering {
  private final URI server;
  private final List<Visitor> visitors;

  Entering(URI server, List<Visitor> visitors) {
    this.server = server;
    this.visitors = visitors;
  }

  /** A right login. */
  Wish right(int number) {
    Visitor visitor = visitors.get(number % visitors.size());
    String address = "198.51.%d.%d".formatted(number / 250 % 250, 1 + number % 250);
    return login("login", visitor.email(), Operator.PASSWORD, address);
  }

  /** A wrong one, of somebody there is, always from the same address. */
  Wish wrong(int number) {
    Visitor visitor = visitors.get(number % visitors.size());
    return login("wrong login", visitor.email(), "a guess", "203.0.113.9");
  }

  private Wish login(String kind, String email, String password, String address) {
    String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
    return new Wish(
        kind,
        HttpRequest.newBuilder(server.resolve("/api/auth/login"))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", address)
            .POST(BodyPublishers.ofString(body))
            .build());
  }
}
