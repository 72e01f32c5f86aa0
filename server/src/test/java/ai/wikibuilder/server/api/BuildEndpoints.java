package ai.wikibuilder.server.api;

import ai.wikibuilder.server.api.Endpoint.Cell;
import ai.wikibuilder.server.api.Endpoint.Request;
import ai.wikibuilder.server.api.Endpoint.Rule;
import ai.wikibuilder.server.tenants.Role;
import java.util.Map;
import java.util.UUID;

/** Who may ask what of repositories and builds. */
final class BuildEndpoints {
  private BuildEndpoints() {}

  static void putInto(Map<String, Endpoint> entries) {
    repositories(entries);
    builds(entries);
    hooks(entries);
  }

  private static void hooks(Map<String, Endpoint> entries) {
    Rule member = new Rule.Tenant(Role.MEMBER);
    entries.put(
        "GET /api/repositories/{id}/webhooks",
        new Endpoint(member, 200, cell -> Request.of(repository(cell, "/webhooks"))));
    entries.put(
        "POST /api/repositories/{id}/webhooks",
        new Endpoint(
            member,
            201,
            cell -> Request.of(repository(cell, "/webhooks"), "{\"host\":\"github\"}")));
    entries.put(
        "DELETE /api/repositories/{id}/webhooks/{webhook}",
        new Endpoint(
            member, 404, cell -> Request.of(repository(cell, "/webhooks/" + UUID.randomUUID()))));
    entries.put( // nothing is signed
        "POST /hooks/{host}",
        new Endpoint(
            new Rule.Open(),
            404,
            cell -> Request.of("/hooks/github?id=" + UUID.randomUUID(), "{}")));
    entries.put( // nothing is published
        "GET /badge/{id}.svg",
        new Endpoint(
            new Rule.Open(),
            404,
            cell -> Request.of("/badge/" + cell.stage().wikiOf(cell.which()) + ".svg")));
  }

  private static void repositories(Map<String, Endpoint> entries) {
    Rule reader = new Rule.Tenant(Role.READER);
    Rule member = new Rule.Tenant(Role.MEMBER);
    Rule owner = new Rule.Tenant(Role.OWNER);
    entries.put(
        "GET /api/repositories",
        new Endpoint(reader, 200, cell -> Request.of("/api/repositories?tenant=" + tenant(cell))));
    entries.put(
        "POST /api/repositories",
        new Endpoint(member, 400, cell -> Request.of("/api/repositories", tenantAlone(cell))));
    entries.put(
        "GET /api/repositories/{id}",
        new Endpoint(reader, 200, cell -> Request.of(repository(cell, ""))));
    entries.put(
        "PATCH /api/repositories/{id}",
        new Endpoint(
            owner,
            200,
            cell -> Request.of(repository(cell, ""), "{\"visibility\":\"published\"}")));
    entries.put(
        "POST /api/repositories/{id}/connection",
        new Endpoint(member, 200, cell -> Request.of(repository(cell, "/connection"))));
    entries.put(
        "GET /api/repositories/{id}/builds",
        new Endpoint(reader, 200, cell -> Request.of(repository(cell, "/builds"))));
    entries.put(
        "DELETE /api/repositories/{id}",
        new Endpoint(member, 204, cell -> Request.of(repository(cell, ""))));
  }

  private static void builds(Map<String, Endpoint> entries) {
    Rule reader = new Rule.Tenant(Role.READER);
    Rule member = new Rule.Tenant(Role.MEMBER);
    entries.put(
        "POST /api/generate",
        new Endpoint(
            member,
            202,
            cell ->
                Request.of(
                    "/api/generate",
                    "{\"tenant\":\"%s\",\"repoUrl\":\"%s\"}"
                        .formatted(tenant(cell), cell.stage().repositoryAddress()))));
    entries.put(
        "GET /api/builds/{id}", new Endpoint(reader, 200, cell -> Request.of(build(cell, ""))));
    entries.put(
        "DELETE /api/builds/{id}", new Endpoint(member, 200, cell -> Request.of(build(cell, ""))));
    entries.put(
        "POST /api/builds/{id}/pages/{slug}/retry",
        new Endpoint(member, 409, cell -> Request.of(build(cell, "/pages/overview/retry"))));
    entries.put(
        "POST /api/quote",
        new Endpoint(member, 400, cell -> Request.of("/api/quote", tenantAlone(cell))));
    entries.put(
        "GET /api/builds/{id}/events",
        new Endpoint(reader, 200, cell -> Request.of(build(cell, "/events"))));
  }

  private static String tenant(Cell cell) {
    return cell.stage().tenant(cell.which());
  }

  private static String tenantAlone(Cell cell) {
    return "{\"tenant\":\"%s\"}".formatted(tenant(cell));
  }

  private static String repository(Cell cell, String rest) {
    return "/api/repositories/" + cell.stage().repositoryOf(cell.which()) + rest;
  }

  private static String build(Cell cell, String rest) {
    return "/api/builds/" + cell.stage().buildOf(cell.which()) + rest;
  }
}
