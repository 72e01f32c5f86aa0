package ai.wikibuilder.benchmarks.server;

import ai.wikibuilder.benchmarks.server.Load.Wish;
import ai.wikibuilder.benchmarks.server.Population.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;

/** What people who read and programs that ask send, each request from another person. */
final class Readers {
  private final URI server;
  private final List<Visitor> visitors;

  Readers(URI server, List<Visitor> visitors) {
    this.server = server;
    this.visitors = visitors;
  }

  /** Four pages of a wiki in ten, two of its pages as data, and the four lists of a person. */
  Wish read(int number) {
    Visitor visitor = visitors.get(number % visitors.size());
    return switch (number % 10) {
      case 0, 3, 6, 9 -> page(visitor);
      case 1, 5 ->
          asked(
              "page as data",
              visitor,
              "/api/repositories/%s/pages/overview".formatted(visitor.repository()));
      case 2 -> asked("tenants", visitor, "/api/tenants");
      case 4 -> asked("members", visitor, "/api/tenants/%s/members".formatted(visitor.tenant()));
      case 7 -> asked("usage", visitor, "/api/usage?tenant=" + visitor.tenant());
      default -> asked("repositories", visitor, "/api/repositories?tenant=" + visitor.tenant());
    };
  }

  /** Questions over all repositories of the first tenant. */
  Wish search(int number) {
    String word = List.of("parse", "writer", "null", "adapter", "reader").get(number % 5);
    Visitor visitor = visitors.getFirst();
    return asked("search", visitor, "/api/search?q=%s&tenant=%s".formatted(word, visitor.tenant()));
  }

  private Wish page(Visitor visitor) {
    URI address = server.resolve("/wikis/%s/index.html".formatted(visitor.repository()));
    return new Wish(
        "page",
        HttpRequest.newBuilder(address)
            .header("Cookie", "__Host-aiwiki=" + visitor.session())
            .build());
  }

  private Wish asked(String kind, Visitor visitor, String path) {
    return new Wish(
        kind,
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + visitor.token())
            .build());
  }
}
