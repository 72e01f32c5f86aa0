package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What misled on wikis of applications, read by someone who has to work there tomorrow. */
class ApplicationsTest {
  @TempDir private static Path natives;

  private static final String AGPL =
      """
                          GNU AFFERO GENERAL PUBLIC LICENSE
                             Version 3, 19 November 2007
      """;

  private static final String SHOP =
      """
      package shop;

      public class Shop {
        public int open(int day) {
          return day + 1;
        }
      }
      """;

  private static String wiki(Map<String, String> files) {
    return ParsedWiki.words("ferry", natives, files);
  }

  /** Two applications were licensed under ISC, which {@code npm init} had written. */
  @Test
  void theFileOfTheLicenceSaysMoreThanABuildFileThatContradictsIt() {
    String script = "export function open(day) {\n  return day + 1;\n}\n";

    assertThat(
            wiki(
                Map.of(
                    "LICENSE", AGPL,
                    "package.json", "{\"name\": \"ferry\", \"license\": \"ISC\"}",
                    "src/shop.js", script)))
        .contains("licensed under AGPL (`LICENSE`)")
        .doesNotContain("ISC");
    assertThat(
            wiki(
                Map.of(
                    "LICENSE",
                    AGPL,
                    "package.json",
                    "{\"name\": \"ferry\", \"license\": \"AGPL-3.0-or-later\"}",
                    "src/shop.js",
                    script)))
        .contains("licensed under `AGPL-3.0-or-later`");
  }

  /** Instructions, money and a network were told as the readers of four applications. */
  @Test
  void onlyASentenceAboutTheProductNamesItsReaders() {
    String readme =
        """
        # Ferry

        Ferry plans the crossings of a harbour.

        The instructions below are for developers to get started. The answer is simple: yes, \
        even if the licence is not ideal for that. Decks, berths and lots more: Ferry is built for \
        islands. At the end this is free software made by people in their own time.

        %s
        """;

    assertThat(wiki(Map.of("README.md", readme.formatted(""), "src/Shop.java", SHOP)))
        .doesNotContain("names its readers");
    assertThat(
            wiki(
                Map.of(
                    "README.md",
                    readme.formatted("This project is for people who run a small harbour."),
                    "src/Shop.java",
                    SHOP)))
        .contains("names its readers: “This project is for people who run a small harbour.”");
  }

