package ai.wikibuilder.graph.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A manifest while it is being read; the first statement of a fact wins. */
final class Draft {
  /** Facts of one kind kept; more than anybody reads. */
  private static final int FACT_COUNT_MAX = 60;

  /** Longest value kept, in characters. */
  private static final int VALUE_LENGTH_MAX = 300;

  private Optional<Fact> name = Optional.empty();
  private Optional<Fact> description = Optional.empty();
  private Optional<Fact> runtime = Optional.empty();
  private Optional<Fact> license = Optional.empty();
  private final List<Manifest.Command> commands = new ArrayList<>();
  private final List<Fact> programs = new ArrayList<>();
  private final List<Fact> dependencies = new ArrayList<>();

  private static Optional<Fact> first(Optional<Fact> known, String value, int line) {
    String clean = clean(value);
    return known.isPresent() || clean.isEmpty() || clean.contains("${")
        ? known
        : Optional.of(new Fact(clean, line));
  }

  private static String clean(String value) {
    String oneLine = value.strip().replaceAll("\\s+", " ");
    return oneLine.length() > VALUE_LENGTH_MAX ? "" : oneLine;
  }

  void name(String value, int line) {
    name = first(name, value, line);
  }

  void description(String value, int line) {
    description = first(description, value, line);
  }

  void runtime(String value, int line) {
    runtime = first(runtime, value, line);
  }

  void license(String value, int line) {
    license = first(license, value, line);
  }

  void command(String commandName, String text, int line) {
    if (commands.size() < FACT_COUNT_MAX && !commandName.isEmpty()) {
      commands.add(new Manifest.Command(commandName, clean(text), line));
    }
  }

  void program(String value, int line) {
    add(programs, value, line);
  }

  void dependency(String value, int line) {
    add(dependencies, value, line);
  }

  private static void add(List<Fact> facts, String value, int line) {
    if (facts.size() < FACT_COUNT_MAX && !clean(value).isEmpty()) {
      facts.add(new Fact(clean(value), line));
    }
  }

  Manifest manifest(String path, Manifest.Tool tool) {
    return new Manifest(
        path, tool, name, description, runtime, license, commands, programs, dependencies);
  }
}
