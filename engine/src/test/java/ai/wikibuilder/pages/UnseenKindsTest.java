package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What readers missed on the first wikis of repositories of kinds that nobody had tried before. */
class UnseenKindsTest {
  @TempDir private static Path natives;

  private static String wiki(Map<String, String> files) {
    return ParsedWiki.words("post", natives, files);
  }

  /** A server of Go keeps its schema in strings: there was no page about its data. */
  @Test
  void tablesMadeByStatementsInStringsAreTheDataModel() {
    String words =
        wiki(
            Map.of(
                "db/migrations.go",
                """
                package db

                var migrations = []func(tx *sql.Tx) error{
                	func(tx *sql.Tx) error {
                		sql := `
                			CREATE TABLE depots (
                				id serial,
                				city text not null,
                				primary key (id)
                			);
                			CREATE TABLE parcels (
                				id serial,
                				depot_id int not null,
                				primary key (id),
                				foreign key (depot_id) references depots(id)
                			);
                		`
                		return run(tx, sql)
                	},
                	func(tx *sql.Tx) error {
                		return run(tx, `ALTER TABLE parcels ADD COLUMN grams int`)
                	},
                }

                func run(tx *sql.Tx, sql string) error {
                	return nil
                }

                func Down(tx *sql.Tx) error {
                	return run(tx, `CREATE TABLE gone (id int, name text)`)
                }
                """));

    assertThat(words)
        .contains("`parcels` has three columns: `id`, `depot_id` and `grams`; its key is `id`.")
        .contains("`parcels.depot_id` points to `depots`. [db/migrations.go:15-15]")
        .doesNotContain("`gone` has");
  }

