package ai.wikibuilder.pages.overview;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.building.MainCode;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which well-known frameworks and databases the build and compose files name. */
final class Technology {
  /** Names told of each kind. */
  private static final int NAME_COUNT_MAX = 4;

  /** More dependencies are told on a page of their own. */
  private static final int NEEDED_COUNT_MAX = 12;

  /** So many of them are named: all that most libraries need. */
  private static final int NEEDED_NAME_COUNT_MAX = 6;

  private static final int LINE_COUNT_MAX = 2_000;

  /** Tools of tests: a parent may say what they are needed for, and is not read. */
  private static final Pattern TESTS =
      Pattern.compile(
          "(?i)\\b(?:mockito|junit|assertj|hamcrest|testng|easymock|jmh|testcontainers|kotest|spock)");

  /** What shows a product to the world is not what it is built with. */
  private static final Pattern SITE = Pattern.compile("(?:website|site|www|homepage)(?:/|$)");

  private static final Pattern IMAGE =
      Pattern.compile("\\s*image:\\s*[\"']?(?:[\\w.-]+/)*([\\w-]+)(?::v?([\\d.]+))?.*");

  private final Repository repository;
  private final Map<String, String> frameworks = new LinkedHashMap<>();
  private final Map<String, String> stores = new LinkedHashMap<>();

  Technology(Repository repository) {
    this.repository = repository;
    frameworks();
    stores();
  }

  private void frameworks() {
    frameworks.put("spring-boot", "Spring Boot");
    frameworks.put("quarkus-", "Quarkus");
    frameworks.put("micronaut-", "Micronaut");
    frameworks.put("io.ktor", "Ktor");
    frameworks.put("io.javalin:", "Javalin");
    frameworks.put("=express", "Express");
    frameworks.put("=fastify", "Fastify");
    frameworks.put("@nestjs/core", "NestJS");
    frameworks.put("=next", "Next.js");
    frameworks.put("=nuxt", "Nuxt");
    frameworks.put("=react", "React");
    frameworks.put("=vue", "Vue");
    frameworks.put("=svelte", "Svelte");
    frameworks.put("@angular/core", "Angular");
    frameworks.put("=electron", "Electron");
    frameworks.put("=django", "Django");
    frameworks.put("=flask", "Flask");
    frameworks.put("=fastapi", "FastAPI");
    frameworks.put("=rails", "Ruby on Rails");
    frameworks.put("=sinatra", "Sinatra");
    frameworks.put("laravel/framework", "Laravel");
    frameworks.put("symfony/framework-bundle", "Symfony");
    frameworks.put("gin-gonic/gin", "Gin");
    frameworks.put("labstack/echo", "Echo");
    frameworks.put("gofiber/fiber", "Fiber");
    frameworks.put("=actix-web", "Actix Web");
    frameworks.put("=axum", "Axum");
    frameworks.put("=rocket", "Rocket");
    frameworks.put("microsoft.aspnetcore", "ASP.NET Core");
  }

  private void stores() {
    stores.put("postgres", "PostgreSQL");
    stores.put("mysql", "MySQL");
    stores.put("mariadb", "MariaDB");
    stores.put("mongo", "MongoDB");
    stores.put("redis", "Redis");
    stores.put("elasticsearch", "Elasticsearch");
    stores.put("rabbitmq", "RabbitMQ");
    stores.put("kafka", "Kafka");
    stores.put("memcached", "Memcached");
  }

