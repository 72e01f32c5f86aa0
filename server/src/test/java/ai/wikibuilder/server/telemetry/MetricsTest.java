package ai.wikibuilder.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.web.PageClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Prometheus reads of the running server. */
@ExtendWith(RunningServer.class)
class MetricsTest {
  private static final Path DOCUMENT = Path.of("../docs/operating/metrics.md");
  private static final Path DASHBOARD = Path.of("../deploy/grafana/aiwiki.json");
  private static final String TABLE_BEGIN = "<!-- made by MetricsTest -->\n";
  private static final Pattern NAME = Pattern.compile("\\b[a-z]+(?:_[a-z0-9]+)+\\b");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Server server;
  private ApiClient api;
  private Cast cast;

  @BeforeEach
  void server(Server running) {
    server = running;
    api = new ApiClient(running.address());
    cast = new Cast(running);
  }

  private String read() {
    ApiClient management = new ApiClient(server.managementAddress());
    ApiClient.Reply reply =
        management.call("GET", "/actuator/prometheus", Optional.empty(), Optional.empty());
    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }

  private double value(String series) {
    String line =
        read().lines().filter(one -> one.startsWith(series + " ")).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(series.length()).strip());
  }

  @Test
  void everyMetricIsThereFromTheBeginningWithEveryValueOfItsLabels() {
    String text = read();

    for (Metric metric : Metric.values()) {
      assertThat(text).contains("# HELP " + metric.exposedName() + " " + metric.description());
      for (Metric.Label label : metric.labels()) {
        for (String labelled : label.values()) {
          assertThat(text.lines())
              .anyMatch(line ->
                  line.startsWith(metric.exposedName() + "{")
                      && line.contains(label.name() + "=\"" + labelled + "\""));
        }
      }
    }
  }

  @Test
  void numbersMoveWithWhatHappens(GitHost git, ModelHost model) {
    Cast.Person person = cast.person();
    double entered = value("aiwiki_logins_total{outcome=\"entered\"}");
    double refused = value("aiwiki_logins_total{outcome=\"refused\"}");
    double done = value("aiwiki_builds_ended_total{state=\"done\"}");
    String form = "{\"email\":\"%s\",\"password\":\"%s\"}";

    api.postOpenly("/api/auth/login", form.formatted(person.email(), Cast.PASSWORD));
    api.postOpenly("/api/auth/login", form.formatted(person.email(), "something else entirely"));
    cast.wiki(cast.organisation(), git);

    assertThat(model).isNotNull();
    assertThat(value("aiwiki_logins_total{outcome=\"entered\"}")).isGreaterThan(entered);
    assertThat(value("aiwiki_logins_total{outcome=\"refused\"}")).isGreaterThan(refused);
    assertThat(value("aiwiki_builds_ended_total{state=\"done\"}")).isGreaterThan(done);
    assertThat(value("aiwiki_storage_free_bytes")).isPositive();
    assertThat(value("aiwiki_builds_waiting")).isNotNegative();
    assertThat(value("aiwiki_passwords_hashing")).isNotNegative();
  }

  @Test
  void nobodyAndNothingOfAnybodyIsInIt(GitHost git) {
    String planted = "planted-" + UUID.randomUUID();
    Cast.Wiki wiki = cast.wiki(cast.organisation(), git);
    Cast.Person owner = wiki.organisation().owner();
    api.call(
        "PUT",
        "/api/settings/model",
        Optional.of(owner.token()),
        Optional.of(
            "{\"provider\":\"openai\",\"model\":\"%1$s\",\"key\":\"sk-%1$s\"}".formatted(planted)));
    api.call(
        "PUT",
        "/api/settings/git",
        Optional.of(owner.token()),
        Optional.of("{\"host\":\"git.example.org\",\"token\":\"%s\"}".formatted(planted)));
    api.postOpenly(
        "/api/auth/login",
        "{\"email\":\"%1$s@example.org\",\"password\":\"%1$s\"}".formatted(planted));
    api.get("/api/repositories/" + planted, owner.token());
    api.get("/api/" + planted + "?token=" + planted, planted);
    PageClient browser = PageClient.of(server.address(), owner.email());
    browser.open("/wikis/" + wiki.repository() + "/index.html");
    browser.open("/" + planted);
    browser.open("/reset?link=" + planted);

    String text = read();

    assertThat(text).doesNotContain(planted).doesNotContain("example.org");
    assertThat(ID.matcher(text).results()).as("ids").isEmpty();
    assertThat(text).contains("uri=\"/wikis/{id}/{*path}\"");
  }

  @Test
  void aValueThatALabelDoesNotNameIsNeverANewSeries() {
    Metrics metrics = Metrics.unread();

    assertThatThrownBy(() -> metrics.count(Metric.LOGINS, "mia@example.org"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> metrics.watch(Metric.LOGINS, () -> 1))
        .isInstanceOf(IllegalArgumentException.class);
    metrics.count(Metric.RATE_REFUSALS, "a limit of tomorrow"); // counted as other
  }

  @Test
  void theDocumentListsThem() throws IOException {
    StringBuilder table = new StringBuilder("| | labels | |\n|---|---|---|\n");
    for (Metric metric : Metric.values()) {
      StringBuilder labels = new StringBuilder();
      for (Metric.Label label : metric.labels()) {
        labels
            .append(labels.isEmpty() ? "" : "; ")
            .append("`%s`: %s".formatted(label.name(), String.join(", ", label.values())));
      }
      table.append(
          "| `%s` | %s | %s |\n".formatted(metric.exposedName(), labels, metric.description()));
    }
    String text = Files.readString(DOCUMENT);
    int begin = text.indexOf(TABLE_BEGIN) + TABLE_BEGIN.length();
    int end = text.indexOf("\n\n", begin) + 1;

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DOCUMENT, text.substring(0, begin) + table + text.substring(end));
    }

    assertThat(Files.readString(DOCUMENT)).contains(TABLE_BEGIN + table + "\n");
  }

  /** A panel of a metric that is not there is an empty panel when it is needed. */
  @Test
  void theDashboardNamesOnlyWhatIsThere() throws IOException {
    JsonNode dashboard = new JsonMapper().readTree(Files.readString(DASHBOARD));
    Set<String> there = new TreeSet<>();
    read()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> there.add(line.replaceFirst("[{ ].*", "")));

    Set<String> named = new TreeSet<>();
    for (JsonNode panel : dashboard.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        String bare = target.path("expr").asString().replaceAll("\\{[^}]*\\}|by \\([^)]*\\)", " ");
        Matcher found = NAME.matcher(bare);
        while (found.find()) {
          if (!found.group().equals("histogram_quantile")) {
            named.add(found.group());
          }
        }
      }
    }

    assertThat(named).hasSizeGreaterThan(15).isSubsetOf(there);
    for (Metric metric : Metric.values()) {
      assertThat(named).contains(metric.exposedName());
    }
  }
}
