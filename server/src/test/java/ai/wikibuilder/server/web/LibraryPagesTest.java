package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Repositories in the browser, before there is anything to read. */
@ExtendWith(RunningServer.class)
class LibraryPagesTest {
  /** The page of a wiki that was asked for too early said that it was a fault of ours. */
  @Test
  void aWikiThatIsNotMadeYetIsSaidToBeMissingInTheReadersLanguage(Server server) {
    Cast cast = new Cast(server);
    Person person = cast.person();
    RepositoryId repository =
        cast.part(Repositories.class)
            .add(
                person.account().personalTenant(),
                person.id(),
                "https://github.com/nobody/" + person.id())
            .repository()
            .id();
    PageClient browser = PageClient.of(server.address(), person.email());
    browser.submit("/language", Map.of("language", "tr", "next", "/"));

    Reply wiki = browser.open("/wikis/%s/".formatted(repository));
    Reply asked =
        browser.submit("/repositories/%s/ask".formatted(repository), Map.of("question", "nerede?"));

    assertThat(wiki.status()).isEqualTo(404);
    assertThat(wiki.body()).contains("Henüz viki yok", "Bu deponun henüz vikisi yok.");
    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.body()).contains("Bu deponun henüz vikisi yok.");
  }
}