  /** Empty when the files name none of them. */
  Optional<Sentence> sentence() {
    Map<String, Evidence> built = built();
    Map<String, Evidence> behind = behind();
    if (built.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = built.keySet().stream().limit(NAME_COUNT_MAX).toList();
    Phrase phrase = repository.say("intro.built").text("names", repository.words().list(names));
    built.values().stream().limit(NAME_COUNT_MAX - 1).forEach(phrase::by);
    if (!behind.isEmpty()) {
      List<String> others = behind.keySet().stream().limit(NAME_COUNT_MAX).toList();
      phrase.text("stores", repository.words().list(others)).count("count", others.size());
      behind.values().forEach(phrase::by);
    }
    return Optional.of(phrase.end());
  }

  /** What the build file at the root says it needs when it runs, where that is little. */
  Optional<Sentence> needs() {
    MainCode main = new MainCode(repository);
    for (Manifest manifest : repository.graph().manifests()) {
      List<Manifest.Dependency> run =
          manifest.dependencies().stream()
              .filter(one -> one.scope() == Manifest.Scope.RUN)
              .filter(one -> !one.name().matches("[.:].*|libs\\..*"))
              .filter(one -> !TESTS.matcher(one.name()).find())
              .toList();
      boolean few = !run.isEmpty() && run.size() <= NEEDED_COUNT_MAX;
      if (manifest.folder().isEmpty() && manifest.isProject() && few && main.isOf(manifest)) {
        Phrase phrase =
            repository
                .say("intro.needs")
                .codes(
                    "names",
                    run.stream().map(Manifest.Dependency::name).toList(),
                    NEEDED_NAME_COUNT_MAX);
        cite(phrase, manifest, run);
        return Optional.of(phrase.end());
      }
    }
    return Optional.empty();
  }

  /** As one place where they stand below one another, which is how people write them. */
  private void cite(Phrase phrase, Manifest manifest, List<Manifest.Dependency> needed) {
    IntSummaryStatistics lines =
        needed.stream().mapToInt(Manifest.Dependency::line).summaryStatistics();
    if (lines.getMax() - lines.getMin() < 2 * needed.size()) {
      phrase.by(repository.lines(manifest.path(), lines.getMin(), lines.getMax()));
    } else {
      needed.forEach(one -> phrase.by(repository.lines(manifest.path(), one.line(), one.line())));
    }
  }

  private Map<String, Evidence> built() {
    Map<String, Evidence> found = new LinkedHashMap<>();
    Set<String> known = new HashSet<>();
    boolean rooted =
        repository.graph().manifests().stream()
            .anyMatch(manifest -> manifest.folder().isEmpty() && manifest.isProject());
    MainCode main = new MainCode(repository);
    for (Manifest manifest : byWeight()) {
      boolean counts =
          repository.isMain(repository.graph().file(manifest.path()))
              && main.isOfSome(manifest)
              && !SITE.matcher(manifest.folder()).lookingAt();
      for (Manifest.Dependency one :
          counts ? manifest.dependencies() : List.<Manifest.Dependency>of()) {
        framework(one)
            .filter(name -> !isOwn(name))
            .ifPresent(name ->
                repository
                    .lines(manifest.path(), one.line(), one.line())
                    .ifPresent(line -> {
                      if (known.add(name)) {
                        found.put(name + where(manifest, rooted), line);
                      }
                    }));
      }
    }
    return found;
  }

  /**
   * Those at the root first, then those with most files below them: what they name is the
   * product's.
   */
  private List<Manifest> byWeight() {
    CodeGraph graph = repository.graph();
    Map<String, Integer> files = new HashMap<>();
    for (Manifest manifest : graph.manifests()) {
      String folder = manifest.folder() + "/";
      int below = 0;
      for (int file = 0; file < graph.fileCount() && folder.length() > 1; file++) {
        below += graph.path(file).startsWith(folder) ? 1 : 0;
      }
      files.put(manifest.path(), folder.length() > 1 ? below : Integer.MAX_VALUE);
    }
    List<Manifest> sorted = new ArrayList<>(graph.manifests());
    sorted.sort(Comparator.comparingInt(manifest -> -files.getOrDefault(manifest.path(), 0)));
    return sorted;
  }

  /** A framework of a part is not that of the whole. */
  private static String where(Manifest manifest, boolean rooted) {
    return rooted && !manifest.folder().isEmpty() ? " (" + manifest.folder() + ")" : "";
  }

  private Optional<String> framework(Manifest.Dependency dependency) {
    String name = dependency.name().toLowerCase(Locale.ROOT);
    // what a server stands on is needed when it runs; tests have servers of their own
    boolean beside =
        dependency.scope() == Manifest.Scope.TEST
            || (dependency.scope() == Manifest.Scope.BUILD
                && name.matches("express|fastify|koa|hapi|flask|fastapi|django|sinatra|rails"));
    return beside
        ? Optional.empty()
        : frameworks.entrySet().stream()
            .filter(entry ->
                entry.getKey().startsWith("=")
                    ? name.equals(entry.getKey().substring(1))
                    : name.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  /** A framework names itself in its own examples and plugins. */
  private boolean isOwn(String framework) {
    String plain = framework.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return repository.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").contains(plain);
  }

  /** Images of the compose files that are databases and queues, with their version. */
  private Map<String, Evidence> behind() {
    Map<String, Evidence> found = new LinkedHashMap<>();
    CodeGraph graph = repository.graph();
    for (int file = 0; file < graph.fileCount(); file++) {
      String path = graph.path(file);
      String name = Repository.fileName(path).toLowerCase(Locale.ROOT);
      if (name.matches("(?:docker-)?compose[\\w.-]*\\.ya?ml") && repository.isMain(file)) {
        read(path, found);
      }
    }
    return found;
  }

  private void read(String path, Map<String, Evidence> found) {
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    for (int line = 1; line <= Math.min(text.lineCount(), LINE_COUNT_MAX); line++) {
      Matcher image = IMAGE.matcher(text.lines(line, line).stripTrailing());
      if (image.matches()) {
        String store = stores.get(image.group(1).toLowerCase(Locale.ROOT));
        String version = image.group(2) == null ? "" : " " + image.group(2);
        if (store != null && found.keySet().stream().noneMatch(one -> one.startsWith(store))) {
          repository.lines(path, line, line).ifPresent(place -> found.put(store + version, place));
        }
      }
    }
  }
}
