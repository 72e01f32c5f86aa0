package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers missed on wikis of applications for the web, of tools and of charts. */
class WebKindsTest {
  @TempDir private static Path natives;

  private static String wiki(Map<String, String> files) {
    return ParsedWiki.words("post", natives, files);
  }

  /** All routes of an application were answered by {@code routes.rb}. */
  @Test
  void routesOfRailsAreAnsweredByTheirControllers() {
    String words =
        wiki(
            Map.of(
                "config/routes.rb",
                """
                Rails.application.routes.draw do
                  root to: "parcels#index"
                  get "/old", to: redirect("/parcels")
                  namespace :mod do
                    resources :parcels do
                      post "lose"
                    end
                  end
                end
                """,
                "app/controllers/parcels_controller.rb",
                """
                class ParcelsController
                  # Lists the parcels of one day.
                  def index
                  end
                end
                """,
                "app/controllers/mod/parcels_controller.rb",
                """
                # Parcels as a moderator sees them.
                class ParcelsController
                  # Says that a parcel is lost.
                  def lose
                  end
                end
                """));

    assertThat(words)
        .contains("`GET /` is answered by `ParcelsController.index`")
        .contains("“Lists the parcels of one day.”")
        .contains("`POST /mod/parcels/:parcel_id/lose`")
        .contains("“Says that a parcel is lost.”")
        .contains("`redirect(\"/parcels\")`");
  }

  /** A Django view was {@code as_view}, and nothing was said of it. */
  @Test
  void viewsOfDjangoSayWhatTheyAre() {
    String words =
        wiki(
            Map.of(
                "shop/urls.py",
                """
                from shop.views import ParcelView
                urlpatterns = [
                    path("parcels/", ParcelView.as_view()),
                    path("scans/", scans),
                ]
                """,
                "shop/views.py",
                """
                class ParcelView(View):
                    \"\"\"Shows all parcels of a shop.\"\"\"
                    def get(self, request):
                        return None
                """));

    assertThat(words)
        .contains("`/parcels/` is answered by `ParcelView`")
        .contains("“Shows all parcels of a shop.”");
  }

  /** A command was called {@code main}, and its options said nothing. */
  @Test
  void aCommandOfPythonIsCalledAsItIsInstalledAndItsOptionsSayWhatTheyDo() {
    String words =
        wiki(
            Map.of(
                "pyproject.toml",
                """
                [project]
                name = "tide-tables"
                description = "A command that prints the tides of any harbour."
                dependencies = ["click", "pyyaml", "python-slugify", "Pillow"]
                [project.scripts]
                tide = "tides.__main__:main"
                """,
                "tides/cli.py",
                """
                import click
                import yaml
                from PIL import Image
                from slugify import slugify

                @click.command()
                @click.option(
                    '--harbour',
                    default='quay',
                    help='Name of the harbour to print the tides of. '
                    'Any will do.',
                )
                @click.option('--quiet', is_flag=True)
                @click.option('-d', '--days', help='How many days are printed')
                def main(harbour, quiet, days):
                    \"\"\"Prints tides.\"\"\"
                    return slugify(yaml.dump(harbour))
                """,
                "tides/__main__.py",
                "from tides.cli import main\n\nif __name__ == '__main__':\n    main()\n",
                "__main__.py",
                "import runpy\n\nrunpy.run_module('tides')\n"));

    assertThat(words)
        .contains("The command `tide` is defined by `main`")
        .contains("“Name of the harbour to print the tides of.”")
        .contains("“How many days are printed”")
        .contains("`python .`")
        .contains("One file, as `yaml`")
        .contains("One file, as `slugify`")
        .contains("One file, as `PIL`")
        .doesNotContain("The command `main`");
  }

