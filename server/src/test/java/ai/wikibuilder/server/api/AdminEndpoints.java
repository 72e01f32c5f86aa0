package ai.wikibuilder.server.api;

import ai.wikibuilder.server.api.Endpoint.Request;
import ai.wikibuilder.server.api.Endpoint.Rule;
import ai.wikibuilder.server.tenants.Role;
import java.util.Map;
import java.util.UUID;

/** Who may ask what of the installation, and what has happened. */
final class AdminEndpoints {
  private AdminEndpoints() {}

  static void putInto(Map<String, Endpoint> entries) {
    Rule operator = new Rule.Operator();
    for (String list : new String[] {"tenants", "users", "spend", "audit"}) {
      entries.put(
          "GET /api/admin/" + list,
          new Endpoint(operator, 200, _ -> Request.of("/api/admin/" + list)));
    }
    entries.put(
        "POST /api/admin/plans",
        new Endpoint(
            operator,
            201,
            _ ->
                Request.of(
                    "/api/admin/plans",
                    """
                    {"name":"plan-%s","buildsPerDay":2000,"repositories":5000,
                     "tokensPerMonth":2000000000,"microDollarsPerMonth":4000000000,
                     "buildsAtOnce":20,"repositoryBytes":8589934592}
                    """
                        .formatted(UUID.randomUUID().toString().substring(0, 8)))));
    entries.put(
        "PUT /api/admin/plans/{name}",
        new Endpoint(
            operator,
            200,
            _ ->
                Request.of(
                    "/api/admin/plans/enterprise",
                    """
                    {"buildsPerDay":2000,"repositories":5000,"tokensPerMonth":2000000000,
                     "microDollarsPerMonth":4000000000,"buildsAtOnce":20,
                     "repositoryBytes":8589934592}
                    """)));
    entries.put(
        "GET /api/tenants/{id}/audit",
        new Endpoint(
            new Rule.Tenant(Role.OWNER),
            200,
            cell ->
                Request.of("/api/tenants/%s/audit".formatted(cell.stage().tenant(cell.which())))));
    putChangesInto(entries);
  }

  private static void putChangesInto(Map<String, Endpoint> entries) {
    Rule ofId = new Rule.OperatorOfId();
    entries.put(
        "PATCH /api/admin/tenants/{id}",
        new Endpoint(
            ofId,
            204,
            cell ->
                Request.of(
                    "/api/admin/tenants/" + cell.stage().tenant(cell.which()),
                    "{\"plan\":\"pro\",\"disabled\":false}")));
    entries.put(
        "PATCH /api/admin/users/{id}",
        new Endpoint(
            ofId,
            204,
            cell ->
                Request.of(
                    "/api/admin/users/" + cell.stage().personOf(cell.which()),
                    "{\"disabled\":false}")));
    entries.put(
        "DELETE /api/admin/users/{id}/sessions",
        new Endpoint(
            ofId,
            204,
            cell ->
                Request.of(
                    "/api/admin/users/%s/sessions"
                        .formatted(cell.stage().personOf(cell.which())))));
  }
}
