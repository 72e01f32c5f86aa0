package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Tool;
import ai.wikibuilder.source.SourceText;
import java.util.Locale;
import java.util.Optional;

/** Knows build files by their names and has them read. Stateless, may be shared by threads. */
public final class ManifestReader {
  /** A larger build file is data, not something people wrote. */
  private static final int BYTES_MAX = 1 << 20;

  private interface Reading {
    void read(SourceText text, Draft draft);
  }

  private record Reader(Tool tool, Reading reading) {}

  private ManifestReader() {}

  /** The manifest in a file, empty when the file is none. What is damaged is left out. */
  public static Optional<Manifest> read(String path, SourceText text) {
    if (text.byteCount() > BYTES_MAX || text.lineCount() == 0) {
      return Optional.empty();
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    Optional<Reader> reader = byName(name);
    if (reader.isEmpty()) {
      reader = byEnding(path, name);
    }
    return reader
        .map(found -> {
          Draft draft = new Draft();
          found.reading().read(text, draft);
          return draft.manifest(path, found.tool());
        })
        // other tools have files of this name too
        .filter(manifest -> !name.equals("project.json") || !manifest.commands().isEmpty());
  }

  private static Optional<Reader> reader(Tool tool, Reading reading) {
    return Optional.of(new Reader(tool, reading));
  }

  private static Optional<Reader> byName(String name) {
    return switch (name) {
      case "package.json" -> reader(Tool.NPM, PackageJson::readNpm);
      case "pnpm-workspace.yaml" -> reader(Tool.NPM, PackageJson::readWorkspace);
      case "composer.json" -> reader(Tool.COMPOSER, PackageJson::readComposer);
      case "pom.xml" -> reader(Tool.MAVEN, PomXml::read);
      case "pyproject.toml", "Pipfile" -> reader(Tool.PYTHON, TomlProjects::readPython);
      case "setup.cfg" -> reader(Tool.PYTHON, PythonLists::readSetupCfg);
      case "setup.py" -> reader(Tool.PYTHON, PythonLists::readSetupPy);
      case "Cargo.toml" -> reader(Tool.CARGO, TomlProjects::readCargo);
      case "go.mod", "go.work" -> reader(Tool.GO, GoModules::read);
      case "build.gradle", "build.gradle.kts" -> reader(Tool.GRADLE, GradleBuild::readBuild);
      case "settings.gradle", "settings.gradle.kts" ->
          reader(Tool.GRADLE, GradleBuild::readSettings);
      case "libs.versions.toml" -> reader(Tool.GRADLE, TomlProjects::readCatalog);
      case "Makefile", "makefile", "GNUmakefile" -> reader(Tool.MAKE, TaskFiles::readMake);
      case "CMakeLists.txt" -> reader(Tool.CMAKE, CMakeLists::read);
      case "Gemfile" -> reader(Tool.RUBY, RubyGems::readGemfile);
      case "Package.swift" -> reader(Tool.SWIFT, LanguagePackages::readSwift);
      case "build.sbt", "plugins.sbt" -> reader(Tool.SBT, LanguagePackages::readScala);
      case "stack.yaml" -> reader(Tool.HASKELL, HaskellPackage::readStack);
      case "cabal.project" -> reader(Tool.HASKELL, HaskellPackage::readCabal);
      case "mix.exs" -> reader(Tool.MIX, LanguagePackages::readMix);
      case "pubspec.yaml" -> reader(Tool.DART, LanguagePackages::readPub);
      case "Directory.Packages.props" ->
          reader(Tool.DOTNET, (text, draft) -> DotnetProject.read("", text, draft));
      default -> taskFile(name.toLowerCase(Locale.ROOT));
    };
  }

  /** Files that only name commands. */
  private static Optional<Reader> taskFile(String name) {
    return switch (name) {
      case "justfile", ".justfile" -> reader(Tool.JUST, TaskFiles::readJust);
      case "taskfile.yml", "taskfile.yaml", "taskfile.dist.yml", "taskfile.dist.yaml" ->
          reader(Tool.TASK, TaskFiles::readTasks);
      case "rakefile", "rakefile.rb" -> reader(Tool.RAKE, TaskFiles::readRake);
      case "tox.ini" -> reader(Tool.TOX, TaskFiles::readTox);
      case "noxfile.py" -> reader(Tool.NOX, TaskFiles::readNox);
      case "build.zig" -> reader(Tool.ZIG, TaskFiles::readZig);
      case "turbo.json", "turbo.jsonc" -> reader(Tool.TURBO, TaskFiles::readTurbo);
      case "nx.json" -> reader(Tool.NX, TaskFiles::readNx);
      case "project.json" -> reader(Tool.NX, TaskFiles::readProject);
      case "deno.json", "deno.jsonc" -> reader(Tool.DENO, PackageJson::readDeno);
      default -> Optional.empty();
    };
  }

  private static Optional<Reader> byEnding(String path, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csproj") || lower.endsWith(".fsproj") || lower.endsWith(".vbproj")) {
      return reader(Tool.DOTNET, (text, draft) -> DotnetProject.read(path, text, draft));
    }
    if (lower.endsWith(".sln")) {
      return reader(Tool.DOTNET, DotnetProject::readSolution);
    }
    if (lower.endsWith(".slnx")) {
      return reader(Tool.DOTNET, DotnetProject::readSolutionXml);
    }
    if (lower.endsWith(".gemspec")) {
      return reader(Tool.RUBY, RubyGems::readSpecification);
    }
    if (lower.endsWith(".cabal")) {
      return reader(Tool.HASKELL, HaskellPackage::readCabal);
    }
    if (lower.endsWith(".nimble")) {
      String program = name.substring(0, name.length() - ".nimble".length());
      return reader(Tool.NIM, (text, draft) -> LanguagePackages.readNimble(program, text, draft));
    }
    if (lower.endsWith(".rockspec")) {
      return reader(Tool.LUA, LanguagePackages::readRock);
    }
    if (lower.endsWith(".mk") && path.indexOf('/') < 0) {
      // beside the Makefile, which includes it
      return reader(Tool.MAKE, TaskFiles::readMake);
    }
    boolean requirements = lower.startsWith("requirements") && lower.endsWith(".txt");
    return requirements
        ? reader(Tool.PYTHON, (text, draft) -> PythonLists.readRequirements(path, text, draft))
        : Optional.empty();
  }
}
