package ai.wikibuilder.server.wikis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.web.PageClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Files that a disk has changed under a running server: named, with what to do, and nothing of them
 * shown.
 */
@ExtendWith(RunningServer.class)
class DamagedWikiTest {
  private static final String QUESTION = "when is the next high water";

  private ApiClient api;
  private Cast cast;
  private Cast.Wiki wiki;
  private String path;
  private String token;
  private PageClient browser;

  @BeforeEach
  void aWiki(Server running, GitHost git) {
    api = new ApiClient(running.address());
    cast = new Cast(running);
    wiki = cast.wiki(cast.organisation(), git);
    path = "/repositories/" + wiki.repository();
    token = wiki.organisation().owner().token();
    browser = PageClient.of(running.address(), wiki.organisation().owner().email());
  }

  /** It was answered as a fault of ours, with nothing to do about it. */
  @Test
  void whatIsFoundDamagedWhileItIsReadSaysSoToPeopleAndPrograms() throws IOException {
    assertThat(api.get("/api" + path + "/wiki", token).status()).isEqualTo(200); // it is open
    damage(".*(?:segment|/index\\.html)");

    Reply read = browser.open("/wikis/" + wiki.repository() + "/index.html");
    Reply page = browser.submit(path + "/ask", Map.of("question", QUESTION));

    assertThat(read.status()).as(read.body()).isEqualTo(503);
    assertThat(read.body()).contains("the next build makes it anew");
    assertDamaged(ask());
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.body()).contains("the next build makes it anew");
  }

  /** Searching all repositories of the tenant failed with it. */
  @Test
  void aDamagedIndexKeepsNobodyFromSearchingTheOthers(GitHost git) throws IOException {
    cast.wiki(wiki.organisation(), git);
    damage(".*/index/[^/]*\\.cfs");

    Reply all = api.get("/api/search?q=TideTable&tenant=" + wiki.organisation().tenant(), token);
    Reply page = browser.open("/search?q=TideTable&tenant=" + wiki.organisation().tenant());

    assertThat(all.status()).as(all.body()).isEqualTo(200);
    assertThat(all.json().path("hits")).isNotEmpty();
    assertThat(page.body()).contains("1 of the repositories could not be read");
    assertDamaged(ask());
    assertDamaged(api.get("/api/search?q=TideTable&repository=" + wiki.repository(), token));
  }

  /** The browser was shown none of it, and whoever took it along had all of it. */
  @Test
  void nothingDamagedIsTakenAlong() throws IOException {
    damage(".*/(?:wiki\\.json|markdown/[^/]*\\.md)");

    for (String format : List.of("html", "zip", "json")) {
      assertDamaged(api.get("/api" + path + "/export?format=" + format, token));
    }
    assertDamaged(api.get("/api" + path + "/wiki", token));
    assertThat(browser.open(path + "/export?format=zip").status()).isEqualTo(503);
  }

  private Reply ask() {
    return api.post(
        "/api/ask",
        token,
        "{\"repositoryId\":\"%s\",\"question\":\"%s\"}".formatted(wiki.repository(), QUESTION));
  }

  private static void assertDamaged(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(503);
    assertThat(reply.text("kind")).isEqualTo("damaged");
    assertThat(reply.text("detail")).contains("the next build makes it anew");
  }

  /** Turns a bit of each byte over in all files of the wiki whose names match. */
  private void damage(String names) throws IOException {
    GenerationStore store = cast.part(GenerationStore.class);
    try (PinnedGeneration pinned = store.open(wiki.organisation().tenant(), wiki.repository());
        Stream<Path> files = Files.walk(store.folders().root())) {
      String ours = pinned.at().generation().toString();
      List<Path> found =
          files
              .filter(file -> file.toString().contains(ours) && file.toString().matches(names))
              .toList();
      assertThat(found).isNotEmpty();
      for (Path file : found) {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (bytes[i] ^ 1);
        }
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.write(file, bytes);
      }
    }
  }
}
