package ai.wikibuilder.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.quota.RateSettings;
import ai.wikibuilder.server.web.PageClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whoever took a session over guesses the password no faster than whoever has none. */
@ExtendWith(RunningServer.class)
class PasswordTriesTest {
  private static final int A_MINUTE = 4;

  @Test
  void ofSomebodySignedInAreCountedTogetherWhereverThePasswordIsAskedFor(
      @TempDir Path folder, GitHost git) {
    try (Server server =
        RunningServer.startLimited(folder, git, new RateSettings(A_MINUTE, 1_000, 1_000))) {
      Cast cast = new Cast(server);
      ApiClient api = new ApiClient(server.address());
      Person person = cast.person();
      PageClient browser = PageClient.of(server.address(), person.email());
      Map<String, String> form = Map.of("present", "a guess", "password", "lamp river seven coat");

      for (int i = 0; i < A_MINUTE / 2; i++) {
        assertThat(delete(api, person).status()).isEqualTo(401);
        assertThat(browser.submit("/settings/password", form).body())
            .contains("The present password is another one");
      }
      Reply refused = delete(api, person);
      String page = browser.submit("/settings/password", form).body();

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.text("kind")).isEqualTo("quota_rate");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(page).contains("Tries of your password are limited to 4 a minute");
      assertThat(delete(api, cast.person()).status()).isEqualTo(401);
    }
  }

  private static Reply delete(ApiClient api, Person person) {
    return api.post("/api/account/delete", person.token(), "{\"password\":\"a guess\"}");
  }
}
