package ai.wikibuilder.server.api;

import ai.wikibuilder.server.api.Endpoint.Cell;
import ai.wikibuilder.server.api.Endpoint.Request;
import ai.wikibuilder.server.api.Endpoint.Rule;
import ai.wikibuilder.server.api.Stage.Which;
import ai.wikibuilder.server.tenants.Role;
import java.util.Map;
import java.util.UUID;

/** Who may ask what of accounts and tenants. */
final class AccountEndpoints {
  private AccountEndpoints() {}

  static void putInto(Map<String, Endpoint> entries) {
    open(entries);
    account(entries);
    tenant(entries);
  }

  private static void open(Map<String, Endpoint> entries) {
    Rule open = new Rule.Open();
    entries.put("GET /openapi.json", new Endpoint(open, 200, _ -> Request.of("/openapi.json")));
    entries.put(
        "GET /.well-known/jwks.json",
        new Endpoint(open, 200, _ -> Request.of("/.well-known/jwks.json")));
    entries.put(
        "POST /api/auth/register",
        new Endpoint(open, 400, _ -> Request.of("/api/auth/register", "{\"email\":\"x\"}")));
    entries.put(
        "POST /api/auth/login",
        new Endpoint(open, 400, _ -> Request.of("/api/auth/login", "{\"email\":\"x\"}")));
    entries.put(
        "POST /api/auth/refresh",
        new Endpoint(open, 400, _ -> Request.of("/api/auth/refresh", "{}")));
    entries.put(
        "POST /api/auth/verify",
        new Endpoint(
            open, 400, _ -> Request.of("/api/auth/verify", "{\"link\":\"x\",\"password\":\"x\"}")));
    entries.put(
        "POST /api/auth/email",
        new Endpoint(open, 400, _ -> Request.of("/api/auth/email", "{\"link\":\"x\"}")));
    entries.put(
        "POST /api/auth/forget",
        new Endpoint(
            open,
            202,
            _ -> // to one address a few letters go within an hour
            Request.of(
                    "/api/auth/forget",
                    "{\"email\":\"nobody-%s@example.org\"}".formatted(UUID.randomUUID()))));
    entries.put(
        "POST /api/auth/reset",
        new Endpoint(open, 400, _ -> Request.of("/api/auth/reset", "{\"link\":\"x\"}")));
  }

  private static void account(Map<String, Endpoint> entries) {
    Rule account = new Rule.Account();
    entries.put(
        "POST /api/auth/logout", new Endpoint(account, 204, _ -> Request.of("/api/auth/logout")));
    entries.put("GET /api/sessions", new Endpoint(account, 200, _ -> Request.of("/api/sessions")));
    entries.put(
        "DELETE /api/sessions", new Endpoint(account, 204, _ -> Request.of("/api/sessions")));
    entries.put(
        "DELETE /api/sessions/{id}",
        new Endpoint(
            new Rule.OwnId(),
            204,
            cell ->
                Request.of(
                    "/api/sessions/" + cell.stage().sessionOf(cell.asking(), cell.which()))));
    entries.put("GET /api/tenants", new Endpoint(account, 200, _ -> Request.of("/api/tenants")));
    entries.put(
        "POST /api/tenants",
        new Endpoint(account, 201, _ -> Request.of("/api/tenants", "{\"name\":\"new\"}")));
    entries.put(
        "POST /api/invitations/accept",
        new Endpoint(
            account, 400, _ -> Request.of("/api/invitations/accept", "{\"invitation\":\"x\"}")));
    entries.put(
        "GET /api/account/export",
        new Endpoint(account, 200, _ -> Request.of("/api/account/export")));
    entries.put(
        "POST /api/account/delete",
        new Endpoint(account, 400, _ -> Request.of("/api/account/delete", "{}")));
    entries.put(
        "POST /api/account/email",
        new Endpoint(account, 400, _ -> Request.of("/api/account/email", "{}")));
    entries.put("GET /api/plans", new Endpoint(account, 200, _ -> Request.of("/api/plans")));
  }

  private static void tenant(Map<String, Endpoint> entries) {
    Rule reader = new Rule.Tenant(Role.READER);
    Rule owner = new Rule.Tenant(Role.OWNER);
    entries.put(
        "GET /api/usage",
        new Endpoint(reader, 200, cell -> Request.of("/api/usage?tenant=" + id(cell))));
    Rule member = new Rule.Tenant(Role.MEMBER);
    entries.put(
        "GET /api/settings/model",
        new Endpoint(member, 200, cell -> Request.of("/api/settings/model?tenant=" + id(cell))));
    entries.put(
        "PUT /api/settings/model",
        new Endpoint(
            member,
            200,
            cell ->
                Request.of(
                    "/api/settings/model",
                    "{\"tenant\":\"%s\",\"provider\":\"openai\",\"key\":\"sk-planted-1234\",\"model\":\"m\"}"
                        .formatted(id(cell)))));
    entries.put(
        "DELETE /api/settings/model",
        new Endpoint(member, 204, cell -> Request.of("/api/settings/model?tenant=" + id(cell))));
    entries.put(
        "GET /api/tokens",
        new Endpoint(reader, 200, cell -> Request.of("/api/tokens?tenant=" + id(cell))));
    entries.put(
        "POST /api/tokens",
        new Endpoint(
            reader,
            201,
            cell ->
                Request.of(
                    "/api/tokens",
                    "{\"tenant\":\"%s\",\"name\":\"x\",\"scopes\":[\"read\"],\"days\":1}"
                        .formatted(id(cell)))));
    entries.put(
        "DELETE /api/tokens/{id}",
        new Endpoint(
            new Rule.OwnIdInTenant(Role.READER),
            204,
            cell ->
                Request.of(
                    "/api/tokens/%s?tenant=%s"
                        .formatted(
                            cell.stage().personalTokenOf(cell.asking(), cell.which()),
                            cell.stage().tenant(Which.OWN)))));
    entries.put(
        "POST /api/tenants/{id}/delete",
        new Endpoint(
            owner, 400, cell -> Request.of(path(cell, "/delete"), "{\"name\":\"another\"}")));
    entries.put(
        "GET /api/tenants/{id}/members",
        new Endpoint(reader, 200, cell -> Request.of(path(cell, "/members"))));
    entries.put(
        "PATCH /api/tenants/{id}/members/{userId}",
        new Endpoint(
            owner,
            204,
            cell ->
                Request.of(
                    path(cell, "/members/" + cell.stage().memberOf(cell.which())),
                    "{\"role\":\"member\"}")));
    entries.put(
        "DELETE /api/tenants/{id}/members/{userId}",
        new Endpoint(
            owner,
            204,
            cell -> Request.of(path(cell, "/members/" + cell.stage().memberOf(cell.which())))));
    entries.put(
        "GET /api/tenants/{id}/invitations",
        new Endpoint(owner, 200, cell -> Request.of(path(cell, "/invitations"))));
    entries.put(
        "POST /api/tenants/{id}/invitations",
        new Endpoint(
            owner,
            201,
            cell ->
                Request.of(
                    path(cell, "/invitations"),
                    "{\"email\":\"x@example.org\",\"role\":\"reader\"}")));
    entries.put(
        "DELETE /api/tenants/{id}/invitations/{invitationId}",
        new Endpoint(
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
}
