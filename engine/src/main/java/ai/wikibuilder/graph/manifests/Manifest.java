package ai.wikibuilder.graph.manifests;

import java.util.List;
import java.util.Optional;

/**
 * What one build file says. Immutable.
 *
 * @param runtime the version of the language or runtime it asks for, as written
 * @param commands what can be run through it, in the order of the file
 * @param programs commands the package installs, by name; the value of a fact is its name
 * @param dependencies names of what it depends on outside of tests, in the order of the file
 */
public record Manifest(
    String path,
    Tool tool,
    Optional<Fact> name,
    Optional<Fact> description,
    Optional<Fact> runtime,
    Optional<Fact> license,
    List<Command> commands,
    List<Fact> programs,
    List<Fact> dependencies) {

  /** The tool that reads the file. */
  public enum Tool {
    NPM,
    MAVEN,
    GRADLE,
    PYTHON,
    CARGO,
    GO,
    MAKE
  }

  /**
   * A named command.
   *
   * @param text what it runs, on one line
   */
  public record Command(String name, String text, int line) {}

  public Manifest {
    commands = List.copyOf(commands);
    programs = List.copyOf(programs);
    dependencies = List.copyOf(dependencies);
  }

  /** The folder it stands in, empty for the root. */
  public String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
