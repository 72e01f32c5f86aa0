package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.GitHost.Served;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import ai.wikibuilder.site.HostileDocuments;
import ai.wikibuilder.site.HostilePayloads;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A repository of attacks, built by the server and read on its pages by a real browser: nothing
 * runs, and nothing is asked of anybody else.
 */
@ExtendWith(RunningServer.class)
@EnabledIf(value = "isChromiumThere", disabledReason = "chromium is not on this machine")
class HostileWikiInChromiumTest {
  static boolean isChromiumThere() {
    return Chromium.isThere();
  }

  @Test
  void nothingOfARepositoryRunsOnAnyPage(Server server, GitHost git) {
    List<String> payloads = HostilePayloads.all();
    Cast cast = new Cast(server);
    Organisation organisation = cast.organisation();
    Repository repository = built(cast, organisation, git, payloads);
    List<String> wrong = new ArrayList<>();
    try (Chromium chromium = Chromium.open()) {
      Page page = chromium.signedIn(server, organisation.owner());
      page.onDialog(dialog -> {
        wrong.add(page.url() + " opened a dialog: " + dialog.message());
        dialog.dismiss();
      });
      page.onRequest(request -> {
        if (!request.url().startsWith(server.address().toString())
            && !request.url().startsWith("data:")) {
          wrong.add(page.url() + " asked for " + request.url());
        }
      });

      List<String> all = paths(cast, repository, payloads);
      for (String path : all) {
        page.navigate(server.address() + path);
        if (page.title().equals("owned") || Boolean.FALSE.equals(page.evaluate(UNHURT))) {
          wrong.add(path + " ran something");
        }
      }

      assertThat(payloads).hasSizeGreaterThanOrEqualTo(250);
      assertThat(all).hasSizeGreaterThan(payloads.size());
    }
    assertThat(wrong).isEmpty();
  }

  /** No markup that only an attack can have brought. */
  private static final String UNHURT =
      "!document.querySelector('[onerror], [onload], [onfocus], iframe[srcdoc], object, embed,"
          + " base, a[href^=\"javascript:\" i], script:not([src])')";

  private static Repository built(
      Cast cast, Organisation organisation, GitHost git, List<String> payloads) {
    Served served = git.repository();
    HostileDocuments.files(payloads).forEach(served::write);
    served.commit("attacks");
    Repository repository =
        cast.part(Repositories.class)
            .add(organisation.tenant(), organisation.owner().id(), served.address())
            .repository();
    Builds builds = cast.part(Builds.class);
    Build accepted =
        builds
            .accept(
                new Builds.Asking(organisation.tenant(), organisation.owner().id()),
                repository.id(),
                BuildWish.composed(),
                Optional.empty())
            .build();
    Build ended =
        Waiting.until(
            () -> builds.find(organisation.tenant(), accepted.id()), now -> now.state().isFinal());
    assertThat(ended.state().word()).isEqualTo("done");
    return repository;
  }

  /** Every page of the wiki, what can be reported of it, and each attack as a person types it. */
  private static List<String> paths(Cast cast, Repository repository, List<String> payloads) {
    List<String> paths = new ArrayList<>();
    try (ReadWiki wiki = cast.part(Wikis.class).open(repository.tenant(), repository.id())) {
      for (ReadWiki.PageEntry page : wiki.pages()) {
        String file = page.slug().equals("overview") ? "" : "pages/" + page.slug() + ".html";
        paths.add("/wikis/%s/%s".formatted(repository.id(), file));
        paths.add("/repositories/%s/corrections?page=%s".formatted(repository.id(), page.slug()));
      }
    }
    for (int i = 0; i < payloads.size(); i++) {
      paths.add(
          "/repositories/%s/source?path=docs/guide%d.md&lines=1-40".formatted(repository.id(), i));
    }
    for (String payload : payloads.subList(0, 20)) {
      String typed = URLEncoder.encode(payload, StandardCharsets.UTF_8);
      paths.add("/repositories/%s/map?question=%s".formatted(repository.id(), typed));
    }
    return paths;
  }
}
