package ai.wikibuilder.graph.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.manifests.Manifest.Dependency;
import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.graph.manifests.Manifest.Target;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManifestToolsTest {
  private static final List<String> NAMES =
      List.of(
          "package.json",
          "composer.json",
          "pom.xml",
          "pyproject.toml",
          "Pipfile",
          "setup.cfg",
          "setup.py",
          "Cargo.toml",
          "go.mod",
          "go.work",
          "build.gradle",
          "settings.gradle.kts",
          "libs.versions.toml",
          "Makefile",
          "CMakeLists.txt",
          "Gemfile",
          "Package.swift",
          "build.sbt",
          "stack.yaml",
          "Directory.Packages.props",
          "a.csproj",
          "a.sln",
          "a.slnx",
          "a.gemspec",
          "a.cabal",
          "a.rockspec",
          "requirements.txt",
          "pnpm-workspace.yaml",
          "Makefile",
          "justfile",
          "Taskfile.yml",
          "Rakefile",
          "tox.ini",
          "noxfile.py",
          "build.zig",
          "deno.json",
          "mix.exs",
          "pubspec.yaml",
          "a.nimble",
          "turbo.json",
          "nx.json");

  private static Manifest read(String path, String text) {
    return ManifestReader.read(path, SourceText.of(text)).orElseThrow();
  }

  private static Dependency dependency(String name, String version, Scope scope, int line) {
    return new Dependency(name, version, scope, line);
  }

  /** A command was “if [ -n "$IN" ]; then else make dev; fi”: a line within it was left out. */
  @Test
  void whatACommandTellsOnALineWithinItBelongsToIt() {
    Manifest manifest =
        read(
            "Makefile",
            """
            dev:
            \t@echo starts \\
            \t  the depot
            \t@if [ -n "$IN" ]; then \\
            \t\techo "already there"; \\
            \telse \\
            \t\tpost dev; \\
            \tfi
            """);

    assertThat(manifest.commands().getFirst().text())
        .isEqualTo("if [ -n \"$IN\" ]; then echo \"already there\"; else post dev; fi");
  }

  @Test
  void aPackageOfNimSaysWhatItNeedsInstallsAndRuns() {
    Manifest manifest =
        read(
            "scales.nimble",
            """
            # Package
            version       = "1.2.0"
            description   = "Weighs parcels."
            license       = "MIT"
            bin = @["scales", "weigh"]
            requires "nim >= 2.0", "parcels >= 1.1 & < 2"
            requires "https://git.example.org/shop/labels.git#head"
            taskRequires "docs", "pages 0.3"
            task docs, "Writes the pages":
              exec "pages all"
            """);

    assertThat(manifest.name()).map(Fact::value).contains("scales");
    assertThat(manifest.description()).contains(new Fact("Weighs parcels.", 3));
    assertThat(manifest.runtime()).contains(new Fact("Nim >= 2.0", 6));
    assertThat(manifest.programs()).containsExactly(new Fact("scales", 5), new Fact("weigh", 5));
    assertThat(manifest.dependencies())
        .containsExactly(
            dependency("parcels", ">= 1.1 & < 2", Scope.RUN, 6),
            dependency("https://git.example.org/shop/labels.git#head", "", Scope.RUN, 7),
            dependency("pages", "0.3", Scope.BUILD, 8));
    assertThat(manifest.commands()).map(Manifest.Command::name).containsExactly("docs");
  }

  @Test
  void tasksOfTurborepoAndNxAreCommandsUnlessTheyAreOfOnePackage() {
    Manifest turbo =
        read(
            "turbo.json",
            """
            {
              "globalEnv": ["CI"],
              "tasks": {
                "build": {"dependsOn": ["^build"], "outputs": ["dist/**"]},
                "shop#build": {},
                "db:push": {}
              }
            }
            """);
    Manifest nx =
        read(
            "nx.json",
            """
            {"targetDefaults": {"lint": {"cache": true}, "@nx/jest:jest": {}}, "other": {"a": {}}}
            """);

    assertThat(turbo.commands())
        .containsExactly(
            new Manifest.Command("build", "", 4), new Manifest.Command("db:push", "", 6));
    assertThat(nx.commands()).map(Manifest.Command::name).containsExactly("lint");
  }

  @Test
  void aProjectOfNxGivesItsTargetsAndOtherFilesOfItsNameNothing() {
    Manifest project =
        read(
            "apps/shop/project.json",
            """
            {
              "name": "shop",
              "targets": {
                "build": {"executor": "@nx/vite:build", "options": {"outputPath": "dist"}},
                "seed": {"executor": "nx:run-commands", "options": {"command": "node seed.js"}}
              }
            }
            """);

    assertThat(project.name()).contains(new Fact("shop", 2));
    assertThat(project.commands())
        .containsExactly(
            new Manifest.Command("build", "@nx/vite:build", 4),
            new Manifest.Command("seed", "node seed.js", 5));
    assertThat(ManifestReader.read("project.json", SourceText.of("{\"version\": \"1.0\"}")))
        .isEmpty();
  }

  @Test
  void gradleGivesCoordinatesProjectsAndAliasesWithTheirScope() {
    Manifest manifest =
        read(
            "a/build.gradle.kts",
            """
            plugins { id("org.jetbrains.kotlin.jvm") version "2.1.0" }
            description = "Tells the time"
            dependencies {
              implementation("com.squareup.okio:okio:3.9.0")
              testImplementation(libs.junit.jupiter)
              api(project(":core"))
              compileOnly group: 'org.x', name: 'y', version: '1'
              // implementation("not:this:1")
            }
            tasks.register("lint") { description = "Not the project's" }
            """);

    assertThat(manifest.description()).contains(new Fact("Tells the time", 2));
    assertThat(manifest.commands()).containsExactly(new Manifest.Command("lint", "", 10));
    assertThat(manifest.dependencies())
        .containsExactly(
            dependency("org.jetbrains.kotlin.jvm", "2.1.0", Scope.BUILD, 1),
            dependency("com.squareup.okio:okio", "3.9.0", Scope.RUN, 4),
            dependency("libs.junit.jupiter", "", Scope.TEST, 5),
            dependency(":core", "", Scope.RUN, 6),
            dependency("org.x:y", "1", Scope.BUILD, 7));
  }

  @Test
  void gradleSettingsGiveTheProjectsOfTheBuild() {
    Manifest manifest = read("settings.gradle", "rootProject.name = 'k'\ninclude 'a:b',\n  ':c'\n");

    assertThat(manifest.name()).contains(new Fact("k", 1));
    assertThat(manifest.modules()).containsExactly(new Fact("a/b", 2), new Fact("c", 3));
    assertThat(manifest.isProject()).isFalse();
  }

  @Test
  void aVersionCatalogResolvesItsReferences() {
    Manifest manifest =
        read(
            "gradle/libs.versions.toml",
            """
            [versions]
            okio = "3.9.0"
            [libraries]
            okio = { module = "com.squareup.okio:okio", version.ref = "okio" }
            junit = "junit:junit:4.13"
            [plugins]
            spotless = { id = "com.diffplug.spotless", version = "7.0" }
            """);

    assertThat(manifest.dependencies())
        .containsExactly(
            dependency("com.squareup.okio:okio", "3.9.0", Scope.RUN, 4),
            dependency("junit:junit", "4.13", Scope.TEST, 5),
            dependency("com.diffplug.spotless", "7.0", Scope.BUILD, 7));
  }

  @Test
  void tasksOfAGradleBuildInKotlinAreCommands() {
    assertThat(
            read(
                    "build.gradle.kts",
                    """
                    tasks.register<Copy>("pack") {
                    }
                    val docs by tasks.registering(Jar::class) {
                    }
                    """)
                .commands())
        .extracting(Manifest.Command::name)
        .containsExactly("pack", "docs");
  }

  @Test
  void goModulesLeaveOutWhatOthersNeed() {
    Manifest manifest =
        read(
            "go.mod",
            """
            module example.com/x // the name
            go 1.23
            require (
            \tgithub.com/a/b v1.2.3
            \tgithub.com/c/d v0.1.0 // indirect
            )
            require github.com/e/f v2.0.0
            replace github.com/a/b => ../b
            """);

    assertThat(manifest.name()).contains(new Fact("example.com/x", 1));
    assertThat(manifest.dependencies())
        .containsExactly(
            dependency("github.com/a/b", "v1.2.3", Scope.RUN, 4),
            dependency("github.com/e/f", "v2.0.0", Scope.RUN, 7));
    assertThat(read("go.work", "go 1.23\nuse (\n  ./a\n  ./b\n)\n").modules())
        .containsExactly(new Fact("./a", 3), new Fact("./b", 4));
  }

  @Test
  void cargoGivesWorkspacesAndScopesOfAllTables() {
    Manifest manifest =
        read(
            "Cargo.toml",
            """
            [package]
            name = "rg"
            version = "1.0.0"
            [[bin]]
            name = "rg"
            [workspace]
            members = [
              "crates/a",
              "crates/b", # the second
            ]
            [dependencies]
            log = "0.4"
            serde = { version = "1", features = ["derive"] }
            [dev-dependencies.quick]
            version = "2"
            [target.'cfg(unix)'.build-dependencies]
            cc = { path = "../cc" }
            """);

    assertThat(manifest.version()).contains(new Fact("1.0.0", 3));
    assertThat(manifest.programs()).containsExactly(new Fact("rg", 5));
    assertThat(manifest.modules())
        .containsExactly(new Fact("crates/a", 8), new Fact("crates/b", 9));
    assertThat(manifest.dependencies())
        .containsExactly(
            dependency("log", "0.4", Scope.RUN, 12),
            dependency("serde", "1", Scope.RUN, 13),
            dependency("quick", "2", Scope.TEST, 15),
            dependency("cc", "", Scope.BUILD, 17));
  }

  @Test
  void cmakeGivesTargetsAndWhatTheyAreLinkedWith() {
    Manifest manifest =
        read(
            "CMakeLists.txt",
            """
            cmake_minimum_required(VERSION 3.20)
            project(Clock VERSION 1.2 LANGUAGES CXX) # add_executable(no)
            find_package(fmt 9 REQUIRED)
            add_library(core src/a.cc)
            add_executable(clock main.cc)
            add_executable(${dynamic} main.cc)
            target_link_libraries(clock PRIVATE core fmt::fmt)
            add_subdirectory(test)
            """);

    assertThat(manifest.name()).contains(new Fact("Clock", 2));
    assertThat(manifest.version()).contains(new Fact("1.2", 2));
    assertThat(manifest.dependencies()).containsExactly(dependency("fmt", "9", Scope.RUN, 3));
    assertThat(manifest.targets())
        .containsExactly(
            new Target("core", false, List.of(), 4),
            new Target("clock", true, List.of("core", "fmt::fmt"), 5));
    assertThat(manifest.modules()).containsExactly(new Fact("test", 8));
  }

  @Test
  void dotnetGivesPackagesProjectsAndPrograms() {
    Manifest manifest =
        read(
            "src/Tool/Tool.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType>
                <TargetFramework>net9.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Serilog" Version="4.0.0" />
                <PackageReference Include="xunit"><Version>2.9</Version></PackageReference>
                <ProjectReference Include="..\\Core\\Core.csproj" />
              </ItemGroup>
            </Project>
            """);

    assertThat(manifest.name()).contains(new Fact("Tool", 1));
    assertThat(manifest.dependencies())
        .containsExactly(
            dependency("Serilog", "4.0.0", Scope.RUN, 5),
            dependency("xunit", "2.9", Scope.TEST, 6));
    assertThat(manifest.modules()).containsExactly(new Fact("../Core/Core.csproj", 7));
    assertThat(manifest.targets()).containsExactly(new Target("Tool", true, List.of(), 2));
  }

  @Test
  void composerGivesScriptsAndTheVersionOfPhp() {
    Manifest manifest =
        read(
            "composer.json",
            """
            {"name": "a/b",
             "require": {"php": "^8.3", "psr/log": "^3.0"},
             "require-dev": {"phpunit/phpunit": "^11"},
             "autoload": {"psr-4": {"A\\\\": "src/"}},
             "bin": ["bin/tool.php"],
             "scripts": {"test": "phpunit"}}
            """);

    assertThat(manifest.runtime()).contains(new Fact("PHP ^8.3", 2));
    assertThat(manifest.programs()).containsExactly(new Fact("tool", 5));
    assertThat(manifest.commands()).containsExactly(new Manifest.Command("test", "phpunit", 6));
    assertThat(manifest.modules()).containsExactly(new Fact("src/", 4));
    assertThat(manifest.dependencies())
        .containsExactly(
            dependency("psr/log", "^3.0", Scope.RUN, 2),
            dependency("phpunit/phpunit", "^11", Scope.TEST, 3));
  }

  @Test
  void aScriptOfComposerIsToldByItsCommands() {
    Manifest manifest =
        read(
            "composer.json",
            """
            {"scripts": {
              "dev": [
                "Composer\\\\Config::disableProcessTimeout",
                "php artisan serve",
                "php artisan queue:work"
              ]
            }}
            """);

    assertThat(manifest.commands())
        .containsExactly(
            new Manifest.Command("dev", "php artisan serve; php artisan queue:work", 2));
  }

  /** A wiki listed {@code make try} and {@code make except}: lines of a program in a variable. */
  @Test
  void aVariableOfSeveralLinesHasNoTargetsAndATargetWithoutRecipeRunsWhatItNeeds() {
    String makefile =
        """
        define OPEN
        try:
        	import a
        endef
        clean: clean-build clean-pyc
        test: build
        clean-build:
        	rm -r build
        test:
        	pytest
        """;

    assertThat(read("Makefile", makefile).commands())
        .extracting(one -> one.name() + " > " + one.text())
        .containsExactly(
            "clean > make clean-build clean-pyc", "test > pytest", "clean-build > rm -r build");
    assertThat(ManifestReader.read("tests.mk", SourceText.of(makefile))).isPresent();
    assertThat(ManifestReader.read("mk/tests.mk", SourceText.of(makefile))).isEmpty();
  }

  /** What people need who work on a project was said to be for tests, linters too. */
  @Test
  void onlyToolsForTestsAreForTests() {
    assertThat(
            read(
                    "pyproject.toml",
                    """
                    [dependency-groups]
                    dev = ["ruff", { include-group = "test" }, "pytest-cov"]
                    test = ["requests"]
                    """)
                .dependencies())
        .extracting(one -> one.name() + " " + one.scope())
        .containsExactly("ruff BUILD", "pytest-cov TEST", "requests TEST");
    Manifest composer =
        read(
            "composer.json",
            """
            {"require-dev": {"phpstan/phpstan": "^2", "phpunit/phpunit": "^11"},
             "scripts": {"post-install-cmd": ["@auto"], "pre-update-cmd": "x", "lint": "phpstan"}}
            """);
    assertThat(composer.dependencies())
        .extracting(one -> one.name() + " " + one.scope())
        .containsExactly("phpstan/phpstan BUILD", "phpunit/phpunit TEST");
    assertThat(composer.commands()).extracting(Manifest.Command::name).containsExactly("lint");
  }

  @Test
  void gemsGiveTheirDependenciesAndExecutables() {
    Manifest manifest =
        read(
            "x.gemspec",
            """
            Gem::Specification.new do |s|
              s.name = "x"
              s.executables = %w(x xd)
              s.add_dependency "rack", "~> 3.0", "< 4"
              s.add_development_dependency("rake")
            end
            """);

    assertThat(manifest.programs()).containsExactly(new Fact("x", 3), new Fact("xd", 3));
    assertThat(manifest.dependencies())
        .containsExactly(
            dependency("rack", "~> 3.0, < 4", Scope.RUN, 4),
            dependency("rake", "", Scope.BUILD, 5));
  }

  @Test
  void haskellSwiftScalaAndLuaPackagesAreRead() {
    assertThat(
            read("p.cabal", "name: p\nexecutable q\n  build-depends: base >= 4 && < 5,\n    text\n")
                .dependencies())
        .containsExactly(
            dependency("base", ">= 4 && < 5", Scope.RUN, 3), dependency("text", "", Scope.RUN, 4));
    assertThat(
            read(
                    "Package.swift",
                    """
                    let p = Package(name: "P", dependencies: [
                    .package(url: "https://x.test/nio.git", from: "2.0.0")])
                    """)
                .dependencies())
        .containsExactly(dependency("https://x.test/nio.git", "2.0.0", Scope.RUN, 2));
    assertThat(
            read("build.sbt", "libraryDependencies += \"g\" %% \"a\" % \"1.0\" % Test\n")
                .dependencies())
        .containsExactly(dependency("g:a", "1.0", Scope.TEST, 1));
    assertThat(read("x-1.rockspec", "dependencies = { \"lua >= 5.1\", \"lpeg ~> 1\" }\n"))
        .satisfies(rock -> {
          assertThat(rock.runtime()).contains(new Fact("Lua >= 5.1", 1));
          assertThat(rock.dependencies()).containsExactly(dependency("lpeg", "~> 1", Scope.RUN, 1));
        });
  }

  private static List<String> commands(String path, String text) {
    return read(path, text).commands().stream()
        .map(one -> one.line() + " " + one.name() + (one.text().isEmpty() ? "" : ": " + one.text()))
        .toList();
  }

  @Test
  void filesOfRecipesGiveTheirCommandsWithWhatTheyRun() {
    assertThat(
            commands(
                "justfile",
                """
                set shell := ["bash"]
                alias t := test
                _hidden:
                  true
                @test filter='all' *args: build
                    cargo test {{filter}}
                    echo done
                [private]
                inner:
                  true
                build: && test
                \tcargo build
                """))
        .containsExactly("5 test: cargo test {{filter}}", "11 build: cargo build");
    assertThat(
            commands(
                "Taskfile.yml",
                """
                version: '3'
                tasks:
                  build:
                    desc: Builds it
                    cmds:
                      - go build ./...
                      - cmd: go vet ./...
                  quick: go test -short
                """))
        .containsExactly("3 build: go build ./...; go vet ./...", "8 quick: go test -short");
    assertThat(
            commands(
                "Rakefile",
                """
                RSpec::Core::RakeTask.new
                Rake::TestTask.new(:unit) do |t|
                end
                desc "Fills the tables"
                namespace :db do
                  task :seed => :environment do
                  end
                end
                task default: [:spec]
                """))
        .containsExactly("1 spec", "2 unit", "6 db:seed", "9 default");
    assertThat(commands("build.zig", "const t = b.step(\"test\", \"Runs\");\n"))
        .containsExactly("1 test");
  }

  @Test
  void theTaskRunnersOfPythonGiveWhatIsTyped() {
    assertThat(
            commands(
                "pyproject.toml",
                """
                [tool.poe.tasks]
                test = "pytest -q"
                lint.cmd = "ruff check"
                [tool.poe.tasks.docs]
                help = "Builds the documents"
                cmd = "sphinx-build"
                [tool.hatch.envs.default.scripts]
                cov = "pytest --cov"
                [tool.hatch.envs.types.scripts]
                check = "mypy"
                [tool.pdm.scripts]
                serve = {shell = "uvicorn app"}
                """))
        .containsExactly(
            "2 poe test: pytest -q",
            "3 poe lint: ruff check",
            "6 poe docs: sphinx-build",
            "8 hatch run cov: pytest --cov",
            "10 hatch run types:check: mypy",
            "12 pdm run serve: uvicorn app");
    assertThat(
            commands(
                "tox.ini",
                "[tox]\nenvlist = py\n[testenv]\ncommands =\n    pytest\n[testenv:lint]\ncommands = ruff check\n"))
        .containsExactly("3 tox: pytest", "6 tox -e lint: ruff check");
    assertThat(
            commands(
                "noxfile.py",
                """
                @nox.session(name="unit", python=["3.12"])
                def tests(session):
                    session.install(".")
                    session.run("pytest", "-q")

                def helper(session):
                    pass
                """))
        .containsExactly("2 nox -s unit: pytest -q");
  }

  @Test
  void packagesOfElixirAndDartGiveWhatTheyDependOn() {
    Manifest mix =
        read(
            "mix.exs",
            """
            defmodule Post.MixProject do
              @version "1.2.0"
              def project do
                [app: :post, version: @version, elixir: "~> 1.15", deps: deps()]
              end
              defp deps do
                [
                  {:jason, "~> 1.4"},
                  {:credo, "~> 1.7", only: [:dev, :test]},
                  {:ok, value}
                ]
              end
              defp aliases do
                [
                  setup: ["deps.get", "ecto.setup"],
                  "ecto.reset": ["ecto.drop", "ecto.setup"],
                  lint: "credo --strict"
                ]
              end
            end
            """);
    assertThat(mix.name()).contains(new Fact("post", 4));
    assertThat(mix.version()).contains(new Fact("1.2.0", 2));
    assertThat(mix.runtime()).contains(new Fact("Elixir ~> 1.15", 4));
    assertThat(mix.commands())
        .containsExactly(
            new Manifest.Command("mix setup", "deps.get, ecto.setup", 15),
            new Manifest.Command("mix ecto.reset", "ecto.drop, ecto.setup", 16),
            new Manifest.Command("mix lint", "credo --strict", 17));
    assertThat(mix.dependencies())
        .containsExactly(
            dependency("jason", "~> 1.4", Scope.RUN, 8),
            dependency("credo", "~> 1.7", Scope.TEST, 9));
    assertThat(
            read(
                    "pubspec.yaml",
                    "name: post\ndependencies:\n  http: ^1.0\ndev_dependencies:\n  test: any\n")
                .dependencies())
        .containsExactly(
            dependency("http", "^1.0", Scope.RUN, 3), dependency("test", "any", Scope.TEST, 5));
  }

  @Test
  void olderPythonFilesGiveTheirRequirements() {
    assertThat(
            read("setup.py", "setup(name='x', install_requires=['a>=1', 'b'],)\n").dependencies())
        .containsExactly(dependency("a", ">=1", Scope.RUN, 1), dependency("b", "", Scope.RUN, 1));
    assertThat(
            read("setup.cfg", "[options]\ninstall_requires =\n    a>=1\n    b[c]==2 ; x\n")
                .dependencies())
        .containsExactly(
            dependency("a", ">=1", Scope.RUN, 3), dependency("b", "==2", Scope.RUN, 4));
    assertThat(read("requirements-dev.txt", "# x\n-r base.txt\npytest==8\n").dependencies())
        .containsExactly(dependency("pytest", "==8", Scope.TEST, 3));
  }

  @Test
  void noTextIsAnErrorWhateverTheFileIsCalled() {
    long seed = 20_261_124L;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String signs = "{}[]()\"'`=:,<>/\\#-%$. \n\tab1version name project dependencies include";
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(400); i > 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      for (String name : NAMES) {
        assertThat(ManifestReader.read(name, SourceText.of("x\n" + text))).isPresent();
      }
    }
  }

  @Test
  void bracketsWithoutEndCostNoMoreThanTheirLength() {
    for (String open :
        List.of("(", "[", "{", "\"", "'", "a=[", "a={b=", "<a>", "include '", "/*")) {
      SourceText text = SourceText.of(open.repeat(900_000 / open.length()));
      for (String name : NAMES) {
        long start = System.nanoTime();
        assertThat(ManifestReader.read(name, text)).isPresent();
        assertThat(System.nanoTime() - start).as(name + " " + open).isLessThan(5_000_000_000L);
      }
    }
  }

  /** What a build looks for to run tests with was told as needed when it runs. */
  @Test
  void packagesThatAreThereForTestsAreSo() {
    Manifest manifest =
        read("CMakeLists.txt", "project(gates)\nfind_package(ZLIB)\nfind_package(XCTest CONFIG)\n");

    assertThat(manifest.dependencies())
        .extracting(one -> one.name() + " " + one.scope())
        .containsExactly("ZLIB RUN", "XCTest TEST");
  }

  /** “When it runs it needs …” named crates that only a feature brings. */
  @Test
  void whatOnlyAFeatureBringsIsAnExtraUnlessItIsChosenByDefault() {
    Manifest manifest =
        read(
            "Cargo.toml",
            """
            [package]
            name = "tide"
            [dependencies]
            gauge = "1"
            trace = { version = "2", optional = true }
            colour = { optional = true, version = "3" }
            [dependencies.chart]
            version = "4"
            optional = true
            [features]
            default = ["shown"]
            shown = ["dep:colour"]
            otel = ["dep:trace", "chart"]
            """);

    assertThat(manifest.dependencies())
        .extracting(one -> one.name() + " " + one.scope())
        .containsExactly("gauge RUN", "trace EXTRA", "colour RUN", "chart EXTRA");
  }

  @Test
  void whatCMakeLooksForUnderAConditionIsAnExtra() {
    Manifest manifest =
        read(
            "CMakeLists.txt",
            """
            project(tide)
            find_package(Gauge REQUIRED)
            if(TIDE_CHARTS)
              find_package(Chart REQUIRED)
            endif()
            if(NOT TARGET Level)
              find_package(Level REQUIRED)
            endif()
            find_package(Buoy)
            """);

    assertThat(manifest.dependencies())
        .extracting(one -> one.name() + " " + one.scope())
        .containsExactly("Gauge RUN", "Chart EXTRA", "Level RUN", "Buoy RUN");
  }

  /** “`hatch run all` runs `hatch run style:fix`”, which was the first of its four steps. */
  @Test
  void aTaskOfSeveralStepsIsToldByAllOfThem() {
    Manifest manifest =
        read(
            "pyproject.toml",
            """
            [project]
            name = "tide"
            [tool.hatch.envs.default.scripts]
            all = [
              "hatch run style:fix",
              "hatch run test:all",
            ]
            one = "tide up"
            """);

    assertThat(manifest.commands())
        .containsExactly(
            new Manifest.Command("hatch run all", "hatch run style:fix; hatch run test:all", 5),
            new Manifest.Command("hatch run one", "tide up", 8));
  }
}
