package ai.wikibuilder.graph.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.source.SourceText;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {
  private static Manifest read(String path, String text) {
    return ManifestReader.read(path, SourceText.of(text)).orElseThrow();
  }

  private static Manifest.Dependency run(String name, String version, int line) {
    return new Manifest.Dependency(name, version, Scope.RUN, line);
  }

  @Test
  void packageJsonGivesNameScriptsAndProgramsWithTheirLines() {
    Manifest manifest =
        read(
            "web/package.json",
            """
            {
              "name": "web",
              "bin": {"go": "x.js"},
              "scripts": {
                "test": "vitest"
              },
              "engines": {"node": ">=20"},
              "nested": {"name": "other"}
            }
            """);

    assertThat(manifest.name()).contains(new Fact("web", 2));
    assertThat(manifest.programs()).containsExactly(new Fact("go", 3));
    assertThat(manifest.commands()).containsExactly(new Manifest.Command("test", "vitest", 5));
    assertThat(manifest.runtime()).contains(new Fact("Node >=20", 7));
    assertThat(manifest.folder()).isEqualTo("web");
  }

  @Test
  void aPomGivesItsOwnNameNotTheOneOfADependency() {
    Manifest manifest =
        read(
            "pom.xml",
            """
            <project>
              <dependencies><dependency><artifactId>a</artifactId></dependency></dependencies>
              <artifactId>b</artifactId>
            </project>
            """);

    assertThat(manifest.name()).contains(new Fact("b", 3));
    assertThat(manifest.dependencies()).containsExactly(run("a", "", 2));
  }

  @Test
  void aPomCannotReadOtherFiles() {
    Manifest manifest =
        read(
            "pom.xml",
            """
            <!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <project><name>&x;</name></project>
            """);

    assertThat(manifest.name()).isEmpty();
  }

  @Test
  void pyprojectGivesProgramsAndTheVersionOfPython() {
    Manifest manifest =
        read(
            "pyproject.toml",
            """
            [project]
            name = "x"
            requires-python = ">=3.10"
            dependencies = [
              "click>=8",
            ]
            [project.scripts]
            x = "x.cli:main"
            """);

    assertThat(manifest.runtime()).contains(new Fact("Python >=3.10", 3));
    assertThat(manifest.dependencies()).containsExactly(run("click", ">=8", 5));
    assertThat(manifest.programs()).containsExactly(new Fact("x", 8));
  }

  @Test
  void tablesOfAProjectMayBeKeysWithADot() {
    Manifest manifest =
        read(
            "pyproject.toml",
            """
            [project]
            name = "x"
            optional-dependencies.dev = [ "attrs>=22" ]
            scripts."x.test" = "x.cli:main"
            scripts.x = "x.cli:main"
            """);

    assertThat(manifest.dependencies())
        .containsExactly(new Manifest.Dependency("attrs", ">=22", Scope.BUILD, 3));
    assertThat(manifest.programs()).containsExactly(new Fact("x.test", 4), new Fact("x", 5));
  }

  @Test
  void extrasAndGroupsOfPythonAreNotNeededWhenItRuns() {
    Manifest manifest =
        read(
            "pyproject.toml",
            """
            [project.optional-dependencies]
            async = ["asgiref>=3.2"]
            tests = ["pytest"]
            [dependency-groups]
            pre-commit = ["pre-commit"]
            dev = ["tox"]
            """);

    assertThat(manifest.dependencies())
        .containsExactly(
            new Manifest.Dependency("asgiref", ">=3.2", Scope.EXTRA, 2),
            new Manifest.Dependency("pytest", "", Scope.TEST, 3),
            new Manifest.Dependency("pre-commit", "", Scope.BUILD, 5),
            new Manifest.Dependency("tox", "", Scope.TEST, 6));
  }

  @Test
  void aDamagedFileGivesWhatWasReadableBefore() {
    assertThat(read("package.json", "{\"name\": \"web\", \"scripts\": {").name())
        .contains(new Fact("web", 1));
  }
}
