package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Dependency;
import ai.wikibuilder.graph.manifests.Manifest.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A manifest while it is being read; the first statement of a fact wins. */
final class Draft {
  /** Facts of one kind kept; more than anybody reads. */
  private static final int FACT_COUNT_MAX = 60;

  /** Dependencies, modules and targets kept: the largest builds known list a few hundred. */
  private static final int LIST_COUNT_MAX = 600;

  /** Longest value kept, in characters. */
  private static final int VALUE_LENGTH_MAX = 300;

  /** Parts of the names of well-known tools for tests. */
  private static final List<String> TEST_WORDS =
      List.of(
          "test",
          "jest",
          "mocha",
          "chai",
          "sinon",
          "jasmine",
          "karma",
          "cypress",
          "playwright",
          "mock",
          "coverage",
          "hypothesis",
          "freezegun",
          "spec",
          "capybara",
          "cucumber",
          "factory",
          "faker",
          "simplecov",
          "phpunit",
          "pestphp",
          "behat",
          "tox",
          "nox");

  private Optional<Fact> name = Optional.empty();
  private Optional<Fact> version = Optional.empty();
  private Optional<Fact> description = Optional.empty();
  private Optional<Fact> runtime = Optional.empty();
  private Optional<Fact> license = Optional.empty();
  private final List<Manifest.Command> commands = new ArrayList<>();
  private final List<Fact> programs = new ArrayList<>();
  private final List<Dependency> dependencies = new ArrayList<>();
  private final List<Fact> modules = new ArrayList<>();
  private final List<Manifest.Target> targets = new ArrayList<>();

  private static Optional<Fact> first(Optional<Fact> known, String value, int line) {
    String clean = clean(value);
    return known.isPresent() || clean.isEmpty() || clean.contains("${")
        ? known
        : Optional.of(new Fact(clean, line));
  }

  private static String clean(String value) {
    if (value.length() > VALUE_LENGTH_MAX * 4) {
      return "";
    }
    String oneLine = value.strip().replaceAll("\\s+", " ");
    return oneLine.length() > VALUE_LENGTH_MAX ? "" : oneLine;
  }

  /**
   * What something is for that only those need who work on the project: building, unless its name
   * says testing.
   */
  static Scope scopeOfWork(String name) {
    return TEST_WORDS.stream().anyMatch(name::contains) ? Scope.TEST : Scope.BUILD;
  }

  void name(String value, int line) {
    name = first(name, value, line);
  }

  void version(String value, int line) {
    version = first(version, value, line);
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

  /** What is named twice is kept once, where it is named first. */
  void command(String commandName, String text, int line) {
    boolean known = commands.stream().anyMatch(one -> one.name().equals(commandName));
    if (commands.size() < FACT_COUNT_MAX && !commandName.isEmpty() && !known) {
      commands.add(new Manifest.Command(commandName, clean(text), line));
    }
  }

  /** One step of a command of several, which are told in a row. */
  void step(String commandName, String text, int line) {
    for (int i = 0; i < commands.size(); i++) {
      Manifest.Command known = commands.get(i);
      if (known.name().equals(commandName)) {
        String steps = known.text() + "; " + clean(text);
        // steps that are too long to be told are told by none of them
        String kept = known.text().isEmpty() || steps.length() > VALUE_LENGTH_MAX ? "" : steps;
        commands.set(i, new Manifest.Command(commandName, kept, known.line()));
        return;
      }
    }
    command(commandName, text, line);
  }

  /** Says that a dependency is there only for those who ask for it. */
  void optional(String dependency) {
    for (int i = 0; i < dependencies.size(); i++) {
      Dependency known = dependencies.get(i);
      if (known.name().equals(dependency) && known.scope() == Scope.RUN) {
        dependencies.set(
            i, new Dependency(known.name(), known.version(), Scope.EXTRA, known.line()));
      }
    }
  }

  void program(String value, int line) {
    if (programs.size() < FACT_COUNT_MAX && !clean(value).isEmpty()) {
      programs.add(new Fact(clean(value), line));
    }
  }

  /** What is named twice with the same scope is kept once, where it is named first. */
  void dependency(String value, String constraint, Scope scope, int line) {
    String clean = clean(value);
    boolean known =
        dependencies.stream().anyMatch(one -> one.name().equals(clean) && one.scope() == scope);
    if (dependencies.size() < LIST_COUNT_MAX && !clean.isEmpty() && !known) {
      dependencies.add(new Dependency(clean, clean(constraint), scope, line));
    }
  }

  void module(String value, int line) {
    String clean = clean(value);
    if (modules.size() < LIST_COUNT_MAX
        && !clean.isEmpty()
        && modules.stream().noneMatch(one -> one.value().equals(clean))) {
      modules.add(new Fact(clean, line));
    }
  }

  void target(Manifest.Target target) {
    if (targets.size() < LIST_COUNT_MAX) {
      targets.add(target);
    }
  }

  /** Says that a target made before is linked with libraries. */
  void uses(String target, List<String> libraries) {
    for (int i = 0; i < targets.size(); i++) {
      Manifest.Target known = targets.get(i);
      if (known.name().equals(target) && known.uses().size() < FACT_COUNT_MAX) {
        List<String> uses = new ArrayList<>(known.uses());
        uses.addAll(libraries.subList(0, Math.min(FACT_COUNT_MAX, libraries.size())));
        targets.set(i, new Manifest.Target(target, known.executable(), uses, known.line()));
        return;
      }
    }
  }

  Manifest manifest(String path, Manifest.Tool tool) {
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
        dependencies,
        modules,
        targets);
  }
}
