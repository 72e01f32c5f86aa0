package ai.wikibuilder.graph.catalogs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.graph.manifests.ManifestReader;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VersionCatalogsTest {
  private static final String CATALOG =
      """
      [versions]
      moshi = "1.15"

      [libraries]
      moshi-core = { module = "com.example:moshi", version.ref = "moshi" }
      junit_api = "org.junit:junit-api:5.11"
      scales = { group = "com.example", name = "scales", version = "2.0" }
      formatter = "com.example:formatter:3.0"

      [bundles]
      weighing = ["moshi-core", "scales"]

      [plugins]
      docs = { id = "com.example.docs", version = "4.1" }
      """;

  /** Dependencies of all manifests: scope, name and version. */
  private static List<String> resolved(Map<String, String> files) {
    VersionCatalogs catalogs = new VersionCatalogs();
    List<Manifest> manifests = new ArrayList<>();
    new TreeMap<>(files)
        .forEach((path, text) -> {
          Manifest manifest = ManifestReader.read(path, SourceText.of(text)).orElseThrow();
          manifests.add(manifest);
          catalogs.add(manifest, SourceText.of(text));
        });
    return catalogs.resolve(manifests).stream()
        .flatMap(manifest -> manifest.dependencies().stream())
        .map(one -> one.scope() + " " + one.name() + " " + one.version())
        .toList();
  }

  @Test
  void anAliasOfGradleIsTheLibraryItStandsForWithTheScopeOfTheBuild() {
    List<String> found =
        resolved(
            Map.of(
                "gradle/libs.versions.toml",
                CATALOG,
                "core/build.gradle.kts",
                """
                plugins {
                  alias(libs.plugins.docs)
                }
                dependencies {
                  api(libs.bundles.weighing)
                  testImplementation(libs.junit.api)
                  implementation(libs.unknown.one)
                }
                """));

    assertThat(found)
        .containsExactly(
            "BUILD com.example.docs 4.1",
            "RUN com.example:moshi 1.15",
            "RUN com.example:scales 2.0",
            "TEST org.junit:junit-api 5.11",
            "RUN libs.unknown.one ");
  }

  @Test
  void aCatalogThatNoBuildTakesFromKeepsWhatItLists() {
    assertThat(resolved(Map.of("gradle/libs.versions.toml", CATALOG)))
        .contains("RUN com.example:moshi 1.15", "BUILD com.example.docs 4.1");
  }

  @Test
  void aPointerOfPnpmIsTheVersionOfTheCatalogItNames() {
    List<String> found =
        resolved(
            Map.of(
                "pnpm-workspace.yaml",
                """
                packages:
                  - packages/*
                catalog:
                  "@shop/scales": ^4.1.0
                catalogs:
                  old:
                    react: 18.2.0
                """,
                "packages/a/package.json",
                """
                {
                  "name": "a",
                  "dependencies": {
                    "@shop/scales": "catalog:",
                    "react": "catalog:old",
                    "vue": "catalog:none"
                  }
                }
                """));

    assertThat(found)
        .containsExactly("RUN @shop/scales ^4.1.0", "RUN react 18.2.0", "RUN vue catalog:none");
  }
}
