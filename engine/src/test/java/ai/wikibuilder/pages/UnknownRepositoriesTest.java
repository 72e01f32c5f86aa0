package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was wrong in the first wikis of repositories that nothing had been tuned for. */
class UnknownRepositoriesTest {
  @TempDir private static Path natives;

  private static final String MIT =
      "The MIT License (MIT)\n\nPermission is hereby granted, free of charge, to any person.\n";

  private static String wiki(Map<String, String> files) {
    return ParsedWiki.words("ferry", natives, files);
  }

  /** The licence of the site of a project was told as that of the project. */
  @Test
  void theLicenceOfAPartIsNotThatOfTheWhole() {
    Map<String, String> files =
        new HashMap<>(
            Map.of(
                "go.mod",
                "module example.org/ferry\n\ngo 1.24\n",
                "main.go",
                "package main\n\nfunc main() {\n\tprintln(1)\n}\n",
                "website/package.json",
                """
                {
                  "name": "ferry-site",
                  "license": "ISC",
                  "dependencies": {
                    "vue": "^3.5.0"
                  }
                }
                """));

    assertThat(wiki(files)).contains("licensed under `ISC`");
    files.put("LICENSE", MIT);

    assertThat(wiki(files))
        .contains("licensed under MIT (`LICENSE`)")
        .doesNotContain("`ISC`")
        .doesNotContain("built with Vue");
  }

  /** “make” was cited from the line that says “cmake ..”, and the claim did not hold. */
  @Test
  void aCommandIsCitedFromTheLineThatIsNothingElse() {
    String words =
        wiki(
            Map.of(
                "README.md",
                "# ferry\n\nFerry plans crossings of a river.\n\n## Build\n\n```\ncmake ..\nmake\n```\n",
                "CMakeLists.txt",
                "project(ferry)\nadd_executable(ferry main.c)\n",
                "main.c",
                "int main(void) {\n  return 0;\n}\n"));

    assertThat(words).contains("`make` | stands in `README.md` under “Build” [README.md:9-9]");
  }

  /** “install what it needs: cargo install zellij” installs zellij itself. */
  @Test
  void installingTheProductIsNotInstallingWhatItNeeds() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # ferry

                Ferry plans crossings of a river.

                ## Install

