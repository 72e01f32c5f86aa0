package ai.wikibuilder.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.web.PageClient;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/**
 * Secrets that go in wherever a secret can: they are found again in no row of any table, as text or
 * as bytes, and in no line of the log. What people read is in the tests of each reply.
 */
@ExtendWith(RunningServer.class)
class PlantedSecretsTest {
  private static final Set<String> OVER = Set.of("done", "capped", "failed", "cancelled");

  private final String planted = "planted-" + UUID.randomUUID();
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  @BeforeEach
  void listen(Server running) { // which sets up logging when it starts
    said.start();
    log.addAppender(said);
  }

  @AfterEach
  void listenNoMore() {
    log.detachAppender(said);
  }

  @Test
  void areInNoRowOfAnyTableAndInNoLineOfTheLog(Server server, GitHost git) throws Exception {
    Person person = new Cast(server).person();
    ApiClient api = new ApiClient(server.address());
    leaveSecrets(api, server, person, git.hostPort());
    build(api, person, git.privateRepository(planted + "-other").address(), "failed");
    build(api, person, git.privateRepository(planted).address(), "done");

    try (Connection dump = Administrator.of(RunningServer.part(server, Database.class)).connect()) {
      assertThat(tablesWith(dump, person.email())).isNotEmpty(); // such text is found
      assertThat(tablesWith(dump, planted)).isEmpty();
    }
    assertThat(said.list).isNotEmpty();
    assertThat(said.list).noneMatch(event -> text(event).contains(planted));
  }

  private void leaveSecrets(ApiClient api, Server server, Person person, String host) {
    put(
        api,
        person,
        "/api/settings/model",
        "{\"provider\":\"openai\",\"model\":\"m\",\"key\":\"sk-%s\"}".formatted(planted));
    put(
        api,
        person,
        "/api/settings/git",
        "{\"host\":\"%s\",\"token\":\"%s\"}".formatted(host, planted));
    api.postOpenly(
        "/api/auth/login",
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), planted));
    api.postOpenly(
        "/api/auth/register",
        "{\"email\":\"mia-%s@example.org\",\"password\":\"lamp river %s\"}"
            .formatted(person.id(), planted));
    PageClient browser = PageClient.of(server.address(), person.email());
    browser.submit(
        "/settings/password",
        Map.of("present", Cast.PASSWORD, "password", "four words " + planted));
    browser.submit(
        "/repositories",
        Map.of(
            "tenant",
            person.account().personalTenant().toString(),
            "address",
            "https://mia:%s@github.com/a/b".formatted(planted)));
    browser.open("/reset?link=" + planted);
    api.get("/api/tenants", planted);
  }

  private static void put(ApiClient api, Person person, String path, String body) {
    Reply reply = api.call("PUT", path, Optional.of(person.token()), Optional.of(body));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
  }

  private static void build(ApiClient api, Person person, String address, String state) {
    Reply asked =
        api.post("/api/generate", person.token(), "{\"repoUrl\":\"%s\"}".formatted(address));
    Reply ended =
        Waiting.until(
            () -> api.get("/api/builds/" + asked.text("buildId"), person.token()),
            now -> OVER.contains(now.text("state")));
    assertThat(ended.text("state")).as(ended.body()).isEqualTo(state);
  }

  private static List<String> tablesWith(Connection dump, String secret) throws SQLException {
    String bytes = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    List<String> found = new ArrayList<>();
    try (Statement statement = dump.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM %1$s t WHERE t::text LIKE '%%%2$s%%' OR t::text LIKE '%%%3$s%%'"
                    .formatted(table, secret, bytes))) {
          rows.next();
          if (rows.getLong(1) > 0) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }

  private static String text(ILoggingEvent event) {
    return event.getFormattedMessage()
        + (event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }
}
