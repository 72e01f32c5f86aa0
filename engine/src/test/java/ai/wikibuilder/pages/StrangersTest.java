package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What misled on wikis of repositories that nobody had looked at before. */
class StrangersTest {
  @TempDir private static Path natives;

  private static String wiki(Map<String, String> files) {
    return ParsedWiki.words("tide", natives, files);
  }

  /** The README's way to start the server was left out: it sets how much it logs. */
  @Test
  void aCommandMaySetAVariableForItself() {
    String words =
        wiki(
            Map.of(
                "README.md",
                "# tide\n\n## Running\n\n```\nTIDE_LOG=debug cargo run --bin tide-server\n```\n",
                "Cargo.toml",
                "[package]\nname = \"tide\"\n",
                "src/main.rs",
                "fn main() {}\n"));

    assertThat(words).contains("| run it | `TIDE_LOG=debug cargo run --bin tide-server` |");
  }

  /** “install what it needs: go install …/tide/v2@latest”, “check it: docker run …/tide”. */
  @Test
  void whatFetchesOrStartsTheProductItselfIsTakenForThat() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # tide

                ## Installing

                ```
                go install example.org/harbour/tide/v2@latest
                docker run --rm -v "$PWD:/mnt" harbour/tide:stable lint.txt
                ```
                """,
                "go.mod",
                "module example.org/harbour/tide/v2\n\ngo 1.24\n",
                "main.go",
                "package main\n\nfunc main() {}\n"));

    assertThat(words)
        .contains("| get it | `go install example.org/harbour/tide/v2@latest` |")
        .contains("| run it | `docker run --rm -v \"$PWD:/mnt\" harbour/tide:stable lint.txt` |");
  }

  /** “Continuous integration runs the tests by `test -d _editor || {`.” */
  @Test
  void aQuestionOfTheShellIsNoTest() {
    String words =
        wiki(
            Map.of(
                "Makefile",
                "test:\n\tnpx run-all\n",
                "index.js",
                "export function weigh(grams) {\n  return grams;\n}\n",
                ".github/workflows/ci.yml",
                """
                name: CI
                jobs:
                  a:
                    steps:
                      - run: |
                          test -d _editor || {
                            mkdir _editor
                          }
                          make test
                          docker cp tests:/app/report.xml ./report.xml
                """));

    assertThat(words).contains("Continuous integration runs the tests by `make test`.");
  }

  /**
   * Of a library of C++ the first page said “written in C”, and a class was “named by 127 lines”
   * that ask traits of the standard library for their value.
   */
  @Test
  void headersOfCppAreCppAndTheValueOfATraitIsNoTypeOfThatName() {
    String words =
        wiki(
            Map.of(
                "CMakeLists.txt",
                "project(tide)\n",
                "include/tide/value.h",
                "#pragma once\nnamespace tide {\nclass value {\n public:\n  int level();\n};\n}\n",
                "include/tide/gauge.h",
                """
                #pragma once
                #include <type_traits>
                #include "value.h"
                namespace tide {
                template <typename T, typename U,
                          std::enable_if_t<std::is_same<T, U>::value, int> = 0>
                int read(T t) { return 1; }
                template <typename T>
                struct plain : std::integral_constant<bool, std::is_convertible<T, int>::value> {};
                }
                """));

    assertThat(words)
        .contains("It is written in C++.")
        .contains("94 % C++")
        .doesNotContain("elsewhere name")
        .doesNotContain("file name it")
        .doesNotContain("names it");
  }

  /** A chart was “Helm must be installed to use the charts”, samples were their licence. */
  @Test
  void whatIsNeededAndWhatIsAllowedDescribesNothing() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # Tide

                ## Usage

                [Helm](https://helm.example) must be installed to use the charts. Please refer to it.

                ## License

                To the extent possible under law, the authors have dedicated all copyright to the public.
                """,
                "charts/tide/Chart.yaml",
                "name: tide\ndescription: Tide tables for every harbour of the coast\nversion: 1.0.0\n",
                "charts/tide/values.yaml",
                "replicas: 1\n"));

    assertThat(words)
        .contains("describes it: “Tide tables for every harbour of the coast”")
        .doesNotContain("> “Helm must be installed")
        .doesNotContain("> “To the extent");
  }

  /** “scripts: “scripts/install - Install dependencies in a virtual environment.”” */
  @Test
  void anItemOfAListSaysNothingOfTheWholeFolder() {
    String words =
        wiki(
            Map.of(
                "README.md",
                "# tide\n",
                "scripts/README.md",
                "# Scripts\n\n* `scripts/weigh` - Weighs all the gauges of a harbour.\n",
                "scripts/weigh.py",
                "def weigh(grams):\n    return grams\n",
                "scripts/count.py",
                "def count(ships):\n    return ships\n"));

    assertThat(words).doesNotContain("(two files): “scripts/weigh");
  }

  /** Of a library of C its API was “reached through one program”: a tool that makes a page. */
  @Test
  void aToolBesideALibraryIsNoWayToIt() {
    String words =
        wiki(
            Map.of(
                "CMakeLists.txt",
                "project(tide C)\nadd_library(tide src/tide.c)\n",
                "include/tide.h",
                "int tide_level(int harbour);\n",
                "src/tide.c",
                "#include \"tide.h\"\nint tide_level(int harbour) {\n"
                    + "  harbour += 1;\n".repeat(60)
                    + "  return harbour;\n}\n",
                "tools/page.py",
                "def page():\n    print(1)\n\nif __name__ == '__main__':\n    page()\n"));

    assertThat(words)
        .contains("Other code uses it by its names. Beside that, one program can be run by hand.")
        .doesNotContain("From outside it is reached");
  }

  /**
   * “use it: rake” was the name of a plugin in a list; what a list item says to type was not read.
   */
  @Test
  void aNameInAListIsNoCommandAndAnAnnouncedOneIs() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # tide

                ## Installing

                * Install what it needs: `npm install --legacy-peer-deps`
                * See `npm audit` for more

                ## Enabling

                ```
                plugins=(
                  git
                  rake
                )
                ```
                """,
                "package.json",
                "{\"name\": \"tide\"}\n",
                "index.js",
                "export function weigh(grams) {\n  return grams;\n}\n"));

    assertThat(words)
        .contains("| install what it needs | `npm install --legacy-peer-deps` |")
        .doesNotContain("| `rake` |")
        .doesNotContain("| `npm audit` |");
  }

  /** The commands of a README in AsciiDoc were not read, its links were quoted with addresses. */
  @Test
  void aReadmeInAsciiDocIsReadLikeOneInMarkdown() {
    String words =
        wiki(
            Map.of(
                "README.adoc",
                """
                = Tide

                Tide is the https://git.example/harbour[harbour] server for tables of the coast.

                === Building from Source

                [indent=0]
                ----
                ./gradlew assembleTide

                ./gradlew checkTide
                ----
                """,
                "build.gradle",
                "plugins { id 'java' }\n",
                "gradlew",
                "#!/bin/sh\n",
                "src/main/java/org/tide/Gauge.java",
                "package org.tide;\n\npublic class Gauge {\n  public int level() {\n    return 1;\n  }\n}\n"));

    assertThat(words)
        .contains("“Tide is the harbour server for tables of the coast.”")
        .contains("`./gradlew assembleTide` | stands in `README.adoc` under “Building from Source”")
        .contains("`./gradlew checkTide`");
  }
}
