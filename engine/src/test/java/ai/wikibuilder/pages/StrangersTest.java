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
}
