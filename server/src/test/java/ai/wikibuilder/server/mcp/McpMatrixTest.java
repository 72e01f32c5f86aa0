package ai.wikibuilder.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.tokens.ApiTokens;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.api.Cast.Wiki;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.Tenants;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tools of {@code /mcp}, called by everybody for every id, as the other endpoints are. */
@ExtendWith(RunningServer.class)
class McpMatrixTest {
  /** What each is asked beside whose; researches need a model. */
  private static final Map<String, String> TOOLS =
      Map.of(
          "read_wiki_structure", "",
          "read_wiki_contents", "",
          "ask_question", ",\"question\":\"what does Tide do\"",
          "search_code", ",\"query\":\"next_high\"",
          "read_source", ",\"path\":\"src/tide/app.py\"");

  private Server server;
  private Cast cast;
  private Wiki own;
  private Wiki foreign;

  @BeforeEach
  void twoWikis(Server running, GitHost git) {
    server = running;
    cast = new Cast(server);
    own = cast.wiki(cast.organisation(), git);
    foreign = cast.wiki(cast.organisation(), git);
  }

  @Test
  void everyCellIsAnsweredAsTheRoleOfTheTokensOwnerSays() {
    SoftAssertions cells = new SoftAssertions();
    Map<String, Boolean> refused = Map.of("DISABLED", true, "EXPIRED", true, "TAKEN_OUT", true);
    tokens()
        .forEach((asking, token) -> {
          for (String tool : TOOLS.keySet()) {
            Reply mine = called(token, tool, own.repository().toString());
            Reply theirs = called(token, tool, foreign.repository().toString());
            Reply nobodys = called(token, tool, UUID.randomUUID().toString());
            boolean entered = !refused.containsKey(asking) && !asking.equals("ANONYMOUS");
            boolean inside = List.of("READER", "MEMBER", "OWNER").contains(asking);
            boolean there = asking.equals("FOREIGN_OWNER");
            String cell = tool + " by " + asking;

            for (Reply reply : List.of(mine, theirs, nobodys)) {
              cells.assertThat(reply.status()).as(cell).isEqualTo(entered ? 200 : 401);
            }
            if (entered) {
              cells
                  .assertThat(isAnswered(mine))
                  .as(cell + " for own: " + mine.body())
                  .isEqualTo(inside);
              cells.assertThat(isAnswered(theirs)).as(cell + " for foreign").isEqualTo(there);
              cells.assertThat(isAnswered(nobodys)).as(cell + " for unknown").isFalse();
            }
            cells
                .assertThat((there ? mine : theirs).body())
                .as(cell + ", foreign and unknown")
                .isEqualTo(nobodys.body());
          }
        });
    cells.assertAll();
  }

  private static boolean isAnswered(Reply reply) {
    return !reply.json().path("result").path("isError").asBoolean();
  }

  private Map<String, String> tokens() {
    Organisation organisation = own.organisation();
    TenantId tenant = organisation.tenant();
    Person shut = cast.member(organisation, Role.MEMBER);
    Person gone = cast.member(organisation, Role.MEMBER);
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("ANONYMOUS", "");
    tokens.put("READER", token(tenant, cast.member(organisation, Role.READER), Clock.systemUTC()));
    tokens.put("MEMBER", token(tenant, cast.member(organisation, Role.MEMBER), Clock.systemUTC()));
    tokens.put("OWNER", token(tenant, organisation.owner(), Clock.systemUTC()));
    tokens.put(
        "FOREIGN_OWNER",
        token(foreign.organisation().tenant(), foreign.organisation().owner(), Clock.systemUTC()));
    tokens.put("OPERATOR", cast.operator().token());
    tokens.put("DISABLED", token(tenant, shut, Clock.systemUTC()));
    tokens.put(
        "EXPIRED",
        token(tenant, organisation.owner(), Clock.offset(Clock.systemUTC(), Duration.ofDays(-2))));
    tokens.put("TAKEN_OUT", token(tenant, gone, Clock.systemUTC()));
    cast.part(People.class).setDisabled(shut.id(), true);
    cast.part(Tenants.class).remove(tenant, gone.id());
    assertThat(tokens.values()).doesNotHaveDuplicates();
    return tokens;
  }

  private String token(TenantId tenant, Person person, Clock clock) {
    ApiTokens.Wish wish = new ApiTokens.Wish("agent", Set.of(Scope.READ), Duration.ofDays(1));
    return new ApiTokens(cast.part(TenantTransactions.class), new SecureRandom(), clock)
        .make(tenant, person.id(), wish)
        .secret()
        .text();
  }

  private Reply called(String token, String tool, String repository) {
    String body =
        """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":
          {"repoName":"%s"%s}}}
        """
            .formatted(tool, repository, TOOLS.get(tool));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve("/mcp"))
            .header("Accept", "application/json, text/event-stream")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return new ApiClient(server.address()).send(request.build());
  }
}
