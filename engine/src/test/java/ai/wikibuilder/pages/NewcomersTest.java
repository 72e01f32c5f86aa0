package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What misled on wikis of servers, editors, feed readers and a client of HTTP, read as a newcomer.
 */
class NewcomersTest {
  @TempDir private static Path natives;

  private static String wiki(Map<String, String> files) {
    return ParsedWiki.words("post", natives, files);
  }

  /** An editor's loader stood before the editor: its folder comes first in the alphabet. */
  @Test
  void theProgramThatPutsThePartsTogetherComesFirst() {
    String words =
        wiki(
            Map.of(
                "Cargo.toml",
                "[workspace]\nmembers = [\"post-loader\", \"post-term\"]\n",
                "post-loader/Cargo.toml",
                "[package]\nname = \"post-loader\"\n[[bin]]\nname = \"pl\"\npath = \"src/main.rs\"\n",
                "post-loader/src/main.rs",
                "fn main() {}\n",
                "post-loader/src/lib.rs",
                "pub fn load_grammar() -> u32 {\n    1\n}\n",
                "post-term/Cargo.toml",
                """
                [package]
                name = "post-term"
                [[bin]]
                name = "pt"
                path = "src/main.rs"
                [dependencies]
                post-loader = { path = "../post-loader" }
                """,
                "post-term/src/main.rs",
                "use post_loader::load_grammar;\nfn main() {\n    load_grammar();\n}\n"));

    assertThat(words.indexOf("Installing it gives the command `pt`"))
        .isPositive()
        .isLessThan(words.indexOf("Installing it gives the command `pl`"));
    assertThat(words.indexOf("`main` in `post-term/src/main.rs` can be run"))
        .isPositive()
        .isLessThan(words.indexOf("`main` in `post-loader/src/main.rs` can be run"));
  }

  /** Patterns for a highlighter made an editor one “written in Rust and Scheme”. */
  @Test
  void patternsOfTreeSitterAreNoScheme() {
    String words =
        wiki(
            Map.of(
                "Cargo.toml",
                "[package]\nname = \"post\"\n",
                "src/main.rs",
                "fn main() {}\n",
                "queries/rust/highlights.scm",
                "(call)\n".repeat(60)));

    assertThat(words).contains("It is written in Rust.").doesNotContain("Scheme");
  }

  /** What checks the code was told as its tests; what cleans up after them too. */
  @Test
  void whatContinuousIntegrationTestsIsNoCheckAndNoUpload() {
    String words =
        wiki(
            Map.of(
                "Cargo.toml",
                "[package]\nname = \"post\"\n",
                "src/main.rs",
                "fn main() {}\n",
                ".github/workflows/ci.yml",
                """
                name: CI
                jobs:
                  a:
                    steps:
                      - run: cargo check
                      - run: ./docs/scripts/verify.sh docs
                      - run: ./fixtures/upload-test-images.sh
                      - run: cargo test --workspace
                """));

    assertThat(words)
        .contains("Continuous integration runs the tests by `cargo test --workspace`.");
  }