  /** Of charts it was said that they tell a platform how to run it. */
  @Test
  void aChartSaysWhatItInstallsAndWhatCanBeSet() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "charts/post/Chart.yaml",
        """
        apiVersion: v2
        name: post
        description: Sorts parcels in a cluster
        version: 1.2.3
        appVersion: "4.5"
        maintainers:
          - name: nobody
        dependencies:
          - name: cache
            version: 1.0.0
        """);
    files.put("charts/post/values.yaml", "image:\n  tag: x\nreplicas: 2\n");
    files.put(
        "charts/post/templates/applications.yaml",
        "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\n");
    files.put("charts/post/templates/service.yaml", "apiVersion: v1\nkind: Service\n");
    for (int i = 0; i < 9; i++) {
      files.put("charts/post/templates/part" + i + ".yaml", "a: b\n".repeat(60));
    }
    files.put("scripts/lint.sh", "#!/bin/sh\nlint() {\n  helm lint charts/post\n}\nlint\n");
    files.put("README.md", "# Post\n\nPost is a chart that sorts parcels in a cluster.\n");

    assertThat(wiki(files))
        .contains(
            "`charts/post` is the chart `post` of Helm, version 1.2.3, for version 4.5 of what it"
                + " installs: “Sorts parcels in a cluster”")
        .contains("It builds on `cache`.")
        .contains("objects of the kinds `Deployment` and `Service`")
        .contains("`charts/post/values.yaml` has two groups of settings: `image` and `replicas`.")
        .doesNotContain("`metadata.name`")
        .contains("What stands where");
  }

  /** Each file of an application began with the words of its licence. */
  @Test
  void wordsOfALicenceAndRemarksAreNoDescription() {
    String header =
        "<?php\n/*\n * This file is part of the Post package.\n *\n * (c) Nobody\n */\nnamespace App;\n";
    String words =
        wiki(
            Map.of(
                "composer.json",
                """
                {"name": "a/post", "description": "Post Application",
                 "require": {"symfony/console": "^7", "acme/mail-box": "^1"}}
                """,
                "README.md",
                "Post Application\n================\n\nA program that sorts parcels by their weight.\n",
                "src/Sorter.php",
                header
                    + "use Symfony\\Component\\Console\\Command;\nuse Acme\\MailBox\\Letter;\n"
                    + "/** CAUTION: this sorts slowly. */\nclass Sorter\n{\n"
                    + "    /** NOTE: parcels without a weight come last. */\n"
                    + "    public function sort(array $all): void {}\n}\n",
                "src/Scale.php",
                header + "class Scale\n{\n    public function weigh(int $grams): int {}\n}\n"));

    assertThat(words)
        .contains("“A program that sorts parcels by their weight.”")
        .doesNotContain("is part of the Post package")
        .doesNotContain("CAUTION")
        .doesNotContain("NOTE:")
        .doesNotContain("“Post Application”")
        .containsPattern("`symfony/console` [^\\n]*One file")
        .containsPattern("`acme/mail-box` [^\\n]*One file");
  }

  /** Lists of changes stood in place of guides, and the words of one folder for another. */
  @Test
  void guidesAndFoldersAreToldByTheirOwnWords() {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < 12; i++) {
      files.put("CHANGELOG/0." + i + ".md", "Fixes the scale number " + i + " of the depot.\n");
    }
    files.put(
        "docs/usage.rst", "Usage\n=====\n\nType post and the number of a parcel to see it.\n");
    files.put(
        "docs/development.md",
        """
        # Development

        - `src/` - Code of the back end.
        - `src-ui/` - Code of the front end.
        """);
    files.put(
        "README.md",
        """
        <h2>A program that sorts parcels by their weight.</h2>

        Post sorts all the parcels of a day.

        ## Features

        It weighs parcels and sorts them.

        ## Sponsors

        Nobody yet has given anything.
        """);
    files.put("src/post.py", "def sort_all(day):\n    return day\n".repeat(1));
    files.put(
        "src-ui/src/sort.ts",
        "export function sortAll(day: number[]) {\n  return day;\n}\n\nexport class Van {}\n");

    assertThat(wiki(files))
        .contains("`docs/usage.rst` is titled “Usage”")
        .doesNotContain("CHANGELOG/0.1.md")
        .doesNotContain("titled “Features”")
        .doesNotContainPattern("src-ui[^\\n]*“Code of the back end.”");
  }

  /** “Several lines” was said of commands that a remark explains. */
  @Test
  void commandsAreToldByTheWordsBesideThem() {
    String words =
        wiki(
            Map.of(
                "Makefile",
                "clean: ## Remove what was built\n\trm -r build\n\nall: clean build\n\nbuild:\n\tcc -c a.c && cc -o a a.o "
                    + "-lm ".repeat(30)
                    + "\n",
                "justfile",
                "# Run everything and count the lines\ncoverage:\n    pytest --cov\n",
                "Rakefile",
                "desc 'Sort the parcels of today'\ntask :sort do\n  puts 1\nend\n",
                ".github/workflows/check.yml",
                """
                name: Check
                jobs:
                  one:
                    steps:
                      - run: |
                          make clean
                          node <<'NODE'
                          make up
                          NODE
                          make build
                """,
                "spec/fixtures/huge.html",
                "<p>x</p>\n".repeat(90),
                "spec/post_spec.rb",
                "def test_post\n  1\nend\n",
                "lib/post.rb",
                "def sort_all(day)\n  day\nend\n"));

    assertThat(words)
        .contains("“Remove what was built”: `rm -r build`")
        .contains("“Run everything and count the lines”: `pytest --cov`")
        .contains("“Sort the parcels of today”")
        .contains("`make clean build`")
        .contains("`cc -c a.c` and more")
        .contains("runs `make clean` and `make build`")
        .doesNotContain("several lines")
        .doesNotContain("huge.html");
  }

  /** A page is started by what mounts its first component. */
  @Test
  void whatMountsAPageStartsIt() {
    String words =
        wiki(
            Map.of(
                "package.json",
                "{\"name\": \"post\", \"dependencies\": {\"react\": \"18\"}}\n",
                "src/index.tsx",
                """
                import { createRoot } from "react-dom/client";
                import { App } from "./App";

                createRoot(document.getElementById("root")!).render(<App />);
                """,
                "src/App.tsx",
                "export const App = () => {\n  return <p>Parcels</p>;\n};\n"));

    assertThat(words).contains("`src/index.tsx` can be run as a program");
  }

  /** The name of the file stands in the last line of such a statement, the names before it. */
  @Test
  void whatIsGivenOutOverSeveralLinesIsCitedWithTheFileItIsFrom() {
    String passing =
        """
        export {
          default,
          berths,
        } from "../dock/%s";
        """;
    String defining =
        """
        /** Ships lie here. */
        export default function %1$s() {
          return berths();
        }

        export function berths() {
          return 3;
        }
        """;

    String words =
        wiki(
            Map.of(
                "package.json", "{\"name\": \"port\"}\n",
                "app/dock/layout.tsx", defining.formatted("Layout"),
                "app/dock/page.tsx", defining.formatted("Page"),
                "app/dock/error.tsx", defining.formatted("Failed"),
                "app/pier/layout.tsx", passing.formatted("layout"),
                "app/pier/page.tsx", passing.formatted("page"),
                "app/pier/error.tsx", passing.formatted("error")));

    assertThat(words)
        .contains("define nothing and pass on what stands in `app/dock/")
        .contains("[app/pier/layout.tsx:1-4]")
        .doesNotContain("[app/pier/layout.tsx:2-2]");
  }
}
