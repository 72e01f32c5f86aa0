package ai.wikibuilder.server.api;

import ai.wikibuilder.server.api.Endpoint.Cell;
import ai.wikibuilder.server.api.Endpoint.Request;
import ai.wikibuilder.server.api.Endpoint.Rule;
import ai.wikibuilder.server.tenants.Role;
import java.util.Map;

/** Who may ask what of git tokens, and of logins at other providers. */
final class GitEndpoints {
  private GitEndpoints() {}

  static void putInto(Map<String, Endpoint> entries) {
    Rule member = new Rule.Tenant(Role.MEMBER);
    entries.put(
        "GET /api/settings/git",
        new Endpoint(member, 200, cell -> Request.of("/api/settings/git?tenant=" + id(cell))));
    entries.put(
        "PUT /api/settings/git",
        new Endpoint(
            member,
            200,
            cell ->
                Request.of(
                    "/api/settings/git",
                    "{\"tenant\":\"%s\",\"host\":\"git.example.org\",\"token\":\"planted-1234\"}"
                        .formatted(id(cell)))));
    entries.put(
        "DELETE /api/settings/git",
        new Endpoint(
            member,
            204,
            cell -> Request.of("/api/settings/git?host=git.example.org&tenant=" + id(cell))));
    entries.put(
        "GET /api/git/repositories",
        new Endpoint(
            member,
            400, // page 0, so that no host is asked
            cell ->
                Request.of(
                    "/api/git/repositories?host=git.example.org&page=0&tenant=" + id(cell))));
    entries.put(
        "GET /api/identities",
        new Endpoint(new Rule.Account(), 200, _ -> Request.of("/api/identities")));
    entries.put(
        "DELETE /api/identities/{id}",
        new Endpoint(
            new Rule.OwnId(),
            204,
            cell ->
                Request.of(
                    "/api/identities/" + cell.stage().identityOf(cell.asking(), cell.which()))));
  }

  private static String id(Cell cell) {
    return cell.stage().tenant(cell.which());
  }
}
