package ai.wikibuilder.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.outbound.Canaries;
import ai.wikibuilder.outbound.HostileAddresses;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast.Organisation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Addresses that nobody may have this server dial, sent as a person with an account would. */
@ExtendWith(RunningServer.class)
class CloneAddressTest {
  /** Each is in the list in several spellings. */
  private static final int CANARY_COUNT = 24;

  private static final String OUTSIDE = "https://example.com/";

  /** It was taken for a repository called like the last part, and its build failed. */
  @ParameterizedTest
  @CsvSource({
    "https://github.com/gin-gonic/gin/tree/master/binding, https://github.com/gin-gonic/gin",
    "https://github.com/gin-gonic/gin/blob/master/gin.go, https://github.com/gin-gonic/gin",
    "https://gitlab.com/a/b/c/-/tree/main/docs, https://gitlab.com/a/b/c",
    "https://git.example.org/team/tool/-/issues, https://git.example.org/team/tool"
  })
  void anAddressInsideARepositoryIsRefusedWithThatOfTheRepository(
      String address, String repository, Server server) {
    Organisation organisation = new Cast(server).organisation();

    Reply reply =
        new ApiClient(server.address())
            .post(
                "/api/repositories",
                organisation.owner().token(),
                "{\"tenant\":\"%s\",\"repoUrl\":\"%s\"}".formatted(organisation.tenant(), address));

    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.text("detail")).contains("leads into a repository. Give " + repository + ",");
  }

  @Test
  void noAddressOfTheListIsTakenAsItStandsOrDialled(Server server) throws IOException {
    ApiClient api = new ApiClient(server.address());
    Organisation organisation = new Cast(server).organisation();
    String token = organisation.owner().token();
    JsonMapper json = new JsonMapper();
    try (Canaries canaries = new Canaries(CANARY_COUNT)) {
      List<String> addresses = HostileAddresses.misspelt(canaries.ports());
      SoftAssertions refused = new SoftAssertions();
      List<String> accepted = new ArrayList<>();

      for (String address : addresses) {
        String body =
            json.writeValueAsString(
                Map.of("tenant", organisation.tenant().toString(), "repoUrl", address));
        Reply added = api.post("/api/repositories", token, body);
        if (added.status() != 400) { // another spelling of a host outside: kept as that host
          refused.assertThat(added.text("repoUrl")).as(address).startsWith(OUTSIDE);
          accepted.add(address);
          continue;
        }
        Reply generated = api.post("/api/generate", token, body);
        refused.assertThat(generated.status()).as(address).isEqualTo(400);
        refused.assertThat(added.body() + generated.body()).as(address).doesNotContain("Exception");
      }

      refused.assertAll();
      assertThat(addresses).hasSizeGreaterThanOrEqualTo(300);
      assertThat(accepted).hasSizeLessThanOrEqualTo(2);
      assertThat(canaries.connectCount()).isZero();
    }
  }
}
