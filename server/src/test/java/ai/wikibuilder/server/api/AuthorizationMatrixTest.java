package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Stage.Asking;
import ai.wikibuilder.server.api.Stage.Which;
import ai.wikibuilder.server.tenants.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of openapi.json, asked by everybody for every id. A new endpoint needs an entry
 * here; what a foreign id answers must be, byte for byte, what an unknown one answers.
 */
@ExtendWith(RunningServer.class)
class AuthorizationMatrixTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Who may. */
  private sealed interface Rule {
    /** Everybody; with a token that is no good nobody. */
    record Open() implements Rule {}

    /** Whoever has an account. */
    record Account() implements Rule {}

    /** Whoever the id belongs to; for others there is none. */
    record OwnId() implements Rule {}

    /** Members of the tenant with at least that role; for others there is none. */
    record Tenant(Role least) implements Rule {}

    /** Members of the tenant whose own the id is. */
    record OwnIdInTenant() implements Rule {}
  }

  /** A cell. */
  private record Cell(Stage stage, Asking asking, Which which) {}

  private record Request(String path, Optional<String> body) {
    static Request of(String path) {
      return new Request(path, Optional.empty());
    }

    static Request of(String path, String body) {
      return new Request(path, Optional.of(body));
    }
  }

  /** How one endpoint is asked, who may, and what they are answered. */
  private record Entry(Rule rule, int success, Asked asked) {}

  private interface Asked {
    Request in(Cell cell);
  }

  private static Map<String, Entry> entries() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    open(entries);
    account(entries);
    tenant(entries);
    return entries;
  }

  private static void open(Map<String, Entry> entries) {
    Rule open = new Rule.Open();
    entries.put("GET /openapi.json", new Entry(open, 200, _ -> Request.of("/openapi.json")));
    entries.put(
        "GET /.well-known/jwks.json",
        new Entry(open, 200, _ -> Request.of("/.well-known/jwks.json")));
    entries.put(
        "POST /api/auth/register",
        new Entry(open, 400, _ -> Request.of("/api/auth/register", "{\"email\":\"x\"}")));
    entries.put(
        "POST /api/auth/login",
        new Entry(open, 400, _ -> Request.of("/api/auth/login", "{\"email\":\"x\"}")));
    entries.put(
        "POST /api/auth/refresh", new Entry(open, 400, _ -> Request.of("/api/auth/refresh", "{}")));
    entries.put(
        "POST /api/auth/verify",
        new Entry(open, 400, _ -> Request.of("/api/auth/verify", "{\"link\":\"x\"}")));
    entries.put(
        "POST /api/auth/forget",
        new Entry(
            open, 202, _ -> Request.of("/api/auth/forget", "{\"email\":\"nobody@example.org\"}")));
    entries.put(
        "POST /api/auth/reset",
        new Entry(open, 400, _ -> Request.of("/api/auth/reset", "{\"link\":\"x\"}")));
  }

  private static void account(Map<String, Entry> entries) {
    Rule account = new Rule.Account();
    entries.put(
        "POST /api/auth/logout", new Entry(account, 204, _ -> Request.of("/api/auth/logout")));
    entries.put("GET /api/sessions", new Entry(account, 200, _ -> Request.of("/api/sessions")));
    entries.put("DELETE /api/sessions", new Entry(account, 204, _ -> Request.of("/api/sessions")));
    entries.put(
        "DELETE /api/sessions/{id}",
        new Entry(
            new Rule.OwnId(),
            204,
            cell ->
                Request.of(
                    "/api/sessions/" + cell.stage().sessionOf(cell.asking(), cell.which()))));
    entries.put("GET /api/tenants", new Entry(account, 200, _ -> Request.of("/api/tenants")));
    entries.put(
        "POST /api/tenants",
        new Entry(account, 201, _ -> Request.of("/api/tenants", "{\"name\":\"new\"}")));
    entries.put(
        "POST /api/invitations/accept",
        new Entry(
            account, 400, _ -> Request.of("/api/invitations/accept", "{\"invitation\":\"x\"}")));
    entries.put(
        "GET /api/account/export", new Entry(account, 200, _ -> Request.of("/api/account/export")));
    entries.put(
        "POST /api/account/delete",
        new Entry(account, 400, _ -> Request.of("/api/account/delete", "{}")));
    entries.put("GET /api/plans", new Entry(account, 200, _ -> Request.of("/api/plans")));
  }

  private static void tenant(Map<String, Entry> entries) {
    Rule reader = new Rule.Tenant(Role.READER);
    Rule owner = new Rule.Tenant(Role.OWNER);
    entries.put(
        "GET /api/usage",
        new Entry(reader, 200, cell -> Request.of("/api/usage?tenant=" + id(cell))));
    Rule member = new Rule.Tenant(Role.MEMBER);
    entries.put(
        "GET /api/settings/model",
        new Entry(member, 200, cell -> Request.of("/api/settings/model?tenant=" + id(cell))));
    entries.put(
        "PUT /api/settings/model",
        new Entry(
            member,
            200,
            cell ->
                Request.of(
                    "/api/settings/model",
                    "{\"tenant\":\"%s\",\"provider\":\"openai\",\"key\":\"sk-planted-1234\"}"
                        .formatted(id(cell)))));
    entries.put(
        "DELETE /api/settings/model",
        new Entry(member, 204, cell -> Request.of("/api/settings/model?tenant=" + id(cell))));
    entries.put(
        "GET /api/tokens",
        new Entry(reader, 200, cell -> Request.of("/api/tokens?tenant=" + id(cell))));
    entries.put(
        "POST /api/tokens",
        new Entry(
            reader,
            201,
            cell ->
                Request.of(
                    "/api/tokens",
                    "{\"tenant\":\"%s\",\"name\":\"x\",\"scopes\":[\"read\"],\"days\":1}"
                        .formatted(id(cell)))));
    entries.put(
        "DELETE /api/tokens/{id}",
        new Entry(
            new Rule.OwnIdInTenant(),
            204,
            cell ->
                Request.of(
                    "/api/tokens/%s?tenant=%s"
                        .formatted(
                            cell.stage().personalTokenOf(cell.asking(), cell.which()),
                            cell.stage().tenant(Which.OWN)))));
    entries.put(
        "GET /api/tenants/{id}/members",
        new Entry(reader, 200, cell -> Request.of(path(cell, "/members"))));
    entries.put(
        "PATCH /api/tenants/{id}/members/{userId}",
        new Entry(
            owner,
            204,
            cell ->
                Request.of(
                    path(cell, "/members/" + cell.stage().memberOf(cell.which())),
                    "{\"role\":\"member\"}")));
    entries.put(
        "DELETE /api/tenants/{id}/members/{userId}",
        new Entry(
            owner,
            204,
            cell -> Request.of(path(cell, "/members/" + cell.stage().memberOf(cell.which())))));
    entries.put(
        "GET /api/tenants/{id}/invitations",
        new Entry(owner, 200, cell -> Request.of(path(cell, "/invitations"))));
    entries.put(
        "POST /api/tenants/{id}/invitations",
        new Entry(
            owner,
            201,
            cell ->
                Request.of(
                    path(cell, "/invitations"),
                    "{\"email\":\"x@example.org\",\"role\":\"reader\"}")));
    entries.put(
        "DELETE /api/tenants/{id}/invitations/{invitationId}",
        new Entry(
            owner,
            204,
            cell ->
                Request.of(path(cell, "/invitations/" + cell.stage().invitationOf(cell.which())))));
  }

  private static String id(Cell cell) {
    return cell.stage().tenant(cell.which());
  }

  private static String path(Cell cell, String rest) {
    return "/api/tenants/" + id(cell) + rest;
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

  @Test
  void everyCellIsAnsweredAsItsRuleSays(Server server) {
    ApiClient api = new ApiClient(server.address());
    Stage stage = new Stage(server);
    SoftAssertions cells = new SoftAssertions();
    int count = 0;
    for (Map.Entry<String, Entry> entry : entries().entrySet()) {
      String method = entry.getKey().replaceFirst(" .*", "");
      for (Asking asking : Asking.values()) {
        Map<Which, Reply> replies = new LinkedHashMap<>();
        for (Which which : Which.values()) {
          Cell cell = new Cell(stage, asking, which);
          Request request = entry.getValue().asked().in(cell);
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
    assertThat(count).isEqualTo(entries().size() * 21);
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

  private static int expected(Entry entry, Cell cell) {
    boolean hasToken = cell.asking() != Asking.ANONYMOUS;
    if (entry.rule() instanceof Rule.Open) {
      return !hasToken || cell.asking().isKnown() ? entry.success() : 401;
    }
    if (!cell.asking().isKnown()) {
      return 401;
    }
    boolean own = cell.which() == Which.OWN;
    return switch (entry.rule()) {
      case Rule.Open _, Rule.Account _ -> entry.success();
      case Rule.OwnId _ -> own ? entry.success() : 404;
      case Rule.OwnIdInTenant _ ->
          own && cell.asking().roleIn(Which.OWN).isPresent() ? entry.success() : 404;
      case Rule.Tenant(Role least) ->
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
