package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Stage.Asking;
import ai.wikibuilder.server.api.Stage.Which;
import ai.wikibuilder.server.tenants.Role;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of openapi.json, asked by everybody for every id. A new endpoint needs an {@link
 * Endpoint}; what a foreign id answers must be, byte for byte, what an unknown one answers.
 */
@ExtendWith(RunningServer.class)
class AuthorizationMatrixTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private static Map<String, Endpoint> entries() {
    Map<String, Endpoint> entries = new LinkedHashMap<>();
    AccountEndpoints.putInto(entries);
    BuildEndpoints.putInto(entries);
    WikiEndpoints.putInto(entries);
    GitEndpoints.putInto(entries);
    AdminEndpoints.putInto(entries);
    return entries;
  }

  @Test
  void everyEndpointHasAnEntry() throws IOException {
    Set<String> endpoints = new TreeSet<>();
    var paths =
        new JsonMapper()
            .readTree(Files.readString(Path.of("src/main/resources/openapi.json")))
            .path("paths");
    paths
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation -> {
                  if (METHODS.contains(operation.getKey())) {
                    endpoints.add(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                  }
                }));

    assertThat(new TreeSet<>(entries().keySet())).isEqualTo(endpoints);
  }

  /** Neither of a program's endpoints nor of the pages, each for a reason. */
  private static final Set<String> REVIEWED =
      Set.of(
          "/error", // what the container itself refuses; says its status
          "/v3/api-docs", // the document as it is generated, for whoever has an account
          "/v3/api-docs.yaml");

  /** A controller that stands neither below {@code web} nor in the document was in no matrix. */
  @Test
  void everyRouteOfTheRunningServerStandsInThisMatrixOrInThatOfThePages(Server server) {
    Set<String> found = new TreeSet<>();
    RunningServer.part(server, RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((route, method) -> {
          boolean isPage =
              method.getBeanType().getPackageName().startsWith("ai.wikibuilder.server.web");
          for (String path : isPage ? Set.<String>of() : route.getPatternValues()) {
            Set<RequestMethod> verbs = route.getMethodsCondition().getMethods();
            String shown = path.replace("{*", "{").replaceFirst("^$", "/");
            verbs.forEach(verb -> found.add(verb + " " + shown));
            if (verbs.isEmpty()) {
              found.add("any " + shown);
            }
          }
        });
    Set<String> servlets =
        new TreeSet<>(
            RunningServer.part(server, ServletContext.class).getServletRegistrations().keySet());

    found.removeIf(route -> REVIEWED.contains(route.replaceFirst(".* ", "")));
    assertThat(found).isEqualTo(new TreeSet<>(entries().keySet()));
    assertThat(servlets).containsExactly("dispatcherServlet", "mcp"); // McpMatrixTest
  }

  @Test
  void everyCellIsAnsweredAsItsRuleSays(Server server, GitHost git) {
    ApiClient api = new ApiClient(server.address());
    Stage stage = new Stage(server, git);
    SoftAssertions cells = new SoftAssertions();
    int count = 0;
    for (Map.Entry<String, Endpoint> entry : entries().entrySet()) {
      String method = entry.getKey().replaceFirst(" .*", "");
      for (Asking asking : Asking.values()) {
        Map<Which, Reply> replies = new LinkedHashMap<>();
        for (Which which : Which.values()) {
          Endpoint.Cell cell = new Endpoint.Cell(stage, asking, which);
          Endpoint.Request request = entry.getValue().asked().in(cell);
          Reply reply = api.call(method, request.path(), stage.token(asking), request.body());
          replies.put(which, reply);
          cells
              .assertThat(reply.status())
              .as("%s by %s for %s id: %s", entry.getKey(), asking, which, reply.body())
              .isEqualTo(expected(entry.getValue(), cell));
          count++;
        }
        foreignIsUnknown(cells, entry.getKey() + " by " + asking, replies);
      }
    }
    cells.assertAll();
    assertThat(count).isEqualTo(entries().size() * Asking.values().length * Which.values().length);
  }

  private static void foreignIsUnknown(
      SoftAssertions cells, String name, Map<Which, Reply> replies) {
    Reply foreign = Objects.requireNonNull(replies.get(Which.FOREIGN));
    Reply unknown = Objects.requireNonNull(replies.get(Which.RANDOM));
    if (foreign.status() == 404 || foreign.status() == 401) {
      cells.assertThat(foreign.body()).as(name + ", foreign and unknown").isEqualTo(unknown.body());
      cells
          .assertThat(headers(foreign))
          .as(name + ", headers of foreign and unknown")
          .isEqualTo(headers(unknown));
    }
  }

  /** Without the one that says that a connection has carried enough requests. */
  private static Set<String> headers(Reply reply) {
    Set<String> names = new TreeSet<>(reply.headers().map().keySet());
    names.remove("connection");
    return names;
  }

  private static int expected(Endpoint entry, Endpoint.Cell cell) {
    boolean hasToken = cell.asking() != Asking.ANONYMOUS;
    if (entry.rule() instanceof Endpoint.Rule.Open) {
      return !hasToken || cell.asking().isKnown() ? entry.success() : 401;
    }
    if (!cell.asking().isKnown()) {
      return 401;
    }
    boolean own = cell.which() == Which.OWN;
    boolean operator = cell.asking() == Asking.OPERATOR;
    return switch (entry.rule()) {
      case Endpoint.Rule.Open _, Endpoint.Rule.Account _ -> entry.success();
      case Endpoint.Rule.Operator _ -> operator ? entry.success() : 403;
      case Endpoint.Rule.OperatorOfId _ ->
          !operator ? 403 : cell.which() == Which.RANDOM ? 404 : entry.success();
      case Endpoint.Rule.OwnId _ -> own ? entry.success() : 404;
      case Endpoint.Rule.OwnIdInTenant(Role least) ->
          own
              ? cell.asking()
                  .roleIn(Which.OWN)
                  .map(role -> role.mayAsMuchAs(least) ? entry.success() : 403)
                  .orElse(404)
              : 404;
      case Endpoint.Rule.Tenant(Role least) ->
          cell.asking()
              .roleIn(cell.which())
              .map(role -> role.mayAsMuchAs(least) ? entry.success() : 403)
              .orElse(404);
    };
  }

  @Test
  void anIdThatIsNoIdIsRefusedAtTheDoor(Server server) {
    ApiClient api = new ApiClient(server.address());
    String token = new Cast(server).person().token();

    for (String id :
        new String[] {"1", "..%2f..%2fetc", "%00", UUID.randomUUID() + "'", "a".repeat(2_000)}) {
      Reply reply = api.get("/api/tenants/" + id + "/members", token);

      assertThat(reply.status()).as(id).isEqualTo(400);
      assertThat(reply.headers().firstValue("Content-Type").orElse(""))
          .as(id)
          .startsWith("application/problem+json");
      assertThat(reply.body()).as(id).doesNotContain("Exception").doesNotContain("at ai.");
    }
  }
}