  /** A package of npm was imported by 230 files of Go, because it was called like the module. */
  @Test
  void aDependencyIsImportedByFilesOfItsOwnLanguageOnly() {
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/ferry\n\ngo 1.24\n",
                "core/core.go",
                "package core\n\n// Tide is a tide.\nfunc Tide() int {\n\treturn 1\n}\n",
                "main.go",
                """
                package main

                import (
                \t"example.org/ferry/core"
                )

                func main() {
                \tcore.Tide()
                }
                """,
                "ui/package.json",
                "{\"name\": \"ui\", \"dependencies\": {\"ferry\": \"^1.0.0\"}}",
                "ui/src/app.js",
                "import Ferry from 'ferry';\n\nexport function app() {\n  return new Ferry();\n}\n"));

    assertThat(words).containsPattern("`ferry` .*One file").doesNotContainPattern("`ferry` .*wo f");
  }

  /** A book's examples of Ansible were “built with Express”, by one example among fifty. */
  @Test
  void aFrameworkOfASmallExampleIsNotWhatTheWholeIsBuiltWith() {
    StringBuilder inventory = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      inventory.append("def host_").append(i).append("():\n    return ").append(i).append("\n\n\n");
    }
    String words =
        wiki(
            Map.of(
                "setup.py",
                "from setuptools import setup\nsetup(name='ferry', install_requires=['flask'])\n",
                "inventory/hosts.py",
                inventory.toString(),
                "node/app/package.json",
                "{\"name\": \"app\", \"dependencies\": {\"express\": \"4\"}}",
                "node/app/app.js",
                "var app = require('express')();\napp.get('/', hello);\n"));

    assertThat(words).doesNotContain("Express");
  }

  /** Of eight services the one that watches the others was “where the program starts”. */
  @Test
  void ofSeveralProgramsTheOneThatADocumentRunsOrThatAnswersComesFirst() {
    String main =
        """
        package ferry.%1$s;

        public class %2$s {
          public static void main(String[] args) {
            System.out.println("%2$s");
          }
        }
        """;
    Map<String, String> files =
        new java.util.TreeMap<>(
            Map.of(
                "pom.xml",
                "<project><artifactId>all</artifactId></project>",
                "admin/pom.xml",
                "<project><artifactId>admin</artifactId></project>",
                "admin/src/main/java/ferry/admin/Admin.java",
                main.formatted("admin", "Admin"),
                "quays/pom.xml",
                "<project><artifactId>quays</artifactId></project>",
                "quays/src/main/java/ferry/quays/Quays.java",
                main.formatted("quays", "Quays"),
                "quays/src/main/java/ferry/quays/QuayPages.java",
                """
                package ferry.quays;

                @RestController
                public class QuayPages {
                  @GetMapping("/quays")
                  public String all() {
                    return "";
                  }
                }
                """));

    assertThat(wiki(files))
        .contains("`Quays.main`, where one of its programs starts")
        .doesNotContain("where the program starts");

    files.put("README.md", "# Harbour\n\n```sh\n./mvnw spring-boot:run -pl admin\n```\n");

    assertThat(wiki(files)).contains("`Admin.main`, where one of its programs starts");
  }

  /** A generator of types was where a server started. */
  @Test
  void aProgramBelowInternalIsRunForWorkOnTheProduct() {
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/ferry\n",
                "ferry.go",
                "package ferry\n\n// Tide is a tide.\nfunc Tide() int {\n\treturn 1\n}\n",
                "plugins/js/internal/types/types.go",
                "package main\n\nfunc main() {\n\twrite()\n}\n\nfunc write() {\n}\n"));

    assertThat(words)
        .doesNotContain("It starts in `main`")
        .doesNotContain("where the program starts");
  }

  /** A key with a default was told to be required, because its default may not be shown. */
  @Test
  void aKeyWhoseVariableHasADefaultIsNotRequired() {
    String words =
        wiki(
            Map.of(
                "pom.xml",
                "<project><artifactId>ferry</artifactId></project>",
                "src/main/java/shop/Shop.java",
                SHOP,
                "src/main/resources/application.yml",
                """
                ferry:
                  api-key: ${FERRY_API_KEY:demo}
                  harbour: ${FERRY_HARBOUR}
                """));

    assertThat(words)
        .contains("from `FERRY_API_KEY`, which has a default")
        .contains("required, from `FERRY_HARBOUR`")
        .contains("One value is stated without a default; what reads it needs it given");
  }

  /** A check of style, one module and a database were “how the tests are run”. */
  @Test
  void testsOfThePipelineAreThoseOfTheWhole() {
    String words =
        wiki(
            Map.of(
                "build.gradle",
                "plugins { id 'java' }\n",
                "src/main/java/shop/Shop.java",
                SHOP,
                ".github/workflows/ci.yml",
                """
                name: CI
                jobs:
                  all:
                    steps:
                      - run: ./gradlew :build-logic:convention:check
                      - run: |
                          mysql -uroot -e "CREATE DATABASE ferry_test"
                          npx playwright test
                          ./gradlew testDemoDebugUnitTest
                """));

    assertThat(words)
        .containsPattern("test it \\| `\\./gradlew testDemoDebugUnitTest`")
        .doesNotContain("the tests by `./gradlew :build-logic")
        .doesNotContain("mysql");
  }

  /** The only program of a web application of Phoenix was the window of its desktop version. */
  @Test
  void anApplicationOfElixirIsAProgram() {
    String words =
        wiki(
            Map.of(
                "mix.exs",
                "defmodule Ferry.MixProject do\n  use Mix.Project\nend\n",
                "lib/ferry/application.ex",
                """
                defmodule Ferry.Application do
                  use Application

                  def start(_type, _args) do
                    Supervisor.start_link([], strategy: :one_for_one)
                  end
                end
                """,
                "lib/ferry_web/router.ex",
                """
                defmodule FerryWeb.Router do
                  scope "/api", FerryWeb do
                    get "/quays", QuayController, :index
                  end
                end
                """));

    assertThat(words)
        .contains("`Ferry.Application` in `lib/ferry/application.ex` can be run as a program")
        .contains("`GET /api/quays`");
  }

  /** Of eight services seven were told, and of files that are indented by four none. */
  @Test
  void aServiceMayHaveADotAndAnAnchorAndStandDeeper() {
    String words =
        wiki(
            Map.of(
                "src/Shop.java",
                SHOP,
                "docker-compose.yml",
                """
                services:
                    # what people see
                    ferry.web: &app
                        image: harbour/ferry
                        depends_on:
                            - tides
                    tides:
                        image: postgres:17
                volumes:
                    kept:
                """));

    assertThat(words)
        .contains("starts two services: `ferry.web` and `tides`")
        .contains("`ferry.web` needs `tides`");
  }

  /** “Learn how this app was designed” and “Update .env.example” were what things are. */
  @Test
  void aRequestIsNoDescriptionAndAListIsNotBegun() {
    String readme =
        """
        # Ferry

        %s

        Nothing else is told in this place, because everything has a place of its own.
        """;
    String words =
        wiki(
            Map.of(
                "README.md",
                readme.formatted(
                    "Ferry is an open backend for small harbours that includes:\n\n- tides\n- berths"),
                "package.json",
                "{\"name\": \"ferry\", \"workspaces\": [\"packages/*\"]}",
                "packages/berths/package.json",
                "{\"name\": \"berths\"}",
                "packages/berths/README.md",
                readme.formatted(
                    "Update the .env.example file found in the root with your own keys."),
                "packages/berths/src/berths.js",
                "export function berth(day) {\n  return day + 1;\n}\n",
                "packages/quays/package.json",
                "{\"name\": \"quays\"}",
                "packages/quays/src/quays.js",
                "export function quay(day) {\n  return day + 1;\n}\n"));

    assertThat(words)
        .contains("“Ferry is an open backend for small harbours”")
        .doesNotContain("“Update the");
    assertThat(
            wiki(
                Map.of(
                    "README.md",
                    readme.formatted("Learn how this application was designed in its case study."),
                    "src/Shop.java",
                    SHOP)))
        .doesNotContain("“Learn how");
  }
}
