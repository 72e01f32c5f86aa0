package ai.wikibuilder.server.quota;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whoever tries tokens is counted by address, as whoever tries passwords is. */
@ExtendWith(RunningServer.class)
class WrongTokensTest {
  private static final int A_MINUTE = 5;

  @Test
  void ofOneAddressAreLookedAtAsOftenAsItMayAskAndNoOftener(@TempDir Path folder, GitHost git) {
    try (Server server =
        RunningServer.startLimited(folder, git, new RateSettings(1_000, A_MINUTE, 1_000))) {
      Cast cast = new Cast(server);
      ApiClient api = new ApiClient(server.address());
      String good = cast.person().token();
      List<Integer> statuses = new ArrayList<>();

      for (int i = 0; i < A_MINUTE; i++) {
        String wrong = i % 2 == 0 ? "aiw_" + "x".repeat(43) : "no.such.token" + i;
        statuses.add(api.get("/api/tenants", wrong).status());
      }
      Reply refused = api.get("/openapi.json", "another");
      Reply goodOne = api.get("/api/tenants", good);
      Reply agent = api.post("/mcp", good, "{}");

      assertThat(statuses).containsOnly(401);
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.text("kind")).isEqualTo("too_many_requests");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(goodOne.status()).isEqualTo(429);
      assertThat(agent.status()).isEqualTo(429);
    }
  }

  @Test
  void goodTokensCountForTheirPersonAlone(@TempDir Path folder, GitHost git) {
    try (Server server =
        RunningServer.startLimited(folder, git, new RateSettings(1_000, A_MINUTE, 1_000))) {
      Cast cast = new Cast(server);
      ApiClient api = new ApiClient(server.address());
      List<Integer> statuses = new ArrayList<>();

      for (int i = 0; i < 2 * A_MINUTE; i++) {
        statuses.add(api.get("/api/tenants", cast.person().token()).status());
      }

      assertThat(statuses).containsOnly(200);
    }
  }
}
