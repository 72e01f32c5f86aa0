package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What misled somebody who read a wiki of an unknown repository from its first page on. */
class FirstReadersTest {
  @TempDir private static Path natives;

  private static String wiki(Map<String, String> files) {
    return ParsedWiki.words("ferry", natives, files);
  }

  private static final String TIMETABLE =
      """
      package ferry;

      /** When which ferry leaves. */
      public final class Timetable {
        private final Quay quay = new Quay();

        /** The next crossing after a time. */
        public int next(int after) {
          int found = quay.first();
          while (found <= after) {
            found = found + quay.gap();
          }
          return found;
        }
      }
      """;

  private static final String QUAY =
      """
      package ferry;

      /** Where a ferry lands. */
      public final class Quay {
        /** Minutes past midnight of the first crossing. */
        public int first() {
          return 300;
        }

        /** Minutes between two crossings. */
        public int gap() {
          return 40;
        }
      }
      """;

  /** A note above the description, and a slogan before it, stood in for what the library is. */
  @Test
  void theDescriptionIsFoundBehindNotesAndSlogans() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # Ferry

                > [!NOTE]
                >
                > While Ferry is looked after, Bridge is what new ports should take today.

                Small, dry, punctual. Ferry is a timetable of crossings for harbour screens.
                """,
                "src/main/java/ferry/Timetable.java",
                TIMETABLE,
                "src/main/java/ferry/Quay.java",
                QUAY));

    assertThat(words)
        .contains("“Small, dry, punctual. Ferry is a timetable of crossings for harbour screens.”");
  }

  /** The second line of an annotation was told as the beginning of a method's head. */
  @Test
  void annotationsOfSeveralLinesAreNoPartOfAHead() {
    String words =
        wiki(
            Map.of(
                "README.md",
                "# Ferry\n\nFerry is a timetable of crossings for harbour screens.\n",
                "src/main/java/ferry/Timetable.java",
                TIMETABLE.replace(
                    "  public int next(",
                    """
                      @Bean(visible = true, description
                          = "When the next one leaves.")
                      public int next(\
                    """),
                "src/main/java/ferry/Quay.java",
                QUAY));

    assertThat(words).contains("int next(int after)").doesNotContain("next one leaves.\")");
  }

  /** The Linux kernel was introduced by how its documentation is built. */
  @Test
  void howSomethingIsBuiltIsNotWhatItIs() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # Ferry

                In order to build the handbook of the ferry, use the program of the printers.
                """,
                "src/main/java/ferry/Timetable.java",
                TIMETABLE,
                "src/main/java/ferry/Quay.java",
                QUAY));

    assertThat(words.lines().limit(6)).noneMatch(line -> line.contains("In order to build"));
  }

  /** A generator in a folder of tools was where “it starts”, and where one was to begin to read. */
  @Test
  void whatIsRunForWorkOnALibraryIsNotWhereItStarts() {
    String words =
        wiki(
            Map.of(
                "README.md",
                "# Ferry\n\nFerry is a timetable of crossings for harbour screens.\n",
                "src/main/java/ferry/Timetable.java",
                TIMETABLE,
                "src/main/java/ferry/Quay.java",
                QUAY,
                "tools/Stamp.java",
                """
                public final class Stamp {
                  public static void main(String[] args) {
                    print(args.length);
                  }

                  static void print(int count) {
                    System.out.println(count);
                  }
                }
                """));

    assertThat(words)
        .contains("It is a library: other code calls it. Beside that, one program can be run")
        .doesNotContain("It starts in `Stamp.main`")
        .doesNotContain("`Stamp.main`, where the program starts");
  }

  /** A benchmark in the middle of a library's code was the first thing to read. */
  @Test
  void whatMeasuresALibraryIsNotWhereItStarts() {
    String words =
        wiki(
            Map.of(
                "README.md",
                "# Ferry\n\nFerry is a timetable of crossings.\n\nIt has a mode for users of old harbours."
                    + "\n\nA quay is not a harbour, whatever maps say.\n",
                "pom.xml",
                """
                <project>
                  <groupId>org.example</groupId>
                  <artifactId>ferry</artifactId>
                  <dependencies>
                    <dependency>
                      <groupId>org.mockito</groupId>
                      <artifactId>mockito-core</artifactId>
                    </dependency>
                  </dependencies>
                </project>
                """,
                "src/main/java/ferry/Timetable.java",
                TIMETABLE,
                "src/main/java/ferry/Quay.java",
                QUAY,
                "src/main/java/ferry/speed/QuayBenchmark.java",
                """
                package ferry.speed;

                public final class QuayBenchmark {
                  public static void main(String[] args) {
                    System.out.println(args.length);
                  }
                }
                """));

    assertThat(words)
        .contains("It is a library: other code calls it.")
        .doesNotContain("`QuayBenchmark.main`, where the program starts")
        .doesNotContain("names its readers")
        .doesNotContain("what not to expect")
        .doesNotContain("When it runs it needs");
  }

  /** The description stood with the package that is the product, and no document told it. */
  @Test
  void thePackageWithMostOfTheCodeDescribesTheWhole() {
    String words =
        wiki(
            Map.of(
                "package.json",
                "{\"private\": true, \"workspaces\": [\"packages/*\"]}\n",
                "packages/harbour/package.json",
                """
                {"name": "harbour-core", "description": "Tells a harbour which ferry comes next",
                 "version": "1.0.0"}
                """,
                "packages/harbour/src/next.ts",
                "/** The next one. */\nexport function next(now: number): number {\n  return now + 1;\n}\n",
                "packages/badge/package.json",
                "{\"name\": \"badge\", \"description\": \"Draws a badge of the harbour\"}\n",
                "packages/badge/src/badge.ts",
                "export const badge = 1;\n"));

    assertThat(words).contains("“Tells a harbour which ferry comes next”");
  }

  /** Settings of a job called “run”, words of a message and half a test stood as commands. */
  @Test
  void continuousIntegrationRunsCommandsAndNothingElse() {
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/ferry\n\ngo 1.24\n",
                "ferry.go",
                "package ferry\n\n// Leave leaves the quay.\nfunc Leave() int {\n\treturn 1\n}\n",
                ".github/workflows/ci.yml",
                """
                name: Checks
                jobs:
                  run:
                    name: All
                    runs-on: ubuntu-latest
                    steps:
                      - run: |
                          count+=("one")
                          case "$REF" in
                            main|dev)
                              ;;
                          esac
                          BODY="Hello there,
                          this is a letter to you
                          and it ends here."
                        env:
                          REF: main
                      - run: go test -v --run='TestMail' ./mail
                """));

    assertThat(words)
        .contains("`go test ./...`")
        .contains("named “Checks”, runs `go test -v --run='TestMail' ./mail`.")
        .doesNotContain("runs-on")
        .doesNotContain("main|dev")
        .doesNotContain("a letter to you")
        .doesNotContain("count+=")
        .doesNotContain("`env:`");
  }

  /** “bun test” runs Bun's own tests and not the script of that name. */
  @Test
  void aScriptOfBunIsRunByItsName() {
    String words =
        wiki(
            Map.of(
                "package.json",
                """
                {
                  "name": "ferry",
                  "packageManager": "bun@1.2.0",
                  "scripts": {"test": "vitest --run"}
                }
                """,
                "src/leave.ts",
                """
                export const leave = async <T>(quay: T, after: number): Promise<T> => {
                  const next = wait(after)
                  await next
                  return quay
                }

                const wait = (minutes: number): Promise<void> => {
                  return new Promise((done) => setTimeout(done, minutes))
                }
                """));

    assertThat(words)
        .contains("`bun run test`")
        .doesNotContain("`bun test`")
        .contains("`leave<T>(quay: T, after: number): Promise<T>`")
        .doesNotContain("=>");
  }

  /** A repository in Rust was to be installed with pip, for the sake of its documents. */
  @Test
  void aBuildFileOfTheDocumentsDoesNotSpeakForTheCode() {
    String words =
        wiki(
            Map.of(
                "Cargo.toml",
                "[package]\nname = \"ferry\"\nversion = \"1.0.0\"\n\n[dependencies]\nserde = \"1\"\n",
                "src/lib.rs",
                "/// Leaves the quay.\npub fn leave(after: u32) -> u32 {\n    after + 40\n}\n",
                "pyproject.toml",
                """
                [project]
                name = "ferry-docs"
                requires-python = ">=3.8"
                dependencies = ["mkdocs"]
                """));

    assertThat(words)
        .contains("When it runs it needs `serde`.")
        .doesNotContain("pip install .")
        .doesNotContain("You need Python");
  }

  /** A folder of scripts had a page of its own with every function of theirs. */
  @Test
  void aFewShellScriptsAreNoPart() {
    StringBuilder timetable = new StringBuilder("package ferry;\n\nclass Long {\n");
    for (int i = 0; i < 60; i++) {
      timetable.append("  int leave").append(i).append("(int after) {\n    return after;\n  }\n");
    }
    String words =
        wiki(
            Map.of(
                "src/main/java/ferry/Timetable.java",
                TIMETABLE,
                "src/main/java/ferry/Quay.java",
                QUAY,
                "src/main/java/ferry/Long.java",
                timetable.append("}\n").toString(),
                "install.sh",
                "#!/bin/sh\n\nfetch() {\n  curl example.org\n}\n\nfetch\n"));

    assertThat(words).doesNotContain("`fetch()` is a function");
  }

  /** Of a library in one long file only its file was told: what people call stood nowhere. */
  @Test
  void methodsOfALongTypeAreToldOneByOne() {
    StringBuilder type = new StringBuilder("package ferry;\n\n/** All crossings. */\n");
    type.append("public final class Fleet {\n");
    for (String name : "board,count,delay,empty,fill,greet,hoist,join".split(",", -1)) {
      type.append("  /** Lets a ferry ").append(name).append(" at the quay. */\n  public int ");
      type.append(name).append("(\n      int after,\n      int before) {\n");
      type.append("    int sum = after;\n".repeat(25)).append("    return sum;\n  }\n\n");
    }
    String words = wiki(Map.of("src/main/java/ferry/Fleet.java", type.append("}\n").toString()));

    assertThat(words)
        .contains("| `int hoist(int after, int before)`")
        .contains("“Lets a ferry hoist at the quay.”");
  }

  /** A program that starts others had their names for commands, and its own were not known. */
  @Test
  void commandsOfRustAreThoseItTakes() {
    String words =
        wiki(
            Map.of(
                "Cargo.toml",
                "[package]\nname = \"ferry\"\nversion = \"1.0.0\"\n\n[dependencies]\nclap = \"4\"\n",
                "src/main.rs",
                """
                use clap::Parser;
                use std::process::Command;

                #[derive(Parser)]
                enum Asked {
                    /// Lands at once.
                    Land,
                    /// Waits for the tide.
                    AwaitTide(Tide),
                }

                pub struct Tide {
                    pub height: u32,
                }

                fn main() {
                    Command::new("rudder").status();
                }
                """));

    assertThat(words)
        .contains("The commands are `land` and `await-tide`.")
        .doesNotContain("command `rudder`");
  }

  /** A list of loose functions stood for a package that gives out one function and an object. */
  @Test
  void aPackageIsReadFromWhatItGivesOut() {
    String words =
        wiki(
            Map.of(
                "package.json",
                "{\"name\": \"ferry\", \"description\": \"Tickets for ferries\"}",
                "README.md",
                """
                # Ferry

                ```js
                import ferry from 'ferry'
                const boat = ferry()
                boat.land('noon')
                ```
                """,
                "index.js",
                "module.exports = require('./lib/ferry')\n",
                "lib/ferry.js",
                """
                var quay = require('./quay')
                exports = module.exports = makeFerry

                /** Makes a ferry. */
                function makeFerry () {
                  quay.land('dawn')
                  return quay
                }
                """,
                "lib/quay.js",
                """
                /** Where ferries land. */
                var quay = exports = module.exports = {}

                /** Lands a ferry. */
                quay.land = function land (time) {
                  return this.free(time)
                }

                quay.free = function free (time) {
                  return time
                }
                """));

    assertThat(words)
        .contains("`makeFerry`, a function of four lines: what other code gets of the package")
        .contains("it uses `land`")
        .contains("Two methods: `land` and `free`; told on [lib](overview).");
  }

  /** The comment of a constant was cited in the lines that read it, far below. */
  @Test
  void theWordsOfAConstantAreQuotedWhereTheyStandOrNotAtAll() {
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module ferry\n",
                "mode.go",
                """
                package main

                import "os"

                // EnvMode says in which mode ferries sail.
                const EnvMode = "FERRY_MODE"

                var a = 1
                var b = 2
                var c = 3
                var d = 4
                var e = 5
                var f = 6

                func main() {
                    println(os.Getenv(EnvMode))
                }
                """));

    assertThat(words).contains("FERRY_MODE").doesNotContain("in which mode ferries sail");
  }

  /** A text that names a dependency was counted as a file that imports it. */
  @Test
  void aTextIsNoImport() {
    String words =
        wiki(
            Map.of(
                "Cargo.toml",
                "[package]\nname = \"ferry\"\nversion = \"1.0.0\"\n\n[dependencies]\nurl = \"2\"\ntide = \"1\"\n",
                "src/main.rs",
                """
                use tide::Table;

                fn main() {
                    say(
                        "no url was given",
                    );
                }
                """));

    assertThat(words).containsPattern("`tide`.*One file").containsPattern("`url`.*–");
  }

  /** The head of a template was cited without its first line, and then could not be confirmed. */
  @Test
  void theHeadOfATemplateBeginsWithItsParameters() {
    String words =
        wiki(
            Map.of(
                "include/ferry/ferry.h",
                """
                /// Casts off from a quay.
                template <typename Quay>
                auto cast_off(Quay quay) -> Time<Quay> {
                  return quay.free();
                }
                """));

    assertThat(words).contains("[include/ferry/ferry.h:2-3]");
  }

  /** A default lines below the name of its option was said with the line of the name alone. */
  @Test
  void aDefaultIsCitedWhereItStands() {
    String words =
        wiki(
            Map.of(
                "ferry/__init__.py",
                "",
                "ferry/serve.py",
                """
                import click


                @click.command()
                @click.option(
                    "--bind-host",
                    type=str,
                    help="Address to bind to.",
                    default="quay.example",
                )
                def main(bind_host):
                    print(bind_host)
                """));

    assertThat(words)
        .containsPattern("`--bind-host` is `quay.example` unless changed\\. .ferry/serve.py:5-9.");
  }

  /** The wrapper of a build tool is left out as its tool's, and what it runs went with it. */
  @Test
  void aWrapperThatIsNotReadIsRunAllTheSame() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # Ferry

                Ferry is an application that plans crossings.

                ## Run it

                ```bash
                ./mvnw spring-boot:run
                ./mvnw spring-boot:build-image
                ./tools/absent.sh
                ```
                """,
                "pom.xml",
                "<project><groupId>a</groupId><artifactId>ferry</artifactId><version>1</version></project>\n",
                "src/main/java/a/Ferry.java",
                "package a;\n\n/** Sails. */\npublic class Ferry {\n  void sail() {}\n}\n"));

    assertThat(words)
        .containsPattern("run it.*`./mvnw spring-boot:run`")
        .containsPattern("use it.*`./mvnw spring-boot:build-image`")
        .doesNotContain("absent.sh");
  }

  /**
   * A command on several lines was taken for several, and what stood further below was not cited.
   */
  @Test
  void pipelinesAndImagesAreToldWholeAndCitedWhereTheyStand() {
    String words =
        wiki(
            Map.of(
                "build.gradle.kts",
                "plugins { java }\n",
                "src/main/java/a/Ferry.java",
                "package a;\n\n/** Sails. */\npublic class Ferry {\n  void sail() {}\n}\n",
                "Dockerfile",
                """
                FROM tide:1 AS build
                FROM moon:1
                FROM sun:1
                FROM build AS check
                FROM star:1
                FROM moon:1
                FROM wind:1
                """,
                ".github/workflows/ci.yml",
                """
                name: Crossing
                jobs:
                  one:
                    steps:
                      - run: >
                          ./gradlew
                          build
                          --stacktrace
                      - run: ./gradlew spotlessCheck
                """));

    assertThat(words)
        .contains("`./gradlew build --stacktrace` and `./gradlew spotlessCheck`")
        .contains("[.github/workflows/ci.yml:6-8]")
        .contains("`./gradlew check`")
        .contains("`tide:1`, `moon:1`, `sun:1` and two more")
        .contains("[Dockerfile:5-5]")
        .doesNotContain("`build`,");
  }
}
