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
import tools.jackson.databind.json.JsonMapper;

/** Addresses that nobody may have this server dial, sent as a person with an account would. */
@ExtendWith(RunningServer.class)
class CloneAddressTest {
  /** Each is in the list in several spellings. */
  private static final int CANARY_COUNT = 24;

  private static final String OUTSIDE = "https://example.com/";

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
