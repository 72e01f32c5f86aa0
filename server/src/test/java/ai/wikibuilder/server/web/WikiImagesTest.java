package ai.wikibuilder.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient.Reply;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.Visibility;
import ai.wikibuilder.source.pictures.DrawnPictures;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Images of a repository, asked for as the pages of its wiki ask. */
@ExtendWith(RunningServer.class)
class WikiImagesTest {
  private static final byte[] PNG = DrawnPictures.png(320, 160, 0x3366cc);
  private static final byte[] JPEG = DrawnPictures.jpeg(200, 100);
  private static final String SCRIPT =
      "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";

  private static final Pattern IMAGE = Pattern.compile("src=\"(assets/images/[^\"]+)\"");

  private Server server;
  private Cast cast;
  private Repository repository;
  private PageClient member;
  private String wiki;

  @BeforeEach
  void aWikiWithImages(Server running, GitHost git) {
    server = running;
    cast = new Cast(running);
    Organisation organisation = cast.organisation();
    GitHost.Served served =
        git.repository()
            .write(
                "README.md",
                """
                # Tide

                Tide tells ships when the water is high.

                ![A table of tides](docs/table.png)

                ![A harbour](docs/harbour.png)

                ![A drawing](docs/drawing.png)
                """)
            .write("docs/table.png", PNG)
            .write("docs/harbour.png", JPEG)
            .write("docs/drawing.png", SCRIPT)
            .commit("images");
    repository = cast.wiki(organisation, served).of();
    member = PageClient.of(running.address(), organisation.owner().email());
    wiki = "/wikis/" + repository.id() + "/";
  }

  private List<String> images() {
    return IMAGE.matcher(member.open(wiki).body()).results().map(WikiImagesTest::first).toList();
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }

  private HttpResponse<byte[]> fetched(String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(member.request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  /** The names in the repository say png for all three. */
  @Test
  void anImageComesByteForByteAsWhatItsBytesAre() throws Exception {
    List<String> images = images();
    assertThat(images).hasSize(2);

    HttpResponse<byte[]> table = fetched(wiki + images.get(0));
    HttpResponse<byte[]> harbour = fetched(wiki + images.get(1));

    assertThat(table.statusCode()).isEqualTo(200);
    assertThat(table.headers().allValues("Content-Type")).containsExactly("image/png");
    assertThat(table.body()).isEqualTo(PNG);
    assertThat(harbour.headers().allValues("Content-Type")).containsExactly("image/jpeg");
    assertThat(harbour.body()).isEqualTo(JPEG);
  }

  @Test
  void aBrowserTakesAnImageForNothingElseAndNobodyInBetweenKeepsIt() throws Exception {
    String image = wiki + images().getFirst();

    HttpHeaders headers = fetched(image).headers();
    Reply again =
        member.send(
            member.request(image).header("If-None-Match", headers.firstValue("ETag").orElse("")));

    assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'self'");
    assertThat(headers.allValues("Cache-Control"))
        .singleElement()
        .asString()
        .contains("private", "max-age=0", "must-revalidate")
        .doesNotContain("public");
    assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  /** Scripts of a wiki ran on the first visit and on no later one: search and theme were gone. */
  @Test
  void whatTheBrowserHasAlreadyIsUnderTheSamePolicyAsWhatItGot() throws Exception {
    HttpHeaders got = fetched(wiki).headers();
    Reply again =
        member.send(
            member.request(wiki).header("If-None-Match", got.firstValue("ETag").orElse("")));

    assertThat(again.status()).isEqualTo(304);
    for (String header : List.of("Content-Security-Policy", "Cache-Control", "X-Robots-Tag")) {
      assertThat(again.headers().allValues(header)).as(header).isEqualTo(got.allValues(header));
    }
  }

  @Test
  void whoMayNotReadTheWikiIsToldOfItsImagesWhatIsSaidOfUnknownOnes() {
    String image = images().getFirst();
    PageClient stranger = PageClient.of(server.address(), cast.organisation().owner().email());

    for (PageClient asking : List.of(stranger, new PageClient(server.address()))) {
      Reply foreign = asking.open(wiki + image);
      Reply unknown = asking.open("/wikis/" + UUID.randomUUID() + "/" + image);

      assertThat(foreign.status()).isEqualTo(404);
      assertThat(withoutKey(foreign)).isEqualTo(withoutKey(unknown));
      assertThat(foreign.headers().firstValue("ETag")).isEmpty();
      assertThat(foreign.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }
    assertThat(member.open(wiki + "assets/images/none.png").status()).isEqualTo(404);
  }

  @Test
  void whatIsPublishedIsShownToEverybodyUntilItIsWithdrawn() {
    String image = wiki + images().getFirst();
    PageClient anybody = new PageClient(server.address());
    Repositories repositories = cast.part(Repositories.class);

    repositories.show(repository.tenant(), repository.id(), Visibility.PUBLISHED);
    Reply published = anybody.open(image);
    repositories.show(repository.tenant(), repository.id(), Visibility.PRIVATE);
    Reply withdrawn = anybody.open(image);

    assertThat(published.status()).isEqualTo(200);
    assertThat(published.headers().firstValue("Cache-Control").orElse("")).doesNotContain("public");
    assertThat(withdrawn.status()).isEqualTo(404);
  }

  private static String withoutKey(Reply reply) {
    return reply.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
  }

  /** Was a fault of ours: the expression that names are checked with went as deep as the path. */
  @Test
  void aPathOfThousandsOfPartsLeadsNowhere() {
    assertThat(member.open(wiki + "a/".repeat(7_000) + "a").status()).isEqualTo(404);
  }
}
