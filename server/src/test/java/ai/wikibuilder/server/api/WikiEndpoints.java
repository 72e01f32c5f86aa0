package ai.wikibuilder.server.api;

import ai.wikibuilder.server.api.Endpoint.Cell;
import ai.wikibuilder.server.api.Endpoint.Request;
import ai.wikibuilder.server.api.Endpoint.Rule;
import ai.wikibuilder.server.tenants.Role;
import java.util.Map;
import java.util.UUID;

/** Who may read and ask which wiki. */
final class WikiEndpoints {
  private WikiEndpoints() {}

  static void putInto(Map<String, Endpoint> entries) {
    reading(entries);
    asking(entries);
    changes(entries);
  }

  private static void reading(Map<String, Endpoint> entries) {
    Rule reader = new Rule.Tenant(Role.READER);
    entries.put(
        "GET /api/repositories/{id}/wiki",
        new Endpoint(reader, 200, cell -> Request.of(wiki(cell, "/wiki"))));
    entries.put(
        "GET /api/repositories/{id}/pages/{slug}",
        new Endpoint(reader, 200, cell -> Request.of(wiki(cell, "/pages/overview"))));
    entries.put(
        "GET /api/repositories/{id}/pages/{slug}.md",
        new Endpoint(reader, 200, cell -> Request.of(wiki(cell, "/pages/overview.md"))));
    entries.put(
        "GET /api/repositories/{id}/source/{path}",
        new Endpoint(
            reader, 200, cell -> Request.of(wiki(cell, "/source/src/tide/app.py?lines=1-2"))));
    entries.put(
        "GET /api/repositories/{id}/export",
        new Endpoint(reader, 200, cell -> Request.of(wiki(cell, "/export?format=json"))));
    entries.put(
        "GET /api/search",
        new Endpoint(
            reader,
            200,
            cell -> Request.of("/api/search?q=tide&tenant=" + cell.stage().tenant(cell.which()))));
  }

  private static void asking(Map<String, Endpoint> entries) {
    Rule reader = new Rule.Tenant(Role.READER);
    Rule own = new Rule.OwnIdInTenant(Role.READER);
    entries.put(
        "POST /api/codemap",
        new Endpoint(reader, 200, cell -> Request.of("/api/codemap", question(cell))));
    entries.put(
        "POST /api/ask", new Endpoint(reader, 200, cell -> Request.of("/api/ask", question(cell))));
    entries.put(
        "POST /api/deep_research",
        new Endpoint(reader, 202, cell -> Request.of("/api/deep_research", question(cell))));
    entries.put(
        "GET /api/research/{id}", new Endpoint(own, 200, cell -> Request.of(research(cell))));
    entries.put(
        "GET /api/research/{id}/events",
        new Endpoint(own, 200, cell -> Request.of(research(cell) + "/events")));
    entries.put(
        "POST /api/research/{id}/page",
        new Endpoint(
            new Rule.OwnIdInTenant(Role.MEMBER),
            409, // it was cancelled, so there is no report
            cell -> Request.of(research(cell) + "/page")));
    entries.put(
        "DELETE /api/research/{id}", new Endpoint(own, 200, cell -> Request.of(research(cell))));
    entries.put(
        "GET /api/conversations",
        new Endpoint(
            reader,
            200,
            cell -> Request.of("/api/conversations?tenant=" + cell.stage().tenant(cell.which()))));
    entries.put(
        "GET /api/conversations/{id}",
        new Endpoint(own, 200, cell -> Request.of(conversation(cell))));
    entries.put(
        "GET /api/conversations/{id}/markdown",
        new Endpoint(own, 200, cell -> Request.of(conversation(cell) + "/markdown")));
    entries.put(
        "PUT /api/conversations/{id}/sharing",
        new Endpoint(own, 200, cell -> Request.of(conversation(cell) + "/sharing")));
    entries.put(
        "DELETE /api/conversations/{id}/sharing",
        new Endpoint(own, 204, cell -> Request.of(conversation(cell) + "/sharing")));
    entries.put(
        "GET /api/conversations/shared/{shared}",
        new Endpoint(
            reader,
            200,
            cell ->
                Request.of("/api/conversations/shared/" + cell.stage().sharedOf(cell.which()))));
    entries.put(
        "DELETE /api/conversations/{id}",
        new Endpoint(own, 204, cell -> Request.of(conversation(cell))));
  }

  private static void changes(Map<String, Endpoint> entries) {
    Rule reader = new Rule.Tenant(Role.READER);
    Rule member = new Rule.Tenant(Role.MEMBER);
    entries.put(
        "GET /api/repositories/{id}/generations",
        new Endpoint(reader, 200, cell -> Request.of(wiki(cell, "/generations"))));
    entries.put(
        "GET /api/repositories/{id}/compare/{from}..{to}",
        new Endpoint(
            reader,
            200,
            cell -> {
              String generation = cell.stage().generationOf(cell.which());
              return Request.of(wiki(cell, "/compare/" + generation + ".." + generation));
            }));
    entries.put(
        "GET /api/repositories/{id}/corrections",
        new Endpoint(reader, 200, cell -> Request.of(wiki(cell, "/corrections"))));
    entries.put(
        "POST /api/repositories/{id}/corrections",
        new Endpoint(
            member,
            200,
            cell ->
                Request.of(
                    wiki(cell, "/corrections"),
                    "{\"page\":\"overview\",\"sentence\":\"nobody says so\"}")));
    entries.put(
        "DELETE /api/repositories/{id}/corrections/{correction}",
        new Endpoint(
            member, 404, cell -> Request.of(wiki(cell, "/corrections/" + UUID.randomUUID()))));
  }

  private static String research(Cell cell) {
    return "/api/research/" + cell.stage().researchOf(cell.asking(), cell.which());
  }

  private static String question(Cell cell) {
    return "{\"repositoryId\":\"%s\",\"question\":\"when is the next high water\"}"
        .formatted(cell.stage().wikiOf(cell.which()));
  }

  private static String wiki(Cell cell, String rest) {
    return "/api/repositories/" + cell.stage().wikiOf(cell.which()) + rest;
  }

  private static String conversation(Cell cell) {
    return "/api/conversations/" + cell.stage().conversationOf(cell.asking(), cell.which());
  }
}
