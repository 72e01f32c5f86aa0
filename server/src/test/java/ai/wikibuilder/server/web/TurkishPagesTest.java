package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.ResearchScript;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.api.Cast.Wiki;
import ai.wikibuilder.server.jobs.Waiting;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.Tenants;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Goes through the pages as somebody who reads Turkish, from link to link. What is English there is
 * what somebody typed, what a model wrote or what is shown of the code.
 */
@ExtendWith(RunningServer.class)
class TurkishPagesTest {
  private static final int PAGE_COUNT_MAX = 120;

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "/(?:wikis|assets|login/oauth2|signout)/.*|.*/(?:markdown|export|source)(?:\\?.*)?");

  /** What people or models have written, or what stands in the code. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "(?s)[\\w.+-]+@[\\w.-]+|AI Wiki Builder|(?<=lang=\"en\">)English|/hooks/\\S+|https://[\\w./]+|“[^”]*”|<(script|style|svg|code|del)\\b.*?</\\1>|<p class=\"question\">.*?</p>"
              + "|<div class=\"report\">.*?</div>|<select id=\"page\".*?</select>"
              + "|(?<=</ul>)(?:\\s*<p>[^<]*</p>)+(?=\\s*</li>)"
              + "|<h2>Aranıp bulunamayanlar</h2>\\s*<ul>.*?</ul>"
              + "|(?<=Olanlardan: )[\\w, ]+|<label class=\"tick\"><input type=\"radio\" name=\"sentence\".*?</label>");

  private static final Pattern SPOKEN =
      Pattern.compile("(?:title|alt|placeholder|aria-label|data-label)=\"([^\"]*)\"");

  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  private Cast cast;
  private ApiClient api;
  private PageClient browser;
  private Person person;
  private Wiki wiki;
  private final Map<String, Reply> seen = new LinkedHashMap<>();

  /** Somebody who may see everything, and much to be seen. */
  @BeforeEach
  void somebodyWhoReadsTurkish(Server server, GitHost git) {
    cast = new Cast(server);
    api = new ApiClient(server.address());
    person = cast.operator();
    Organisation organisation =
        new Organisation(
            cast.part(Tenants.class).foundOrganisation(person.id(), "Fernpost").id(), person);
    wiki = cast.wiki(organisation, git);
    browser = PageClient.of(server.address(), person.email());
    browser.submit("/language", Map.of("language", "tr", "next", "/"));
  }

  @Test
  void holdNoEnglishOfOurs(ModelHost model) throws Exception {
    List<String> starts = new ArrayList<>(List.of("/", "/settings", "/operator"));
    starts.add("/?tenant=" + wiki.organisation().tenant());
    starts.add("/settings/audit?tenant=" + wiki.organisation().tenant());
    starts.add("/repositories/" + wiki.repository());
    starts.add("/repositories/" + wiki.repository() + "/map");
    starts.add("/nothing/of/that/name");
    starts.add(failedBuild());
    starts.add(research(model));
    muchThatIsWrittenDown();

    walk(starts);

    Map<String, Set<String>> english = new TreeMap<>();
    Set<String> words = englishWords();
    seen.forEach((path, reply) -> {
      Set<String> found = words(text(reply.body()));
      found.retainAll(words);
      // lists of the whole installation hold names that other tests gave to what they made
      if (!found.isEmpty() && !path.startsWith("/operator/")) {
        english.put(path, found);
      }
    });
    assertThat(seen).hasSizeGreaterThan(30);
    assertThat(english).isEmpty();
  }

  /** A reader could not go on from a question to when the wiki is made anew. */
  @Test
  void leadFromEachPageOfARepositoryToItsUpdates() {
    String repository = "/repositories/" + wiki.repository();
    walk(List.of(repository));

    List<String> without = new ArrayList<>();
    for (String page :
        new String[] {"", "/ask", "/research", "/map", "/corrections", "/writer", "/updates"}) {
      Reply reply = browser.open(repository + page);
      for (String tab :
          new String[] {"ask", "research", "map", "corrections", "writer", "updates"}) {
        if (!reply.body().contains("href=\"%s/%s\"".formatted(repository, tab))) {
          without.add(page + " lacks " + tab);
        }
      }
    }
    for (String page :
        new String[] {
          "/wikis/%s/".formatted(wiki.repository()), repository + "/map?question=next%20high"
        }) {
      Reply reply = browser.open(page);
      for (String tab :
          new String[] {"ask", "research", "map", "corrections", "writer", "updates"}) {
        if (!reply.body().contains("href=\"%s/%s\"".formatted(repository, tab))) {
          without.add(page + " lacks " + tab);
        }
      }
    }
    assertThat(without).isEmpty();
    PageClient reader =
        PageClient.of(api.server(), cast.member(wiki.organisation(), Role.READER).email());
    assertThat(reader.open(repository + "/ask").body()).doesNotContain("/updates\"", "/writer\"");
    assertThat(reader.open("/wikis/" + wiki.repository() + "/").body())
        .doesNotContain("/updates\"", "/writer\"");
  }

  private String failedBuild() {
    Reply asked =
        api.post(
            "/api/generate",
            person.token(),
            "{\"tenant\":\"%s\",\"repoUrl\":\"%s\",\"ref\":\"olmayan-dal\"}"
                .formatted(wiki.organisation().tenant(), wiki.of().address()));
    String self = asked.json().path("links").path("self").asString();
    Waiting.until(() -> api.get(self, person.token()), now -> now.text("state").equals("failed"));
    return self.substring("/api".length());
  }

  private String research(ModelHost model) throws Exception {
    try (AutoCloseable _ = model.behaving(new ResearchScript())) {
      String begun =
          api.post(
                  "/api/deep_research",
                  person.token(),
                  "{\"repositoryId\":\"%s\",\"question\":\"gelgit nasıl anlatılıyor\"}"
                      .formatted(wiki.repository()))
              .headers()
              .firstValue("Location")
              .orElseThrow();
      Waiting.until(() -> api.get(begun, person.token()), now -> now.text("state").equals("done"));
      return begun.replace("/api", "");
    }
  }

  /** What the audit, lists and settings show. */
  private void muchThatIsWrittenDown() {
    String organisation = "/settings/organisations/" + wiki.organisation().tenant();
    String tenant = wiki.organisation().tenant().toString();
    String repository = "/repositories/" + wiki.repository();
    Person member = cast.member(wiki.organisation(), Role.MEMBER);
    browser.open("/settings/profile");
    browser.submit(organisation + "/members/" + member.id() + "/role", Map.of("role", "reader"));
    browser.submit(
        organisation + "/invitations", Map.of("email", "mia@example.org", "role", "member"));
    browser.submit(
        "/settings/tokens",
        Map.of("tenant", tenant, "name", "ci", "days", "3", "password", Cast.PASSWORD));
    browser.submit(
        "/settings/git",
        Map.of("tenant", tenant, "host", "git.example.org", "token", "glpat-0042"));
    browser.submit(
        "/settings/model",
        Map.of(
            "tenant", tenant, "provider", "openai", "key", "sk-1234567890", "model", "gpt-5-mini"));
    browser.submit("/settings/model/remove", Map.of("tenant", tenant));
    browser.submit(repository + "/ask", Map.of("question", "gelgit nasıl hesaplanıyor"));
    browser.submit(repository + "/updates/webhooks", Map.of("host", "gitea", "branch", ""));
    browser.submit("/settings/sessions/end", Map.of()); // and in again
    browser = PageClient.of(api.server(), person.email());
    browser.submit("/language", Map.of("language", "tr", "next", "/"));
    browser.submit(
        "/settings/email",
        Map.of("email", UUID.randomUUID() + "@example.org", "address-proof", "x"));
    PageClient stranger = new PageClient(api.server());
    stranger.open("/signin");
    stranger.submit("/signin", Map.of("email", person.email(), "password", "not this one"));
    browser.open("/settings/profile");
  }

  private void walk(List<String> starts) {
    Deque<String> open = new ArrayDeque<>(starts);
    while (!open.isEmpty() && seen.size() < PAGE_COUNT_MAX) {
      String path = open.removeFirst();
      if (seen.containsKey(path) || ELSEWHERE.matcher(path).matches()) {
        continue;
      }
      Reply reply = browser.open(path);
      seen.put(path, reply);
      Matcher link = LINK.matcher(reply.body());
      while (link.find()) {
        open.add(link.group(1).replace("&amp;", "&"));
      }
      reply.headers().firstValue("Location").ifPresent(open::add);
    }
  }

  private static String text(String html) {
    String rest = CONTENT.matcher(html).replaceAll(" ");
    StringBuilder text = new StringBuilder();
    SPOKEN.matcher(rest).results().forEach(found -> text.append(found.group(1)).append('\n'));
    return text.append(rest.replaceAll("<[^>]*>", " ")).toString();
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>();
    WORD.matcher(text)
        .results()
        .forEach(found -> words.add(found.group().toLowerCase(Locale.ROOT)));
    return words;
  }

  /** Words of the English pages that are none of the Turkish ones. */
  private static Set<String> englishWords() throws IOException {
    Set<String> words = words(String.join("\n", pages("en")));
    words.removeAll(words(String.join("\n", pages("tr"))));
    return words;
  }

  private static List<String> pages(String language) throws IOException {
    Properties words = new Properties();
    String name = "/words/pages_%s.properties".formatted(language);
    try (InputStream in =
        Optional.ofNullable(TurkishPagesTest.class.getResourceAsStream(name)).orElseThrow()) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words.stringPropertyNames().stream().map(words::getProperty).toList();
  }
}