  /** Of a server the generator of its documents was where it “starts”. */
  @Test
  void theProgramCalledLikeTheRepositoryComesBeforeOnesNearerToTheRoot() {
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/post\n\ngo 1.24\n",
                "post.go",
                "package post\n\nfunc Weigh(grams int) int {\n\treturn grams\n}\n",
                "generate.go",
                "//go:build ignore\n\npackage main\n\nfunc main() {}\n",
                "ship/ship.go",
                "package main\n\nfunc main() {}\n",
                "cmd/post/post.go",
                "package main\n\nimport \"example.org/post\"\n\nfunc main() {\n\tpost.Weigh(1)\n}\n"));

    assertThat(words.indexOf("`post` in `cmd/post/post.go` can be run as a program"))
        .isPositive()
        .isLessThan(words.indexOf("`ship` in `ship/ship.go` can be run as a program"));
    assertThat(words).contains("Work reaches it through two programs.");
  }

  /** A library “was reached through one program”: a module that also runs alone, to try it. */
  @Test
  void aModuleOfAPackageThatRunsToTryItIsNoProgram() {
    String words =
        wiki(
            Map.of(
                "post/__init__.py",
                "\"\"\"Carries letters.\"\"\"\n",
                "post/carriers/__init__.py",
                "",
                "post/carriers/pigeon.py",
                """
                class Pigeon:
                    \"\"\"Flies.\"\"\"

                    def fly(self):
                        return 1


                if __name__ == "__main__":
                    Pigeon().fly()
                """));

    assertThat(words).contains("It is a library").doesNotContain("Work reaches it through");
  }

  /** The first call of a server was told that only failures make. */
  @Test
  void whatItFirstCallsIsWhatItAlwaysCalls() {
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/post\n\ngo 1.24\n",
                "main.go",
                """
                package main

                func main() {
                	if broken() {
                		giveUp()
                	}
                	serve()
                }
                """,
                "serve.go",
                """
                package main

                func giveUp() {}

                func serve() {}
                """));

    assertThat(words).contains("It starts in `main`, which first calls `serve`.");
  }

  /** Commands of Django were no commands; lists of routes lacked what they are included under. */
  @Test
  void djangoGivesItsCommandsAndWholePaths() {
    String words =
        wiki(
            Map.of(
                "hc/front/urls.py",
                """
                from django.urls import include, path

                from hc.front import views

                check_urls = [
                    path("name/", views.update_name),
                ]

                urlpatterns = [
                    path("checks/<uuid:code>/", include(check_urls)),
                    path("about/", views.about),
                ]
                """,
                "hc/front/views.py",
                "def update_name(request):\n    return 1\n\n\ndef about(request):\n    return 2\n",
                "hc/front/management/commands/sendalerts.py",
                """
                class Command(BaseCommand):
                    help = "Sends mail about what is late"

                    def handle(self, **options):
                        return 1
                """));

    assertThat(words)
        .contains("checks/<uuid:code>/name/")
        .contains("The command `sendalerts` runs `Command.handle`.")
        .contains("“Sends mail about what is late”")
        .doesNotContain("`/name/`");
  }

  /** A module without ties said so in two paragraphs; a path of no name had a client. */
  @Test
  void oneSentenceSaysThatAModuleStandsAlone() {
    String words =
        wiki(
            Map.of(
                "src/alone.ts",
                "export function weigh(grams: number) {\n  return grams;\n}\n",
                "lib/other.ts",
                "export function carry(grams: number) {\n  return grams * 2;\n}\n"));

    assertThat(words)
        .contains("leans on no other part, and none refers to it.")
        .doesNotContain("No other part refers to");
  }

  /** What once changed a table was told as its owner. */
  @Test
  void aMigrationOwnsNoTable() {
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/post\n\ngo 1.24\n",
                "schema.sql",
                "CREATE TABLE parcels (id int, grams int);\n",
                "db/migrations/one.go",
                """
                package migrations

                func One(tx *sql.Tx) {
                	tx.Exec("UPDATE parcels SET grams = 1")
                }

                func Two(tx *sql.Tx) {
                	tx.Exec("UPDATE parcels SET grams = 2")
                }

                func Three(tx *sql.Tx) {
                	tx.Exec("UPDATE parcels SET grams = 3")
                }
                """,
                "store/store.go",
                """
                package store

                func Weigh(tx *sql.Tx) {
                	tx.Exec("UPDATE parcels SET grams = 4")
                }

                func Clear() {}
                """,
                "app/app.go",
                "package app\n\nimport \"example.org/post/store\"\n\nfunc Run() {\n\tstore.Clear()\n}\n"));

    assertThat(words).doesNotContain("reaches the table");
  }

  /** Of a command line the names of commands were all that was told of them. */
  @Test
  void aCommandIsToldByWhatItsHelpSays() {
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/post\n\ngo 1.24\n\nrequire github.com/spf13/cobra v1.8.0\n",
                "cmd/weigh.go",
                """
                package cmd

                import "github.com/spf13/cobra"

                var weigh = &cobra.Command{
                	Use:   "weigh",
                	Short: "Tell the weight of a parcel",
                	Run: func(cmd *cobra.Command, args []string) {
                	},
                }
                """));

    assertThat(words)
        .contains("The command `weigh`.")
        .contains("“Tell the weight of a parcel” [cmd/weigh.go:7-7]");
  }

  /** A heading of a README was the name of the repository, because its title is a picture. */
  @Test
  void aHeadingOfAnyReadmeIsNoName() {
    String words =
        ParsedWiki.words(
            "repo",
            natives,
            Map.of(
                "README.md",
                "# Features\n\nCarries letters over the sea.\n",
                "a/ship.py",
                "from b.quay import Quay\n\n\nclass Ship(Quay):\n    pass\n",
                "b/quay.py",
                "class Quay:\n    pass\n"));

    assertThat(words).doesNotContain("The parts of Features");
  }

  /** A compose file that a document tells to start was no evidence of what is started. */
  @Test
  void whatIsComposedIsToldWhereADocumentStartsIt() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # Post

                Carries letters over the sea and back.

                ## Start

                ```shell
                docker compose up -d
                ```

                ## Updating

                ```shell
                docker compose up --force-recreate -d
                ```
                """,
                "docker-compose.yml",
                "services:\n  post:\n    image: post\n  db:\n    image: postgres:16\n",
                "post.py",
                "class Ship:\n    pass\n"));

    assertThat(words)
        .contains("starts `post` and `db`; stands in `README.md` under “Start”")
        .doesNotContain("--force-recreate");
  }

  /** “It is not a testing library”, said of a part below its heading, was told of the client. */
  @Test
  void whatIsSaidBelowTheHeadingOfAPartIsNotSaidOfTheProduct() {
    Map<String, String> code = Map.of("post.py", "class Ship:\n    pass\n");
    String part = "# Post\n\nPost carries letters.\n\n## Harbour\n\nIt is not a whole library.\n";
    String whole = "# Post\n\nPost carries letters.\n\n## Scope\n\nIt is not a whole library.\n";

    assertThat(wiki(with(code, "README.md", part))).doesNotContain("what not to expect");
    assertThat(wiki(with(code, "README.md", whole))).contains("what not to expect");
  }

  /** A shell's {@code apt update} was an example, because a method is called so. */
  @Test
  void oneEverydayWordMakesNoExample() {
    Map<String, String> code = Map.of("post.py", "def update(ship):\n    return ship\n");
    String readme = "# Post\n\nPost carries letters.\n\n```\nfirst things\nsudo update all\n```\n";

    assertThat(wiki(with(code, "README.md", readme))).doesNotContain("The example in");
  }

  private static Map<String, String> with(Map<String, String> files, String path, String text) {
    Map<String, String> result = new TreeMap<>(files);
    result.put(path, text);
    return result;
  }

  /** The word of a glossary was explained by “Deprecated: use …”. */
  @Test
  void whatIsDeprecatedExplainsNoWord() {
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/post\n\ngo 1.24\n",
                "post.go",
                """
                package post

                // Deprecated: use types.ParcelRef.
                type ParcelRef struct {
                	ID string
                }

                // ParcelView is what people see of a parcel on their way.
                type ParcelView struct {
                	ID string
                }

                // ParcelStore keeps them.
                type ParcelStore struct {
                	ID string
                }
                """));

    assertThat(words)
        .contains("**Parcel**, in `ParcelView`")
        .doesNotContain("**Parcel**, in `ParcelRef`");
  }

  /** Helpers of tests in a folder {@code t} were a part of a library. */
  @Test
  void aFolderOfTestsMayBeCalledByOneLetter() {
    String words =
        wiki(
            Map.of(
                "post/ship.py",
                "class Ship:\n    pass\n",
                "post/quay.py",
                "from post.ship import Ship\n\n\nclass Quay(Ship):\n    pass\n",
                "t/mocks.py",
                "class ShipMock:\n    pass\n"));

    assertThat(words).doesNotContain("ShipMock");
  }
}