                ```
                cargo install --locked ferry
                go install example.org/ferry/cmd/ferry@latest
                cargo install river
                ```
                """,
                "main.go",
                "package main\n\nfunc main() {\n\tprintln(1)\n}\n"));

    assertThat(words)
        .contains("get it | `cargo install --locked ferry`")
        .contains("get it | `go install example.org/ferry/cmd/ferry@latest`")
        .contains("install what it needs | `cargo install river`");
  }

  /** A head began with its attribute, which stood outside the lines it was cited from. */
  @Test
  void anAttributeIsNoPartOfAHead() {
    String words =
        wiki(
            Map.of(
                "Ferry.cs",
                """
                namespace Ferry {
                  /// <summary>Reads the forms of a harbour.</summary>
                  public static class Forms {
                    /// <summary>The shape of a berth.</summary>
                    [GeneratedRegex(BERTH)]
                    public static Regex Berth() {
                      return null;
                    }
                    /// <summary>The shape of a quay.</summary>
                    public static Regex Quay() {
                      return null;
                    }
                    /// <summary>The shape of a mole.</summary>
                    public static Regex Mole() {
                      return null;
                    }
                    /// <summary>The shape of a pier.</summary>
                    public static Regex Pier() {
                      return null;
                    }
                  }
                }
                """));

    assertThat(words).contains("`Regex Berth()`").doesNotContain("[GeneratedRegex");
  }

  /** The title stood in for the description, and the sign of a sponsor for a picture of it. */
  @Test
  void aHeadingInHtmlIsAHeading() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                <div align="center">
                  <h1>Ferry: The Modern Way Across</h1>

                  <p>
                    A quick planner of crossings, made for rivers with a tide.
                  </p>

                  <h1>Gold Friends</h1>

                  <p>
                    These companies give us much money for our boats.
                  </p>
                </div>
                """,
                "main.go",
                "package main\n\nfunc main() {\n\tprintln(1)\n}\n"));

    assertThat(words)
        .contains("“A quick planner of crossings, made for rivers with a tide.” [README.md:5-5]")
        .doesNotContain("“Ferry: The Modern Way Across”");
  }

  /** The line of the key was cited alone, and the claim did not hold. */
  @Test
  void aDescriptionOfSeveralLinesIsCitedAsAWhole() {
    assertThat(
            wiki(
                Map.of(
                    "Cargo.toml",
                    """
                    [package]
                    name = "ferry"
                    version = "1.0.0"
                    description = \"""
                    A planner of crossings that knows the tide
                    of every quay along the river.
                    \"""
                    """,
                    "src/lib.rs",
                    "pub fn sail() {}\n")))
        .contains(
            "“A planner of crossings that knows the tide of every quay along the river.” [Cargo.toml:4-6]");
  }

  /** The only words about a server were “described as ‘Spring Boot Admin’”. */
  @Test
  void aNameOfSeveralWordsIsDefinedAndIsNoDescription() {
    String words =
        ParsedWiki.words(
            "river-ferry-plan",
            natives,
            Map.of(
                "README.md",
                """
                # River Ferry Plan by [quay](https://quay.example)

                **Crossings for rivers**

                River Ferry Plan provides a page for watching and
                managing the boats of a river.
                """,
                "pom.xml",
                """
                <project>
                  <artifactId>river-ferry-plan</artifactId>
                  <description>River Ferry Plan</description>
                </project>
                """,
                "src/main/java/Ferry.java",
                "/** Sails. */\npublic class Ferry {\n  void sail() {}\n}\n"));

    assertThat(words)
        .contains(
            "“River Ferry Plan provides a page for watching and managing the boats of a river.”")
        .doesNotContain("describes it as");
  }

  private static final Map<String, String> LIBRARY =
      Map.of(
          "README.md",
          "# ferry\n\nferry is a library for crossings of a river with a tide.\n",
          "include/ferry.h",
          """
          /* Handle types. */
          typedef struct ferry_boat_s ferry_boat_t;
          typedef struct ferry_quay_s ferry_quay_t;
          typedef struct ferry_tide_s ferry_tide_t;

          int ferry_run(ferry_boat_t* boat, int mode);
          int ferry_stop(ferry_boat_t* boat);
          void ferry_rare(ferry_quay_t* quay);
          """,
          "src/core.c",
          """
          #include "ferry.h"

          int ferry_run(ferry_boat_t* boat, int mode) {
            int rest = mode;
            while (rest > 0) {
              rest = rest - 1;
            }
            return rest;
          }
          """,
          "src/stop.c",
          "#include \"ferry.h\"\n\nint ferry_stop(ferry_boat_t* boat) {\n  return 0;\n}\n",
          "test/test-run.c",
          """
          #include "ferry.h"

          int test_run(ferry_boat_t* boat) {
            ferry_run(boat, 1);
            ferry_run(boat, 2);
            return ferry_stop(boat);
          }
          """);

  /** The functions a library of C is there for were neither in its API nor among what to read. */
  @Test
  void aLibraryOfCIsReadFromWhatItsTestsCall() {
    String words = wiki(LIBRARY);

    assertThat(words)
        .contains(
            "`ferry_run`, a function of seven lines that a header offers and two lines of tests and"
                + " examples call")
        .contains("`ferry_stop`, a function of three lines that a header offers and one line of")
        .contains("* function ferry_run: int ferry_run(ferry_boat_t* boat, int mode)");
    assertThat(words.indexOf("* function ferry_run:"))
        .isLessThan(words.indexOf("* function ferry_stop:"));
  }

  /** “Handle types.” explained a boat, and the glossary took it over. */
  @Test
  void theHeadingOfAGroupOfDefinitionsIsNoWordAboutTheFirst() {
    assertThat(wiki(LIBRARY)).contains("ferry_boat_t").doesNotContain("“Handle types.”");
  }

  private static String go(String name) {
    return "package main\n\nfunc main() {\n\t" + name + "()\n}\n\nfunc " + name + "() {\n}\n";
  }

  /** A folder of three programs was “built around doSomeWork, worker and supervisor”. */
  @Test
  void aFolderOfProgramsIsToldByThem() {
    Map<String, String> files =
        new HashMap<>(
            Map.of(
                "go.mod",
                "module example.org/harbour\n\ngo 1.24\n",
                "cmd/notes.go",
                "package cmd\n\nfunc Notes() int {\n\treturn 1\n}\n",
                "cmd/quay-audit/main.go",
                go("audit"),
                "cmd/quay/main.go",
                go("sail")));
    for (int i = 0; i < 12; i++) {
      files.put("p" + i + "/p.go", "package p\n\nfunc Land() int {\n\treturn 1\n}\n");
    }
    String words = wiki(files);

    assertThat(words).contains("It holds two programs: `quay-audit` and `quay`.");
    // “docker-trust” stood before “docker”
    assertThat(words.indexOf("`quay` in `cmd/quay/main.go` can be run"))
        .isBetween(0, words.indexOf("`quay-audit` in `cmd/quay-audit/main.go` can be run"));
  }

  /** Which tests run was not told where the command is long for how it reports. */
  @Test
  void aLongCommandOfTestsIsToldWithoutHowItReports() {
    String words =
        wiki(
            Map.of(
                "Taskfile.yml",
                "version: '3'\n\ntasks:\n  test:\n    cmds:\n      - go test ./...\n",
                "main.go",
                "package main\n\nfunc main() {\n\tprintln(1)\n}\n",
                ".github/workflows/ci.yml",
                """
                name: CI
                on: push
                jobs:
                  test:
                    steps:
                      - name: Space
                        run: df -h
                      - name: Test
                        run: task test --output group --output-group-begin '::group::{{.TASK}}' --output-group-end '::endgroup::'
                """));

    assertThat(words).contains("named “CI”, runs `task test`.").doesNotContain("`df -h`");
  }

  /** A server began at “GET”, “HEAD”, “POST” and “PUT” of one path, and at a script for icons. */
  @Test
  void oneHandlerOfEveryVerbIsOneWayIn() {
    String words =
        wiki(
            Map.of(
                "pom.xml",
                "<project>\n  <artifactId>ferry</artifactId>\n</project>\n",
                "src/main/java/ferry/Boats.java",
                """
                package ferry;

                @RestController
                public class Boats {
                  @RequestMapping(path = "/boats", method = {RequestMethod.GET, RequestMethod.PUT})
                  public String all() {
                    return "";
                  }

                  @PostMapping("/boats")
                  public String add() {
                    return "";
                  }
                }
                """));

    assertThat(words)
        .contains("`GET /boats` is answered by `Boats.all`")
        .contains("`POST /boats` is answered by `Boats.add`")
        .doesNotContain("`PUT /boats` is answered by");
  }

  /** “--version” of the product was told in the words of a tool for releases. */
  @Test
  void optionsOfTheProductComeBeforeThoseOfTools() {
    String flags = "package %s\n\nimport \"github.com/spf13/pflag\"\n\nfunc init() {\n%s}\n";
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/ferry\n\ngo 1.24\n",
                "cmd/release/flags.go",
                flags.formatted(
                    "main", "\tpflag.BoolVar(&v, \"version\", false, \"Release of the notes.\")\n"),
                "internal/flags/flags.go",
                flags.formatted(
                    "flags",
                    """
                    \tpflag.BoolVar(&Version, "version", false, "Shows what it is.")
                    \tpflag.StringVar(&Quay, "quay", "", "Where to land.")
                    """)));

    assertThat(words)
        .contains("| – | `flags.go`: “Shows what it is.” [internal/flags/flags.go:6-6]");
  }

  private static String java(String pack, String type, int methods) {
    StringBuilder text =
        new StringBuilder("package " + pack + ";\n\npublic class " + type + " {\n");
    for (int i = 0; i < methods; i++) {
      text.append("  public int land%d(int at) {\n    return at + %d;\n  }\n\n".formatted(i, i));
    }
    return text + "}\n";
  }

  /** All parts of a server stood below a part called “assets”, which was one file of a tool. */
  @Test
  void oneSmallFileDoesNotLendItsFoldersNameToTheRest() {
    String pom = "<project>\n  <artifactId>%s</artifactId>\n</project>\n";
    String words =
        wiki(
            Map.of(
                "pom.xml",
                pom.formatted("ferry"),
                "src/main/front/assets/tool.js",
                "export function tool() {\n  return 1\n}\n",
                "river/pom.xml",
                pom.formatted("river"),
                "river/src/main/java/river/River.java",
                java("river", "River", 60),
                "quay/pom.xml",
                pom.formatted("quay"),
                "quay/src/main/java/quay/Quay.java",
                java("quay", "Quay", 60)));

    assertThat(words).contains("Other files").doesNotContain("[assets]");
  }

  /** Two types of one name in two packages: “`Router` builds on `Router`.” */
  @Test
  void twoOfOneNameAreNotToldAsOneThatBuildsOnItself() {
    String words =
        wiki(
            Map.of(
                "plain/Router.java",
                java("plain", "Router", 3),
                "quick/Router.java",
                java("quick", "Router", 3)
                    .replace("class Router", "class Router extends plain.Router"),
                "lake/Lake.java",
                java("lake", "Lake", 2)));

    assertThat(words).contains("one line").doesNotContain("`Router` builds on `Router`");
  }

  /** How a server is run was told nowhere, for one option of it is to be filled in. */
  @Test
  void whatRunsTheProductIsToldWithoutWhatIsToBeFilledIn() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # ferry

                Ferry plans crossings of a river.

                ## Run

                ```bash
                dotnet run --project Ferry.Server --webdir /absolute/path/to/ferry-web/dist
                dotnet pack --output /path/to/packages
                ```
                """,
                "Ferry.Server/Program.cs",
                "class Program {\n  static void Main() {\n  }\n}\n"));

    assertThat(words)
        .contains("run it | `dotnet run --project Ferry.Server` | stands in `README.md`")
        .doesNotContain("dotnet pack");
  }

  /** “Class CompositionRoot.” described a host of applications. */
  @Test
  void theFormerNameOfATypeIsNoWordAboutIt() {
    String words =
        wiki(
            Map.of(
                "Ferry.cs",
                """
                namespace Ferry {
                  /// <summary>
                  /// Class RiverRoot.
                  /// </summary>
                  public class Host {
                    public int Land(int at) {
                      return at;
                    }
                  }
                }
                """));

    assertThat(words).contains("`Host`").doesNotContain("RiverRoot");
  }

  /** What one file of C needs for itself stood first among what others lean on. */
  @Test
  void whatOnlyItsOwnFileUsesInCComesAfterWhatOthersDo() {
    String words =
        wiki(
            Map.of(
                "alone.c",
                """
                struct alone {
                  int first;
                  int second;
                };

                static int one(struct alone* at) {
                  return at->first;
                }

                static int two(struct alone* at) {
                  return at->second;
                }
                """,
                "quay.h",
                "struct quay {\n  int first;\n  int second;\n};\n",
                "boat.c",
                "#include \"quay.h\"\n\nint boat_land(struct quay* at) {\n  return at->first;\n}\n"));

    assertThat(words.indexOf("- `quay` is a struct"))
        .isBetween(0, words.indexOf("- `alone` is a struct"));
  }

  /** “POST /” of a server was “POST /Playlists”: the path stands on the class below. */
  @Test
  void aRouteHasThePathOfTheClassItsControllerIsBuiltOn() {
    String words =
        wiki(
            Map.of(
                "Base.cs",
                """
                [ApiController]
                [Route("[controller]")]
                public class BaseFerryController : ControllerBase {
                }
                """,
                "Boats.cs",
                """
                public class BoatsController : BaseFerryController {
                  [HttpGet]
                  public string All() {
                    return "";
                  }

                  [HttpGet("{id}")]
                  public string One(int id) {
                    return "";
                  }

                  [HttpGet("/health")]
                  public string Health() {
                    return "";
                  }
                }
                """,
                "Quays.cs",
                """
                [Route("piers")]
                public class QuaysController : BaseFerryController {
                  [HttpGet("open")]
                  public string Open() {
                    return "";
                  }
                }
                """));

    assertThat(words)
        .contains("`GET /Boats`", "`GET /Boats/{id}`", "`GET /health`", "`GET /piers/open`")
        .doesNotContain("`GET /`", "`GET /{id}`");
  }
}
