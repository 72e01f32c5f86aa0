package ai.wikibuilder.graph.entrypoints;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymfonyPrefixesTest {
  private static EntryPoint route(String name, String path) {
    return new EntryPoint(EntryPoint.Kind.ROUTE, name, "A.b", path, 3, 0);
  }

  private static List<String> complete(String path, String yaml, EntryPoint... routes) {
    SymfonyPrefixes prefixes = new SymfonyPrefixes();
    prefixes.add(path, SourceText.of(yaml));
    return prefixes.complete(List.of(routes)).stream().map(EntryPoint::name).toList();
  }

  /** Routes were shown without what the application puts before all of them. */
  @Test
  void aPrefixStandsBeforeTheRoutesOfItsFolder() {
    String yaml =
        """
        # prefix: /no
        site:
            resource: ../src/Controller/
            prefix: '/{_locale}'
        admin:
            resource:
                path: ../src/Controller/Admin
                namespace: App\\Controller\\Admin
            prefix: /admin
        _profiler:
            resource: '@WebProfilerBundle/routing.xml'
            prefix: /_profiler
        """;

    assertThat(
            complete(
                "app/config/routes.yaml",
                yaml,
                route("GET /blog", "app/src/Controller/Blog.php"),
                route("/", "app/src/Controller/Admin/Start.php"),
                route("GET /other", "src/Controller/Other.php")))
        .containsExactly("GET /{_locale}/blog", "/admin", "GET /other");
  }

  @Test
  void allControllersHaveThePrefixOfWhatNamesThemAll() {
    String yaml = "all:\n    resource: routing.controllers\n    prefix: /v1\n";

    assertThat(
            complete(
                "config/routes/attributes.yml",
                yaml,
                route("POST /gate", "src/Gate/Open.php"),
                route("POST /gate", "legacy/Open.php")))
        .containsExactly("POST /v1/gate", "POST /gate");
    assertThat(complete("docs/routes.yaml", yaml, route("/gate", "src/Gate.php")))
        .containsExactly("/gate");
    assertThat(
            complete(
                "config/routes.yaml",
                "a:\n  resource: ../../../../src\n  prefix: /x\n",
                route("/gate", "src/Gate.php")))
        .containsExactly("/gate");
  }
}
