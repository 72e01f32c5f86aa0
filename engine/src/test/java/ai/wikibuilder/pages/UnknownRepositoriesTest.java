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
                "{\n  \"name\": \"ferry-site\",\n  \"license\": \"ISC\",\n  \"dependencies\": {\n"
                    + "    \"vue\": \"^3.5.0\"\n  }\n}\n"));

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
                "<project>\n  <artifactId>river-ferry-plan</artifactId>\n"
                    + "  <description>River Ferry Plan</description>\n</project>\n",
                "src/main/java/Ferry.java",
                "/** Sails. */\npublic class Ferry {\n  void sail() {}\n}\n"));

    assertThat(words)
        .contains(
            "“River Ferry Plan provides a page for watching and managing the boats of a river.”")
        .doesNotContain("describes it as");
  }
}
