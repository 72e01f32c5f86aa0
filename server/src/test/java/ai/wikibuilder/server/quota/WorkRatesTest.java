package ai.wikibuilder.server.quota;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.web.PageClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many members, or many tokens, of one tenant have one limit together, for each kind of work. */
@ExtendWith(RunningServer.class)
class WorkRatesTest {
  @Test
  void eachKindOfWorkOfATenantHasALimitWhicheverMemberAsks(@TempDir Path folder, GitHost git) {
    try (Server server = RunningServer.startLimited(folder, git)) {
      Cast cast = new Cast(server);
      ApiClient api = new ApiClient(server.address());
      Organisation organisation = cast.organisation();
      String address = git.repository().address();
      UUID id =
          cast.part(Repositories.class)
              .add(organisation.tenant(), organisation.owner().id(), address)
              .repository()
              .id()
              .value();
      List<String> tokens =
          List.of(organisation.owner().token(), cast.member(organisation, Role.MEMBER).token());
      Map<String, String> work = work(organisation, address, id);
      List<String> first = new ArrayList<>();
      List<String> second = new ArrayList<>();

      for (Map.Entry<String, String> one : work.entrySet()) {
        first.add(one.getKey() + " " + asked(api, tokens.getFirst(), one).status());
        Reply refused = asked(api, tokens.getLast(), one);
        second.add(one.getKey() + " " + refused.status() + " " + refused.text("kind"));
        assertThat(refused.headers().firstValue("Retry-After")).as(one.getKey()).isPresent();
      }

      assertThat(first).noneMatch(answer -> answer.endsWith(" 429"));
      assertThat(second).allMatch(answer -> answer.endsWith(" 429 quota_rate"));
      String build =
          api.get("/api/repositories/%s/builds".formatted(id), tokens.getFirst())
              .json()
              .path(0)
              .path("buildId")
              .asString();
      Reply retry =
          api.post("/api/builds/%s/pages/overview/retry".formatted(build), tokens.getLast(), "");
      PageClient browser = PageClient.of(server.address(), organisation.owner().email());
      Reply form =
          browser.submit(
              "/repositories",
              Map.of(
                  "tenant",
                  organisation.tenant().toString(),
                  "address",
                  git.repository().address()));
      assertThat(retry.status()).as("one page anew is a build").isEqualTo(429);
      assertThat(form.status()).as("so is what a form asks for").isEqualTo(429);
      assertThat(form.body()).contains("Requests of one kind (build) are limited to 1 a minute");
      Organisation other = cast.organisation();
      assertThat(
              api.get("/api/search?q=x&tenant=" + other.tenant(), other.owner().token()).status())
          .isEqualTo(200);
    }
  }

  private static Map<String, String> work(Organisation organisation, String address, UUID id) {
    String wanted =
        "{\"tenant\":\"%s\",\"repoUrl\":\"%s\"}".formatted(organisation.tenant(), address);
    String asked = "{\"repositoryId\":\"%s\",\"question\":\"what is it\"}".formatted(id);
    String here = "/api/repositories/" + id;
    Map<String, String> work = new LinkedHashMap<>();
    work.put("POST /api/generate", wanted);
    work.put("POST /api/quote", wanted);
    work.put("POST /api/ask", asked);
    work.put("POST /api/deep_research", asked);
    work.put("POST /api/codemap", asked);
    work.put("GET /api/search?q=x&tenant=" + organisation.tenant(), "");
    work.put("GET %s/export".formatted(here), "");
    work.put("GET %s/compare/0000000..1111111".formatted(here), "");
    work.put(
        "POST %s/corrections".formatted(here), "{\"page\":\"overview\",\"sentence\":\"It is.\"}");
    work.put("POST %s/connection".formatted(here), "");
    return work;
  }

  private static Reply asked(ApiClient api, String token, Map.Entry<String, String> work) {
    String[] line = work.getKey().split(" ", 2);
    return api.call(
        line[0],
        line[1],
        Optional.of(token),
        Optional.of(work.getValue()).filter(body -> !body.isEmpty()));
  }
}