  /** The commands of a program were no commands when a tag declares them. */
  @Test
  void fieldsTaggedAsCommandsAreCommands() {
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/post/v2\n\ngo 1.24\n",
                "post.go",
                """
                package main

                // Post is all commands.
                type Post struct {
                	Weigh weigh.Options `cmd:"" help:"Weigh a parcel"`
                	SortAll sorting.Options `cmd:"" help:"Sort all parcels"`
                }

                func main() {
                }
                """,
                "weigh/options.go",
                """
                package weigh

                // Options are what weighing can be told.
                type Options struct {
                \tUnit string
                }
                """,
                "sorting/options.go",
                """
                package sorting

                // Options are what sorting can be told.
                type Options struct {
                \tBy string
                }
                """));

    assertThat(words)
        .contains("The command `weigh` runs `weigh.Options`.")
        .contains("“Options are what sorting can be told.”")
        .contains("`sort-all`")
        .contains("`go test ./...`");
  }

  /** What a library of C offers was sought in its sources; its headers say it. */
  @Test
  void whatHeadersDeclareIsWhatALibraryOfCOffers() {
    String words =
        wiki(
            Map.of(
                "parcel.h",
                "/* Weighs a parcel in grams. */\nint parcel_weigh(int box);\n",
                "parcel.c",
                """
                #include "parcel.h"

                struct inner_scale {
                  int last;
                };

                static int inner_round(int grams) {
                  return grams;
                }

                int parcel_weigh(int box) {
                  return inner_round(box);
                }
                """));

    String offered = words.substring(words.indexOf("Nothing here starts by itself"));
    assertThat(offered).contains("parcel_weigh").doesNotContain("* struct inner_scale");
  }

  /** “No definition of continuous integration” stood beside a folder full of workflows. */
  @Test
  void aWorkflowThatLeavesItsWorkToOthersIsTold() {
    String words =
        wiki(
            Map.of(
                "package.json",
                "{\"name\": \"post\", \"scripts\": {\"test\": \"jest\"}}\n",
                "index.js",
                "export function weigh() {\n}\n",
                ".github/workflows/build.yml",
                """
                name: build
                jobs:
                  build:
                    uses: post/meta/.github/workflows/build.yml@main
                """));

    assertThat(words)
        .contains("leaves its work to `post/meta/.github/workflows/build.yml`")
        .doesNotContain("No definition of continuous integration");
  }

  /** Every route of a server was told by the same call that all its handlers begin with. */
  @Test
  void whatEveryHandlerCallsTellsNoRouteFromAnother() {
    StringBuilder routes =
        new StringBuilder("package api\n\nimport \"net/http\"\n\ntype server struct {\n}\n\n");
    routes.append("func listen(mux *http.ServeMux, s *server) {\n");
    StringBuilder handlers =
        new StringBuilder("package api\n\nimport \"example.org/post/box\"\n\n");
    StringBuilder box =
        new StringBuilder("package box\n\n// Who says who asks.\nfunc Who() {\n}\n\n");
    for (int i = 0; i < 8; i++) {
      routes.append("\tmux.HandleFunc(\"GET /parcels/n%d\", s.handle%d)\n".formatted(i, i));
      handlers.append(
          "func (s *server) handle%d() {\n\tbox.Who()\n\tbox.Take%d()\n}\n\n".formatted(i, i));
      box.append("// Take%d takes number %d.\nfunc Take%d() {\n}\n\n".formatted(i, i, i));
    }
    String words =
        wiki(
            Map.of(
                "go.mod",
                "module example.org/post\n\ngo 1.24\n",
                "api/routes.go",
                routes + "}\n",
                "api/handlers.go",
                handlers.toString(),
                "box/box.go",
                box.toString()));

    assertThat(words)
        .contains("`server.handle3`")
        .contains("Take3 takes number 3.")
        .doesNotContain("| `Who` and");
  }

  /** A folder of sixty files was told by its first twenty: who looked for another found none. */
  @Test
  void aFlatFolderNamesWhatEachOfItsFilesDefines() {
    Map<String, String> files = new TreeMap<>();
    files.put("go.mod", "module example.org/post\n\ngo 1.24\n");
    for (int i = 0; i < 60; i++) {
      String name = "Crate" + (char) ('A' + i / 26) + (char) ('a' + i % 26);
      files.put(
          "depot/%s.go".formatted(name.toLowerCase(Locale.ROOT)),
          "package depot\n\n// %s keeps number %d.\ntype %s struct {\n\tgrams int\n}\n"
              .formatted(name, i, name));
    }
    for (String kind : List.of("slow", "fast", "wet", "cold")) {
      String name = "Zone" + kind;
      files.put(
          "depot/zone_%s.go".formatted(kind),
          "package depot\n\ntype %s struct {\n\tmetres int\n}\n".formatted(name));
    }

    String words = wiki(files);

    for (int i = 0; i < 60; i++) {
      String name = "Crate" + (char) ('A' + i / 26) + (char) ('a' + i % 26);
      assertThat(words).contains("`" + name + "`");
    }
    assertThat(words)
        .contains("Four files have the word **zone** in their names")
        .contains("keeps number 31.”");
  }

  /** A Rust program with a justfile was said to be built by Cargo's usual commands alone. */
  @Test
  void recipesOfAJustfileAreCommands() {
    String words =
        wiki(
            Map.of(
                "Cargo.toml",
                "[package]\nname = \"post\"\nversion = \"1.0.0\"\n",
                "justfile",
                """
                # tries everything
                test *args:
                  cargo test --all {{args}}

                [private]
                helper:
                  true
                """,
                "src/main.rs",
                "fn main() {\n    weigh();\n}\n\nfn weigh() {\n}\n"));

    assertThat(words)
        .contains("`just test`")
        .contains("`cargo test --all {{args}}`")
        .contains("`justfile` is a build file of just")
        .doesNotContain("`just helper`")
        .doesNotContain("`cargo test` | the usual command");
  }

  /** A library of Elixir was a table of “not parsed” and “Nothing in it can be run”. */
  @Test
  void codeThatNoGrammarReadsSpeaksForItself() {
    String words =
        wiki(
            Map.of(
                "mix.exs",
                "defmodule Post.MixProject do\n  [app: :post, version: \"1.0.0\"]\nend\n",
                "lib/post/box.ex",
                """
                defmodule Post.Box do
                  defmodule TooHeavyError do
                    @moduledoc \"""
                    Raised when a box is too heavy.
                    \"""
                  end

                  @moduledoc \"""
                  A box that can be weighed and sent.
                  \"""

                  # type and size come later
                  def weigh(box) do
                    \"""
                    module names are no names here
                    \"""
                  end
                end
                """,
                "lib/post/label.ex",
                "# Prints what a box is labelled with.\ndefmodule Post.Label do\nend\n",
                "lib/post/route.ex",
                "defmodule Post.Route do\nend\n",
                "lib/post.ex",
                "defmodule Post do\n  @moduledoc \"\"\"\n  Sends parcels by rail.\n  \"\"\"\nend\n",
                "test/post_test.exs",
                "defmodule PostTest do\nend\n"));

    assertThat(words)
        .contains("“Sends parcels by rail.”")
        .contains(
            "“A box that can be weighed and sent.” Defines `Post.Box`, `TooHeavyError` and `weigh`")
        .contains("“Prints what a box is labelled with.”")
        .contains("`mix test`")
        .doesNotContain("Nothing in it can be run")
        .doesNotContain("No test was found")
        .doesNotContain("leans on no other part");
  }

  /** A role of Ansible was told by its README and the words “Nothing in it can be run”. */
  @Test
  void foldersOfARepositoryWithoutCodeAreTold() {
    String words =
        wiki(
            Map.of(
                "README.md",
                "# Post\n\nPost is a role that sets up a post office on a server.\n",
                "tasks/main.yml",
                "- name: install\n  package: {name: post}\n",
                "tasks/stamps.yml",
                "- name: stamps\n",
                "defaults/main.yml",
                "post_port: 25\n",
                ".github/workflows/ci.yml",
                """
                jobs:
                  test:
                    defaults:
                      run:
                        working-directory: 'post'
                    steps:
                      - run: molecule test ${{ matrix.distro }}
                """));

    assertThat(words)
        .contains("| `tasks` | 2 | `main.yml` and `stamps.yml`")
        .contains("runs `molecule test`")
        .doesNotContain("working-directory")
        .doesNotContain("can be run.");
  }

  /** “Class Weigher” and “TODO: rewrite” were quoted as what a type is for. */
  @Test
  void commentsThatSayNothingAreNotQuoted() {
    String words =
        wiki(
            Map.of(
                "src/Weigher.java",
                """
                /** Class Weigher. */
                public class Weigher {
                  /** TODO: rewrite this code. */
                  public int weigh(int box) {
                    return box;
                  }
                }
                """,
                "src/Scale.java",
                """
                /** A scale shows grams. */
                public class Scale {
                  int read(Weigher weigher) {
                    return weigher.weigh(1);
                  }
                }
                """));

    assertThat(words)
        .contains("“A scale shows grams.”")
        .doesNotContain("“Class Weigher.”")
        .doesNotContain("TODO");
  }

  /** “packages” was told in the words of one package, the one without a part of its own. */
  @Test
  void aFolderOfPackagesIsNotToldInTheWordsOfOneOfThem() {
    Map<String, String> files = new TreeMap<>();
    for (String name :
        List.of("boat", "dock", "gate", "lamp", "mast", "oar", "pier", "sail", "tug")) {
      files.put(
          "packages/" + name + "/README.md",
          "# x\n\nThe package " + name + " knows all about its own things.\n");
      for (int i = 0; i < 6; i++) {
        files.put(
            "packages/%s/%s%d.ts".formatted(name, name, i),
            "export class %s%d {\n  go(): void {\n    run();\n  }\n}\n".formatted(name, i));
      }
    }
    files.put(
        "packages/ropes/README.md", "# ropes\n\nThe package ropes ties what all others leave.\n");
    files.put("packages/ropes/tie.ts", "export function tie(): void {}\n");
    files.put("tools/pack.ts", "export function pack(): void {}\n");

    String words = wiki(files);

    assertThat(words)
        .contains("“The package dock knows all about its own things.”")
        .containsPattern("\\[packages\\]\\([^)]*\\) holds nine parts: `boat`")
        .contains("The folder `packages` holds nine parts.")
        .doesNotContain("“The package ropes ties what all others leave.”");
  }

  /** A gem was told to need its linters when it runs, and a page of one box was drawn. */
  @Test
  void whatTheGemfileOfAGemNamesIsNeededToWorkOnIt() {
    String words =
        wiki(
            Map.of(
                "post.gemspec",
                """
                Gem::Specification.new 'post', '1.0' do |s|
                  s.add_dependency 'rack', '~> 3.0'
                end
                """,
                "Gemfile",
                "source 'https://gems.example.org'\ngemspec\ngem 'rake'\ngem 'rack'\n",
                "lib/post.rb",
                "class Post\n  def send_it\n    1\n  end\nend\n",
                "guide/mkdocs.yml",
                "site_name: Post\n",
                "guide/requirements.txt",
                "mkdocs-material>=9\n",
                "docker-compose.yml",
                "services:\n  post:\n    image: post:latest\n"));

    assertThat(words)
        .contains("The build files name three dependencies, one of them needed when it runs.")
        .contains("starts one service: `post`, from the image `post:latest`.")
        .doesNotContain("None of them names another.");
  }

  /** Three sentences of one subject and one verb stood behind one another. */
  @Test
  void whatOnePlaceNamesOfAnotherPartIsOneSentence() {
    String words =
        wiki(
            Map.of(
                "a/go.mod",
                "module x\n",
                "src/main/java/post/sort/Sorter.java",
                """
                package post.sort;
                import post.mail.Letter;
                import post.mail.Parcel;
                public class Sorter {
                  public void sort() {
                    Letter letter = Letter.of(1);
                    Parcel parcel = Parcel.of(2);
                  }
                }
                """,
                "src/main/java/post/mail/Letter.java",
                """
                package post.mail;
                public class Letter {
                  public static Letter of(int grams) {
                    return new Letter();
                  }
                }
                """,
                "src/main/java/post/mail/Parcel.java",
                """
                package post.mail;
                public class Parcel {
                  public static Parcel of(int grams) {
                    return new Parcel();
                  }
                }
                """));

    assertThat(words).containsPattern("`Sorter.sort` calls `\\w+.of` and `\\w+.of`.");
  }

  /** Of tests that are blocks the file with most functions was called the largest. */
  @Test
  void theLargestFileOfTestsIsTheOneWithMostLines() {
    String words =
        wiki(
            Map.of(
                "lib/post.rb",
                "class Post\nend\n",
                "test/small_test.rb",
                "class SmallTest\n  def test_one\n    assert 1\n  end\nend\n",
                "test/long_test.rb",
                "describe Post do\n" + "  it('goes') { assert 1 }\n".repeat(80) + "end\n"));

    assertThat(words)
        .containsPattern("the largest are `test/long_test.rb` and `test/small_test.rb`");
  }

  /** A README whose example defined a class of its own was said to use another of that name. */
  @Test
  void whatAnExampleDefinesItselfIsNotUsedOfTheRepository() {
    String words =
        wiki(
            Map.of(
                "README.md",
                """
                # post

                Post sorts letters for small offices.

                ```ruby
                class Sorter
                  def each
                    Postman.new.walk
                    String.new
                  end
                end
                Sorter.new
                ```
                """,
                "lib/post.rb",
                """
                class Sorter
                  def sort
                    1
                  end
                end
                class Postman
                  def walk
                    2
                  end
                end
                class String
                  def stamped
                    3
                  end
                end
                """));

    assertThat(words).contains("it uses `Postman`.").doesNotContain("it uses `Sorter`");
  }

  /** What starts a program of an Nx workspace stood on no page. */
  @Test
  void aProgramOfNxIsStartedByTheNameOfItsProject() {
    String words =
        wiki(
            Map.of(
                "nx.json",
                "{\"targetDefaults\": {\"lint\": {}}}\n",
                "package.json",
                "{\"name\": \"post\", \"devDependencies\": {\"nx\": \"^20\"}}\n",
                "apps/shop/project.json",
                """
                {
                  "name": "shop",
                  "targets": {
                    "serve": {"executor": "@nx/vite:dev-server"},
                    "seed": {"executor": "nx:run-commands", "options": {"command": "node seed.js"}}
                  }
                }
                """,
                "apps/shop/src/main.ts",
                "export function start(): void {}\nstart();\n"));

    assertThat(words)
        .containsPattern("run it \\| `npx nx serve shop` \\| .*apps/shop/project.json");
  }

  /** “composer dev” and “composer run dev” were two, and “pnpm run dev” said to use the first. */
  @Test
  void aScriptIsOneCommandHoweverItIsTypedAndOneThatOnlySpeaksIsNone() {
    String words =
        wiki(
            Map.of(
                "README.md",
                "# Post\n\nSends letters for shops, one by one.\n\n## Run\n\n```sh\ncomposer dev\n```\n",
                "composer.json",
                "{\"scripts\": {\"dev\": \"php serve.php\", \"install\": \"php install.php\"}}\n",
                "package.json",
                """
                {"scripts": {
                  "dev": "node -e \\"console.warn('Use composer dev instead.')\\"",
                  "test": "echo \\"Error: no test specified\\" && exit 1",
                  "build": "echo building && vite build"
                }}
                """,
                "serve.php",
                "<?php\nfunction serve() {}\n"));

    assertThat(words)
        .containsPattern("run it \\| `composer dev` \\| runs `php serve.php`")
        .contains("`composer run install`", "`npm run build`")
        .doesNotContain("composer run dev", "it | `npm run dev`", "it | `npm test`");
  }

  /** “Fixed, Changed, Added, Added (since 1.7)” were said to be the parts of a list of changes. */
  @Test
  void ofAListOfChangesAndOfCommentsOnlyWhatSaysSomethingIsTold() {
    String words =
        wiki(
            Map.of(
                "README.md",
                "# post\n\nPost sorts letters for small offices in the country.\n",
                "docs/guide.md",
                "# Guide\n\nThis guide tells how letters are sorted by hand.\n",
                "CHANGELOG.md",
                "# Changes\n\n## v2\n### Fixed\n* A leak\n\n### Added (since v1)\n* A lamp\n",
                "lib/post.rb",
                """
                ##
                # Prevented attack::   CSRF
                # Supported browsers:: all
                class Token
                  def value
                    1
                  end
                end

                # copied from https://git.example.org/a/b.rb#L18-L27 with thanks
                class Borrowed
                  def value
                    2
                  end
                end
                """));

    assertThat(words)
        .contains("`CHANGELOG.md` is titled “Changes”")
        .doesNotContain("Fixed", "Prevented attack", "copied from");
  }

  /** A library was told as a program, because a sample beside it can be started. */
  @Test
  void aLibraryBesideWhoseSamplesStandIsALibrary() {
    String words =
        wiki(
            Map.of(
                "settings.gradle.kts",
                "include(\":post\", \":postcurl\")\n",
                "post/build.gradle.kts",
                "plugins { `java-library` }\n",
                "post/src/main/java/post/Post.java",
                """
                package post;
                public class Post {
                  public int weigh() {
                    return 1;
                  }
                  public int send() {
                    return weigh();
                  }
                }
                """,
                "postcurl/build.gradle.kts",
                "plugins { application }\n",
                "postcurl/src/main/java/curl/Main.java",
                """
                package curl;
                import post.Post;
                public class Main {
                  public static void main(String[] args) {
                    new Post().send();
                  }
                }
                """));

    assertThat(words)
        .contains("It is a library: other code calls it. Beside that, one program can be run")
        .doesNotContain("It starts in");
    assertThat(
            wiki(
                Map.of(
                    "Package.swift",
                    "// swift-tools-version:6.0\nlet package = Package(name: \"post\")\n",
                    "Sources/Post/Post.swift",
                    "public struct Post {\n  public func send() -> Int {\n    1\n  }\n}\n"
                        + "// and more\n".repeat(9),
                    "Sources/Development/main.swift",
                    "print(Post().send())\n")))
        .contains("It is a library")
        .doesNotContain("It starts in");
  }

  /** A page asked for by its title alone made a statement that did not hold. */
  @Test
  void aPageThatIsAskedForSaysWhereItsTitleStands() {
    String words =
        wiki(
            Map.of(
                ".aiwiki.yml",
                "pages:\n- paths: [lib]\n  title: Parcels\n- {title: 5}\n",
                "lib/post.rb",
                "class Post\n  def weigh\n    1\n  end\nend\n"));

    assertThat(words)
        .contains("The repository asks for this page, called “Parcels”. [.aiwiki.yml:3-3]")
        .contains("The repository asks for this page, called “5”. [.aiwiki.yml:4-4]");
  }

  /** What a pipeline does on one machine was told as the way to build it. */
  @Test
  void aCommandWithAPathOfOneMachineIsNotHowToBuildIt() {
    String words =
        wiki(
            Map.of(
                "post.nimble",
                "version = \"1.0\"\nrequires \"nim >= 2.0\"\nbin = @[\"post\"]\n",
                "src/post.nim",
                "proc weigh*(): int =\n  1\n",
                "guide/mkdocs.yml",
                "site_name: Post\n",
                ".github/workflows/test.yml",
                """
                jobs:
                  test:
                    steps:
                      - run: mkdocs build -f guide/mkdocs.yml
                      - run: ./src/post install --dir:C:/post
                """));

    assertThat(words).doesNotContain("build it | `mkdocs", "build it | `./src");
  }

  /**
   * A database that lies ready has a table that no statement makes, and most others point to it.
   */
  @Test
  void linesThatPointToATableShowThatMostDo() {
    String words =
        wiki(
            Map.of(
                "db/1.sql",
                "CREATE TABLE bags (\n  id INTEGER,\n  grams INTEGER\n);\n",
                "db/2.sql",
                "CREATE TABLE labels (\n  id INTEGER,\n  text TEXT\n);\n",
                "db/3.sql",
                "CREATE TABLE parcels (\n  id INTEGER,\n  for_id INTEGER REFERENCES [User]([id])\n);\n",
                "db/4.sql",
                "CREATE TABLE shops (\n  id INTEGER,\n  of_id INTEGER REFERENCES [User]([id])\n);\n"));

    assertThat(words)
        .contains(
            "most point to `User`, two of them. [db/1.sql:1-1] [db/2.sql:1-1]"
                + " [db/3.sql:3-3] [db/4.sql:3-3]");
  }

  /** A server that is installed as a command was called a library with a script beside it. */
  @Test
  void whatInstallsACommandIsNotCalledALibrary() {
    String words =
        wiki(
            Map.of(
                "package.json",
                """
                {
                  "name": "post",
                  "bin": {"post-server": "dist/src/index.js"},
                  "main": "dist/src/post.js"
                }
                """,
                "src/index.ts",
                """
                #!/usr/bin/env node
                import {weigh} from "./post";

                const options: () => Options = () => ({
                  grams: weigh(1),
                  depot: weigh(2),
                });
                console.log(options());
                """,
                "src/post.ts",
                "export function weigh(grams: number): number {\n  return grams;\n}\n"));

    assertThat(words)
        .contains("Installing it gives the command `post-server`.")
        .contains("Work reaches it through one script.")
        .contains("`options()`")
        .doesNotContain("It is a library");
  }

  /** A library of Python with a small command was told by the command alone, and that as main. */
  @Test
  void exportedNamesAreAWayInBesideACommand() {
    String words =
        wiki(
            Map.of(
                "pyproject.toml",
                "[project]\nname = \"post\"\n\n[project.scripts]\npost = \"post:main\"\n",
                "post/__init__.py",
                "from .sea import load, sail, moor\n\n__all__ = [\"load\", \"sail\", \"moor\"]\n",
                "post/sea.py",
                """
                import click


                def load(ship):
                    return ship


                def sail(ship):
                    return load(ship)


                def moor(ship):
                    return sail(ship)


                @click.command()
                def main():
                    moor(1)
                """));

    assertThat(words)
        .contains("through one command and three exported names.")
        .doesNotContain("The command is `main`");
  }

  /** An interface that widens another was told as one of its implementations. */
  @Test
  void whatWidensAnInterfaceIsNoImplementationOfIt() {
    String words =
        wiki(
            Map.of(
                "src/Scale.java",
                "public interface Scale {\n  int weigh(int load);\n}\n",
                "src/FineScale.java",
                "public interface FineScale extends Scale {\n  int grams(int load);\n}\n",
                "src/Balance.java",
                """
                public class Balance implements Scale {
                  public int weigh(int load) {
                    return load;
                  }
                }
                """));

    assertThat(words)
        .contains("`Balance` and `FineScale`")
        .contains("ypes build on it")
        .doesNotContain("implementations");
  }

  /**
   * Patterns that go a step deeper for each letter end the build, others take a letter's square.
   */
  @Test
  @Timeout(30)
  void longHeadsLinksAndScriptsOfAHostileFileAreRead() {
    String type = "A | ".repeat(20_000);
    String link = "{@link " + "x".repeat(60_000);
    String words =
        wiki(
            Map.of(
                "package.json",
                "{\"name\":\"berths\",\"scripts\":{\"test\":\"echo %s\"}}"
                    .formatted("quay ".repeat(20_000)),
                "src/berth.ts",
                "/** Moors a ship. %s */\nexport const moor: %sB = (ship) => ship;\n"
                    .formatted(link, type),
                "src/use.ts",
                "import { moor } from './berth';\nexport function run() {\n  return moor(1);\n}\n"));

    assertThat(words).contains("berth.ts");
  }
}
