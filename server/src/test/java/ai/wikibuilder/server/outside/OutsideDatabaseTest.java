package ai.wikibuilder.server.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.database.DatabaseException;
import ai.wikibuilder.server.database.DatabaseSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a PostgreSQL of its own, for roles are shared by all of its databases. */
class OutsideDatabaseTest {
  private static final String WHO =
      "\"email\":\"first@example.org\",\"password\":\"four words that rhyme never\"";

  private OutsidePostgres postgres;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws Exception {
    postgres = OutsidePostgres.started();
  }

  @AfterEach
  void stop() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void theOwnerMakesTheRolesOrSaysWhatAnAdministratorHasToRun() throws Exception {
    String poor = postgres.database("poor", "");
    assertThatThrownBy(() -> start(poor))
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> assertThat(e.kind()).isEqualTo(DatabaseException.Kind.ROLES))
        .satisfies(e -> {
          for (String line : String.valueOf(e.getMessage()).lines().skip(1).toList()) {
            postgres.run(line.strip());
          }
        });
    firstAccount(poor);

    firstAccount(postgres.database("rich", "CREATEROLE"));
    firstAccount(postgres.database("almighty", "SUPERUSER"));

    postgres.run("ALTER ROLE aiwiki_app INHERIT");
    postgres.run("REVOKE aiwiki_system FROM aiwiki_app");
    postgres.run("GRANT aiwiki_system TO aiwiki_app");
    assertThatThrownBy(() -> start(poor))
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> assertThat(e.kind()).isEqualTo(DatabaseException.Kind.ROLES))
        .hasMessageContaining("NOINHERIT");
    postgres.run("ALTER ROLE aiwiki_app NOINHERIT");
    postgres.run("REVOKE aiwiki_system FROM aiwiki_app");
    postgres.run("GRANT aiwiki_system TO aiwiki_app");
  }

  private void firstAccount(String url) {
    try (Server server = start(url)) {
      assertThat(registerFirst(server).status()).isEqualTo(201);
    }
  }

  private Server start(String url) {
    return RunningServer.start(
        folder, new DatabaseSettings(folder, Optional.of(url), Optional.empty()));
  }

  private static Reply registerFirst(Server server) {
    URI link = server.firstAccountLink().orElseThrow();
    String secret = link.getQuery().replace("link=", "");
    return new ApiClient(server.address())
        .postOpenly("/api/auth/register", "{%s,\"firstAccount\":\"%s\"}".formatted(WHO, secret));
  }

  /** Requests fail cleanly, the server is not ready; when the database is back, so is all else. */
  @Test
  void aDatabaseThatGoesAndComesBackIsWaitedFor() throws Exception {
    try (Server server = start(postgres.database("fickle", "SUPERUSER"))) {
      assertThat(registerFirst(server).status()).isEqualTo(201);
      ApiClient api = new ApiClient(server.address());
      ApiClient health = new ApiClient(server.managementAddress());
      assertThat(ready(health).status()).isEqualTo(200);

      postgres.stop();

      Reply refused = login(api);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body()).contains("unavailable").doesNotContain("Exception");
      assertThat(refused.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(ready(health).status()).isEqualTo(503);
      assertThat(
              health
                  .call("GET", "/actuator/health/liveness", Optional.empty(), Optional.empty())
                  .status())
          .isEqualTo(200);

      postgres.start();

      eventually(() -> login(api).status() == 200);
      eventually(() -> ready(health).status() == 200);
    }
  }

  private static Reply login(ApiClient api) {
    return api.postOpenly("/api/auth/login", "{%s}".formatted(WHO));
  }

  private static Reply ready(ApiClient health) {
    return health.call("GET", "/actuator/health/readiness", Optional.empty(), Optional.empty());
  }

  private static void eventually(BooleanSupplier holds) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(200);
    }
  }
}
