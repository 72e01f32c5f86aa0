package ai.wikibuilder.graph.manifests;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one build file says. Immutable.
 *
 * @param version of the project itself
 * @param runtime the version of the language or runtime it asks for, as written
 * @param commands what can be run through it, in the order of the file
 * @param programs commands the package installs, by name; the value of a fact is its name
 * @param dependencies what it depends on, in the order of the file
 * @param modules folders, patterns or projects it is made of, as written
 * @param targets what it builds, where the file says so by name
 */
public record Manifest(
    String path,
    Tool tool,
    Optional<Fact> name,
    Optional<Fact> version,
    Optional<Fact> description,
    Optional<Fact> runtime,
    Optional<Fact> license,
    List<Command> commands,
    List<Fact> programs,
    List<Dependency> dependencies,
    List<Fact> modules,
    List<Target> targets) {

  /** The tool that reads the file. */
  public enum Tool {
    NPM,
    MAVEN,
    GRADLE,
    PYTHON,
    CARGO,
    GO,
    MAKE,
    CMAKE,
    DOTNET,
    COMPOSER,
    RUBY,
    SWIFT,
    HASKELL,
    LUA,
    SBT,
    MIX,
    DART,
    DENO,
    ZIG,
    JUST,
    TASK,
    RAKE,
    TOX,
    NOX,
    NIM,
    TURBO,
    NX
  }

  /**
   * A named command.
   *
   * @param text what it runs, on one line
   */
  public record Command(String name, String text, int line) {}

  /** When a dependency is needed. */
  public enum Scope {
    RUN,
    /** Only for who asks for it by name when installing. */
    EXTRA,
    TEST,
    BUILD
  }

  /**
   * Something the project depends on.
   *
   * @param name as the tool writes it: {@code group:artifact}, {@code @scope/name}, a module path,
   *     or the path of a project of the same repository
   * @param version the constraint as written, empty when the line states none
   * @param line 1-based
   */
  public record Dependency(String name, String version, Scope scope, int line) {}

  /**
   * Something the build makes.
   *
   * @param executable whether it can be run; otherwise a library
   * @param uses names of targets and libraries it is linked with
   */
  public record Target(String name, boolean executable, List<String> uses, int line) {
    public Target {
      uses = List.copyOf(uses);
    }
  }

  public Manifest {
    commands = List.copyOf(commands);
    programs = List.copyOf(programs);
    dependencies = List.copyOf(dependencies);
    modules = List.copyOf(modules);
    targets = List.copyOf(targets);
  }

  /** The same manifest with other dependencies. */
  public Manifest with(List<Dependency> others) {
    return new Manifest(
        path,
        tool,
        name,
        version,
        description,
        runtime,
        license,
        commands,
        programs,
        others,
        modules,
        targets);
  }

  /** The folder it stands in, empty for the root. */
  public String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The file's name without its folder. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * Whether its folder is a project of its own. Lists of versions, of projects or of things to
   * install are not, nor are the files a build keeps in every folder.
   */
  public boolean isProject() {
    String file = fileName().toLowerCase(Locale.ROOT);
    return switch (tool) {
      case MAKE, JUST, TASK, RAKE, TOX, NOX, DENO, TURBO, NX -> false;
      case CMAKE -> name.isPresent();
      case GRADLE -> file.startsWith("build.gradle");
      case GO -> file.equals("go.mod");
      case PYTHON -> !file.endsWith(".txt") && !file.equals("pipfile");
      case DOTNET -> file.endsWith("proj");
      case RUBY -> file.endsWith(".gemspec");
      case HASKELL -> file.endsWith(".cabal");
      case NPM -> file.equals("package.json");
      case SBT -> file.equals("build.sbt");
      case MAVEN, CARGO, COMPOSER, SWIFT, LUA, MIX, DART, ZIG, NIM -> true;
    };
  }
}
