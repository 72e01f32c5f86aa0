package ai.wikibuilder.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.web.PageClient;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

/** The disk of the database is full: a named answer, nothing lost, and all goes on afterwards. */
@ExtendWith(RunningServer.class)
class FullDiskTest {
  @Test
  void whatIsReadIsAnsweredWhatMustBeWrittenIsRefusedByName(Server server, GitHost git) {
    Cast cast = new Cast(server);
    Cast.Wiki wiki = cast.wiki(cast.organisation(), git);
    Cast.Person owner = wiki.organisation().owner();
    ApiClient api = new ApiClient(server.address());
    PageClient browser = PageClient.of(server.address(), owner.email());
    String tenant = wiki.organisation().tenant().toString();
    String personal = personalToken(api, owner, tenant);
    String build =
        "{\"tenant\":\"%s\",\"repoUrl\":\"%s\"}".formatted(tenant, git.repository().address());
    FullDisk disk = FullDisk.of(server);

    disk.fill();
    try {
      assertThat(api.get("/api/repositories?tenant=" + tenant, personal).status()).isEqualTo(200);
      assertThat(browser.open("/").status()).isEqualTo(200);
      assertThat(browser.open("/wikis/" + wiki.repository() + "/index.html").status())
          .isEqualTo(200);

      refused(api.post("/api/generate", owner.token(), build));
      refused(
          api.postOpenly(
              "/api/auth/login",
              "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(owner.email(), Cast.PASSWORD)));
      Reply page = browser.submit("/settings/organisations", Map.of("name", "One more"));
      assertThat(page.status()).isEqualTo(507);
      assertThat(page.body()).contains("There is no room left").contains("make room");
    } finally {
      disk.makeRoom();
    }

    Reply accepted = api.post("/api/generate", owner.token(), build);
    assertThat(accepted.status()).isEqualTo(202);
    String self = accepted.json().path("links").path("self").asString();
    Reply done =
        Waiting.until(
            () -> api.get(self, owner.token()),
            now -> !now.text("state").matches("queued|running"));
    assertThat(done.text("state")).isEqualTo("done");
  }

  private static String personalToken(ApiClient api, Cast.Person owner, String tenant) {
    return api.post(
            "/api/tokens",
            owner.token(),
            "{\"tenant\":\"%s\",\"name\":\"ci\",\"scopes\":[\"read\"],\"days\":1}"
                .formatted(tenant))
        .text("token");
  }

  private static void refused(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(507);
    assertThat(reply.text("kind")).isEqualTo("disk_full");
    assertThat(reply.text("detail")).contains("Nothing was changed").contains("make room");
    assertThat(reply.body()).doesNotContain("No space left").doesNotContain("SQL");
  }

  @ParameterizedTest
  @CsvSource({
    "53100, DISK_FULL",
    "25006, READ_ONLY",
    "08006, AWAY",
    "53300, AWAY",
    "57014, AWAY",
    "57P01, AWAY",
    "58030, AWAY"
  })
  void theDatabasesOwnCodeSaysWhatIsWrong(String state, Outage outage) {
    SQLException said = new SQLException("said", state);

    assertThat(Outage.of(new UncategorizedSQLException("task", "SELECT 1", said))).contains(outage);
    assertThat(Outage.of(new TransactionSystemException("at the commit", said))).contains(outage);
  }

  @Test
  void aRowThatBreaksARuleIsNoOutage() {
    SQLException said = new SQLException("said", "23505");

    assertThat(Outage.of(new DataIntegrityViolationException("task", said))).isEmpty();
    assertThat(Outage.of(new IllegalStateException("something else"))).isEmpty();
  }
}
