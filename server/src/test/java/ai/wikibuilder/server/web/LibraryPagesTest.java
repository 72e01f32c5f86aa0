package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.repositories.Visibility;
import ai.wikibuilder.server.tenants.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

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
    assertThat(wiki.body()).contains("Henüz viki yok", "Derleme hakkı olan biri");
    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.body()).contains("Bu deponun henüz vikisi yok.");
  }

  /** It said no more than that it was in the queue. */
  @Test
  void aBuildThatIsTriedAgainSaysWhyAndWhenOnItsPageAndToPrograms(Server server, GitHost git) {
    GitHost.Served served = git.repository();
    String name = served.folder().getFileName().toString();
    git.server()
        .behave(exchange -> {
          boolean asked = exchange.getRequestURI().getPath().startsWith("/" + name);
          if (asked) {
            exchange.sendResponseHeaders(503, -1);
          }
          return asked;
        });
    Person person = new Cast(server).person();
    PageClient browser = PageClient.of(server.address(), person.email());
    browser.submit("/language", Map.of("language", "tr", "next", "/"));
    String page = PageClient.location(add(browser, person, served.address()));
    assertThat(page).startsWith("/builds/");
    ApiClient api = new ApiClient(server.address());

    Reply build =
        Waiting.until(
            () -> api.get("/api" + page, person.token()), now -> now.json().hasNonNull("putBack"));

    assertThat(build.text("state")).isEqualTo("queued");
    JsonNode back = build.json().path("putBack");
    assertThat(back.path("kind").asString()).isEqualTo("unreachable");
    assertThat(Instant.parse(back.path("nextTryAt").asString()))
        .isAfter(Instant.parse(back.path("at").asString()));
    assertThat(browser.open(page).body())
        .contains("Son deneme", "Sunucunun çalıştığına ve bu kurulumun ona erişebildiğine bakın.")
        .doesNotContain("git host", "yeniden deneyin", "Kendiliğinden yeniden denenmez");
    assertThat(browser.submit(page + "/cancel", Map.of()).status()).isEqualTo(303);
    assertThat(api.get("/api" + page, person.token()).json().hasNonNull("putBack")).isFalse();
  }

  @Test
  void aBuildThatIsOverWithoutAWikiSaysThatItIsNotTriedAgainByItself(Server server, GitHost git) {
    Person person = new Cast(server).person();
    PageClient browser = PageClient.of(server.address(), person.email());
    String nowhere = git.repository().address().replace("tide-", "gone-");
    String page = PageClient.location(add(browser, person, nowhere));
    ApiClient api = new ApiClient(server.address());

    Waiting.until(
        () -> api.get("/api" + page, person.token()), now -> now.text("state").equals("failed"));

    assertThat(browser.open(page).body())
        .contains("There is no such repository", "It is not tried again by itself.");
  }

  @Test
  void aBuildThatWouldTakeMostPagesAwayIsPublishedOnceSomebodySaysThatItIsMeant(
      Server server, GitHost git) {
    Cast cast = new Cast(server);
    Cast.Organisation organisation = cast.organisation();
    Person member = cast.member(organisation, Role.MEMBER);
    Person reader = cast.member(organisation, Role.READER);
    ApiClient api = new ApiClient(server.address());
    GitHost.Served served = git.repository().writeHarbour().commit("harbour");
    String wish =
        "{\"tenant\":\"%s\",\"repoUrl\":\"%s\"}".formatted(organisation.tenant(), served.address());
    assertThat(ended(api, member, wish).text("state")).isEqualTo("done");
    served.git("rm", "-rq", "src/harbour").commit("all of it gone");

    Reply refused = ended(api, member, wish);
    String page = "/builds/" + refused.text("buildId");
    String meant = PageClient.of(server.address(), member.email()).open(page).body();
    Reply asked =
        PageClient.of(server.address(), member.email()).submit(page + "/fewer-pages", Map.of());
    Reply accepted = ended(api, member, "/api" + PageClient.location(asked));

    assertThat(refused.json().path("failure").path("kind").asString()).isEqualTo("pages_lost");
    assertThat(meant).contains("would be lost", page + "/fewer-pages", "Build it with fewer pages");
    assertThat(PageClient.of(server.address(), reader.email()).open(page).body())
        .contains("would be lost")
        .doesNotContain("/fewer-pages");
    assertThat(accepted.text("state")).isEqualTo("done");
    assertThat(accepted.json().path("request").path("fewerPages").asBoolean()).isTrue();
    assertThat(ended(api, member, wish).text("state")).isEqualTo("done");
  }

  /** Where a build ended that is asked for, or looked at where a path is given. */
  private static Reply ended(ApiClient api, Person member, String wishOrPath) {
    String path =
        wishOrPath.startsWith("{")
            ? "/api/builds/" + api.post("/api/generate", member.token(), wishOrPath).text("buildId")
            : wishOrPath;
    return Waiting.until(
        () -> api.get(path, member.token()),
        now -> List.of("done", "failed", "cancelled").contains(now.text("state")));
  }

  @Test
  void aBuildSaysWhatWasAskedForAndWhoeverStoppedItHowToGoOn(Server server, GitHost git) {
    Cast cast = new Cast(server);
    Person person = cast.person();
    PageClient browser = PageClient.of(server.address(), person.email());
    ApiClient api = new ApiClient(server.address());
    String body =
        "{\"repoUrl\":\"%s\",\"ref\":\"<b>tide</b>\",\"path\":\"docs/ebb\"}"
            .formatted(git.repository().address());
    Reply asked = api.post("/api/generate", person.token(), body);
    String path = "/builds/" + asked.text("buildId");
    browser.open(path);

    browser.submit(path + "/cancel", Map.of());
    Waiting.until(
        () -> api.get("/api" + path, person.token()),
        now -> List.of("failed", "cancelled").contains(now.text("state")));
    String page = browser.open(path).body();

    assertThat(page)
        .contains(
            "Branch, tag or commit: <code>&lt;b&gt;tide&lt;/b&gt;</code>", "Folder: <code>docs/ebb")
        .containsAnyOf("Somebody stopped it", "It is not tried again by itself");
  }

  /** Whoever opens a link of a colleague before signing in. */
  @Test
  void whatIsNotForEverybodySaysWhereToSignIn(Server server, GitHost git) {
    Cast cast = new Cast(server);
    Cast.Wiki wiki = cast.wiki(cast.organisation(), git);

    Reply mine = new PageClient(server.address()).open("/wikis/" + wiki.repository() + "/");
    Reply nobodys = new PageClient(server.address()).open("/wikis/" + UUID.randomUUID() + "/");

    assertThat(mine.status()).isEqualTo(404);
    assertThat(mine.body()).contains("Whoever has an account signs in", "href=\"/signin\"");
    assertThat(nobodys.body().length()).isEqualTo(mine.body().length());
  }

  /** A composed wiki took the place of the one that was there, and nothing said so. */
  @Test
  void anAddressThatIsHereAlreadyLeadsToItsRepositoryAndBuildsNothing(Server server, GitHost git) {
    GitHost.Served served = git.repository();
    Person person = new Cast(server).person();
    PageClient browser = PageClient.of(server.address(), person.email());
    ApiClient api = new ApiClient(server.address());
    String build = "/api" + PageClient.location(add(browser, person, served.address()));
    Reply done =
        Waiting.until(
            () -> api.get(build, person.token()), now -> now.text("state").equals("done"));
    String page = "/repositories/" + done.text("repositoryId");

    Reply again = add(browser, person, served.address() + "/");

    assertThat(PageClient.location(again)).isEqualTo(page + "?done=repository-known");
    assertThat(browser.open(page + "?done=repository-known").body())
        .contains("This repository is here already; nothing was added.", served.address());
    assertThat(api.get("/api" + page + "/builds", person.token()).json()).hasSize(1);
  }

  @Test
  void theOtherProtocolIsRefusedOnThePageInTheReadersLanguage(Server server, GitHost git) {
    String address = git.repository().address();
    String other = address.replaceFirst("^http:", "https:");
    Person person = new Cast(server).person();
    PageClient browser = PageClient.of(server.address(), person.email());
    browser.submit("/language", Map.of("language", "tr", "next", "/"));
    add(browser, person, address);

    Reply refused = add(browser, person, other);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body())
        .contains("Bu depo zaten burada, adresi %s.".formatted(address))
        .contains("value=\"%s\"".formatted(other));
  }

  @Test
  void theCodeOfAllRepositoriesIsSearched(Server server, GitHost git) {
    Cast cast = new Cast(server);
    Cast.Organisation organisation = cast.organisation();
    Cast.Wiki one = cast.wiki(organisation, git);
    Cast.Wiki other = cast.wiki(organisation, git);
    PageClient browser = PageClient.of(server.address(), organisation.owner().email());
    String search = "/search?tenant=%s&q=".formatted(organisation.tenant());

    Reply found = browser.open(search + "next_high");
    Reply nothing = browser.open(search + "zeppelin");
    Reply broken = browser.open(search + "%22open");
    Reply foreign =
        PageClient.of(server.address(), cast.person().email()).open(search + "next_high");

    assertThat(found.body())
        .contains(one.of().address().name(), other.of().address().name())
        .contains("/repositories/%s/source?path=".formatted(one.repository()), "def next_high");
    assertThat(browser.open("/?tenant=" + organisation.tenant()).body())
        .contains("action=\"/search\"");
    assertThat(nothing.body()).contains("Nothing was found.");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.body()).contains("q: ", "value=\"&#34;open\"");
    assertThat(foreign.status()).isEqualTo(404);
  }

  @Test
  void aWikiIsTakenAlongAsAFile(Server server, GitHost git) {
    Cast cast = new Cast(server);
    Cast.Organisation organisation = cast.organisation();
    Cast.Wiki wiki = cast.wiki(organisation, git);
    String page = "/repositories/" + wiki.repository();
    PageClient browser =
        PageClient.of(server.address(), cast.member(organisation, Role.READER).email());

    String links = browser.open(page).body();
    Reply html = browser.open(page + "/export?format=html");
    Reply json = browser.open(page + "/export?format=json");
    Reply other = browser.open(page + "/export?format=pdf");

    assertThat(links).contains("/export?format=html", "/export?format=zip", "/export?format=json");
    assertThat(html.body()).startsWithIgnoringCase("<!doctype html>").contains("Overview");
    assertThat(html.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", ".html");
    assertThat(json.json().path("pages").size()).isPositive();
    assertThat(other.status()).isEqualTo(400);
  }

  @Test
  void anotherBranchAndAPartOfItAreBuilt(Server server, GitHost git) {
    GitHost.Served served = git.repository();
    served.git("branch", "ebb");
    Person person = new Cast(server).person();
    PageClient browser = PageClient.of(server.address(), person.email());
    ApiClient api = new ApiClient(server.address());
    Map<String, String> wish =
        Map.of(
            "tenant",
            person.account().personalTenant().toString(),
            "address",
            served.address(),
            "ref",
            "ebb",
            "path",
            " ");

    String first = PageClient.location(browser.submit("/repositories", wish));
    Reply done =
        Waiting.until(
            () -> api.get("/api" + first, person.token()), now -> now.text("state").equals("done"));
    String page = "/repositories/" + done.text("repositoryId");
    String shown = browser.open(page).body();
    String second =
        PageClient.location(browser.submit(page + "/part", Map.of("ref", "", "path", "nowhere")));
    Reply tooLong = browser.submit(page + "/part", Map.of("ref", "x".repeat(300)));
    Reply outside = browser.submit(page + "/part", Map.of("path", "docs/../../etc"));

    assertThat(browser.open(first).body()).contains("Branch, tag or commit: <code>ebb</code>");
    assertThat(shown).contains("name=\"ref\" type=\"text\" value=\"ebb\"", "<details open>");
    assertThat(browser.open(second).body())
        .contains("Folder: <code>nowhere</code>")
        .doesNotContain("<code>ebb</code>");
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.body()).contains("ref: expected at most 255 characters in one line");
    assertThat(outside.status()).isEqualTo(400);
    assertThat(outside.body()).contains("path: expected a folder inside the repository");
  }

  /** One click, and what people had asked and corrected was gone. */
  @Test
  void aRepositoryIsDeletedByWhoeverTypesItsName(Server server, GitHost git) {
    Cast cast = new Cast(server);
    Cast.Organisation organisation = cast.organisation();
    Cast.Wiki wiki = cast.wiki(organisation, git);
    String name = wiki.of().address().name();
    String page = "/repositories/" + wiki.repository();
    PageClient browser = PageClient.of(server.address(), organisation.owner().email());
    browser.submit("/language", Map.of("language", "tr", "next", "/"));

    Reply asked = browser.open(page);
    Reply nothing = browser.submit(page + "/delete", Map.of());
    Reply other = browser.submit(page + "/delete", Map.of("name", "tide"));
    Reply still = browser.open(page);
    Reply deleted = browser.submit(page + "/delete", Map.of("name", " %s ".formatted(name)));

    assertThat(asked.body()).contains("yazın: <code>%s</code>".formatted(name));
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.body()).contains("silinecek olanın adı %s bekleniyordu, tide".formatted(name));
    assertThat(still.status()).isEqualTo(200);
    assertThat(PageClient.location(deleted)).endsWith("done=repository-deleted");
    assertThat(browser.open(page).status()).isEqualTo(404);
  }

  /** The card held a name and an address, and nothing to do. */
  @Test
  void aRepositoryThatNobodyBuiltSaysSoInTheLibrary(Server server) {
    Cast cast = new Cast(server);
    Cast.Organisation organisation = cast.organisation();
    RepositoryId repository =
        cast.part(Repositories.class)
            .add(
                organisation.tenant(),
                organisation.owner().id(),
                "https://github.com/nobody/" + organisation.tenant())
            .repository()
            .id();
    Person reader = cast.member(organisation, Role.READER);
    String library = "/?tenant=" + organisation.tenant();

    String forOwner =
        PageClient.of(server.address(), organisation.owner().email()).open(library).body();
    String forReader = PageClient.of(server.address(), reader.email()).open(library).body();

    assertThat(forOwner)
        .contains(
            "There is no wiki of it yet. <a href=\"/repositories/%s\">Make the wiki</a>"
                .formatted(repository));
    assertThat(forReader).contains("There is no wiki of it yet.").doesNotContain("Make the wiki");
  }

  /** Nothing counted them: whoever knew one published wiki could read without end. */
  @Test
  void whoReadsWithoutALoginIsCountedByAddress(Server server, GitHost git) {
    Cast cast = new Cast(server);
    Cast.Wiki wiki = cast.wiki(cast.organisation(), git);
    cast.part(Repositories.class)
        .show(wiki.organisation().tenant(), wiki.repository(), Visibility.PUBLISHED);
    ApiClient nobody = new ApiClient(server.address());
    String page = "/wikis/%s/".formatted(wiki.repository());

    Reply read = nobody.call("GET", page, Optional.empty(), Optional.empty());

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.headers().map()).containsKeys("ratelimit-limit", "ratelimit-remaining");
  }

  /** Who looks after links asks for heads, and was told to sign in. */
  @Test
  void whatIsOpenIsOpenToWhoAsksForItsHeadAlone(Server server, GitHost git) {
    Cast cast = new Cast(server);
    Cast.Wiki shown = cast.wiki(cast.organisation(), git);
    Cast.Wiki hidden = cast.wiki(cast.organisation(), git);
    cast.part(Repositories.class)
        .show(shown.organisation().tenant(), shown.repository(), Visibility.PUBLISHED);
    ApiClient nobody = new ApiClient(server.address());

    List<String> asked =
        List.of(
            "/wikis/%s/".formatted(shown.repository()),
            "/badge/%s.svg".formatted(shown.repository()),
            "/openapi.json",
            "/wikis/%s/".formatted(hidden.repository()),
            "/badge/%s.svg".formatted(hidden.repository()),
            "/api/tenants");

    assertThat(asked)
        .extracting(path -> nobody.call("HEAD", path, Optional.empty(), Optional.empty()).status())
        .containsExactly(200, 200, 200, 404, 404, 401);
  }

  /** What waiting does not help was said to have come too often, on pages alone. */
  @Test
  void aFullPlanIsAConflictAndTheFormKeepsTheAddressButNoTokenInIt(Server server) {
    Cast cast = new Cast(server);
    Cast.Organisation organisation = cast.organisation();
    PageClient browser = PageClient.of(server.address(), organisation.owner().email());
    String tenant = organisation.tenant().toString();
    for (int i = 0; i < 10; i++) { // as many as the plan free allows
      cast.part(Repositories.class)
          .add(
              organisation.tenant(),
              organisation.owner().id(),
              "https://github.com/nobody/%s-%d".formatted(tenant, i));
    }

    Reply full =
        browser.submit(
            "/repositories",
            Map.of("tenant", tenant, "address", "https://github.com/nobody/" + tenant));
    Reply secret =
        browser.submit(
            "/repositories",
            Map.of("tenant", tenant, "address", "https://mia:planted-4711@github.com/a/b"));

    assertThat(full.status()).isEqualTo(409);
    assertThat(full.body())
        .contains(
            "limits repositories to 10 (here: 10)", "value=\"https://github.com/nobody/" + tenant);
    assertThat(secret.status()).isEqualTo(400);
    assertThat(secret.body())
        .contains("value=\"https://github.com/a/b\"")
        .doesNotContain("planted-4711");
  }

  /**
   * After a refusal the address of the form stands in the browser; asked again, there was nothing.
   */
  @Test
  void theAddressOfAFormLeadsToThePageItStandsOn(Server server) {
    PageClient browser = PageClient.of(server.address(), new Cast(server).person().email());
    String id = "/" + UUID.randomUUID();

    assertThat(List.of("/repositories", "/repositories%s/build".formatted(id), "/settings/email"))
        .extracting(form -> PageClient.location(browser.open(form)))
        .containsExactly("/", "/repositories" + id, "/settings");
    assertThat(
            PageClient.location(
                browser.open("/settings/organisations%s/members%s/role".formatted(id, id))))
        .isEqualTo("/settings/organisations" + id);
    assertThat(PageClient.location(browser.open("/repositories/%C3%A9/build"))).isEqualTo("/");
    assertThat(browser.open("/repositories%s/nothing".formatted(id)).status()).isEqualTo(404);
  }

  private static Reply add(PageClient browser, Person person, String address) {
    String tenant = person.account().personalTenant().toString();
    return browser.submit("/repositories", Map.of("address", address, "tenant", tenant));
  }
}
