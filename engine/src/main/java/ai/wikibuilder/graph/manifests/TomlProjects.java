package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the build files written in TOML: of Python, of Cargo, and Gradle's list of versions. */
final class TomlProjects {
  /** What is typed before the name of a command, by the table that lists the commands. */
  private static final Map<String, String> RUNNERS =
      Map.of(
          "tool.poe.tasks", "poe ",
          "tool.pdm.scripts", "pdm run ",
          "tool.taskipy.tasks", "task ",
          "tool.rye.scripts", "rye run ",
          "tool.pixi.tasks", "pixi run ");

  private static final Pattern INNER_TABLE =
      Pattern.compile("(scripts|gui-scripts|optional-dependencies)\\.(.+)");

  private TomlProjects() {}

  static void readPython(SourceText text, Draft draft) {
    Toml.read(
        text,
        (table, key, value) -> {
          // "scripts.pytest" in [project] is "pytest" in [project.scripts]
          Matcher inner = INNER_TABLE.matcher(key);
          if (table.equals("project") && inner.matches()) {
            takePython(draft, table + "." + inner.group(1), inner.group(2), value);
          } else {
            takePython(draft, table, key, value);
          }
        });
  }

  private static void takePython(Draft draft, String table, String key, Fact value) {
    switch (table) {
      case "project", "tool.poetry" -> takeProject(draft, key, value);
      case "project.scripts", "tool.poetry.scripts", "project.gui-scripts" -> {
        if (!key.isEmpty()) {
          draft.program(key, value.line());
        }
      }
      case "project.optional-dependencies" -> requirement(draft, group(key, Scope.EXTRA), value);
      // groups are for those who work on it; nobody who installs it gets one
      case "dependency-groups" -> {
        // { include-group = "test" } names a group
        if (key.indexOf('.') < 0) {
          requirement(draft, group(key, Scope.BUILD), value);
        }
      }
      case "build-system" -> {
        if (key.equals("requires")) {
          requirement(draft, Scope.BUILD, value);
        }
      }
      case "tool.poetry.dependencies", "packages" -> poetry(draft, Scope.RUN, key, value);
      case "dev-packages" -> poetry(draft, Scope.BUILD, key, value);
      case "tool.uv.workspace" -> {
        if (key.equals("members")) {
          draft.module(value.value(), value.line());
        }
      }
      default -> {
        if (table.startsWith("tool.poetry.") && table.endsWith("dependencies")) {
          poetry(draft, group(table, Scope.BUILD), key, value);
        } else {
          task(draft, table, key, value);
        }
      }
    }
  }

  /** Commands of the task runners people use with Python, by what is typed. */
  private static void task(Draft draft, String table, String key, Fact value) {
    String runner = RUNNERS.getOrDefault(table, "");
    boolean hatch = table.startsWith("tool.hatch.envs.") && table.endsWith(".scripts");
    if (hatch) {
      String environment =
          table.substring("tool.hatch.envs.".length(), table.length() - ".scripts".length());
      runner = environment.equals("default") ? "hatch run " : "hatch run " + environment + ":";
    } else if (runner.isEmpty() && table.startsWith("tool.poe.tasks.")) {
      named(draft, "poe " + table.substring("tool.poe.tasks.".length()), key, value);
      return;
    }
    int dot = key.indexOf('.');
    if (!runner.isEmpty() && !key.isEmpty()) {
      named(draft, runner + (dot < 0 ? key : key.substring(0, dot)), key, value);
    }
  }

  /** A command stated by a text, or by a table whose {@code cmd} it is. */
  private static void named(Draft draft, String typed, String key, Fact value) {
    boolean plain = key.indexOf('.') < 0 && !key.matches("help|envfile|deps|cwd|args");
    boolean runs = key.matches("(?:.*\\.)?(?:cmd|shell|script|sequence)");
    if ((plain || runs) && !value.value().isEmpty()) {
      draft.step(typed, value.value(), value.line());
    }
  }

  private static void takeProject(Draft draft, String key, Fact value) {
    switch (key) {
      case "name" -> draft.name(value.value(), value.line());
      case "version" -> draft.version(value.value(), value.line());
      case "description" -> draft.description(value.value(), value.line());
      case "license", "license.text" -> draft.license(value.value(), value.line());
      case "requires-python" -> draft.runtime("Python " + value.value(), value.line());
      case "dependencies" -> requirement(draft, Scope.RUN, value);
      default -> {
        // nothing else is read
      }
    }
  }

  /** What a group of extra requirements is for; its name is all that tells. */
  static Scope group(String name, Scope otherwise) {
    if (name.contains("test")) {
      return Scope.TEST;
    }
    boolean build =
        name.contains("dev")
            || name.contains("doc")
            || name.contains("lint")
            || name.contains("typing");
    return build ? Scope.BUILD : otherwise;
  }

  /** {@code click[extra]>=8 ; python_version < "3"}: the name, then the constraint. */
  static void requirement(Draft draft, Scope scope, Fact value) {
    String words = value.value().strip();
    int end = Lines.nameLength(words);
    String rest = words.substring(end).strip();
    if (rest.startsWith("[")) {
      rest = rest.substring(rest.indexOf(']') + 1).strip();
    }
    int marker = rest.indexOf(';');
    String constraint = marker < 0 ? rest : rest.substring(0, marker).strip();
    String name = words.substring(0, end);
    boolean named = !name.isEmpty() && Character.isLetterOrDigit(name.charAt(0));
    if (named && name.indexOf('/') < 0) {
      Scope own = scope == Scope.BUILD ? Draft.scopeOfWork(name) : scope;
      draft.dependency(name, constraint.startsWith("@") ? "" : constraint, own, value.line());
    }
  }

  private static void poetry(Draft draft, Scope scope, String key, Fact value) {
    int dot = key.indexOf('.');
    String name = dot < 0 ? key : key.substring(0, dot);
    boolean version = dot < 0 || key.endsWith(".version");
    if (name.equals("python")) {
      draft.runtime("Python " + value.value(), value.line());
    } else if (!name.isEmpty()) {
      Scope own = scope == Scope.BUILD ? Draft.scopeOfWork(name) : scope;
      draft.dependency(name, version ? value.value() : "", own, value.line());
    }
  }

  static void readCargo(SourceText text, Draft draft) {
    Set<String> optional = new LinkedHashSet<>();
    Map<String, Set<String>> features = new HashMap<>();
    Toml.read(
        text,
        (table, key, value) -> {
          takeCargo(draft, table, key, value);
          if (table.equals("features")) {
            features.computeIfAbsent(key, _ -> new HashSet<>()).add(value.value());
          } else if (value.value().isEmpty()) {
            optionalName(table, key).ifPresent(optional::add); // a word: nobody writes "false"
          }
        });
    Set<String> chosen = chosen(features);
    optional.removeIf(name -> chosen.contains(name) || chosen.contains("dep:" + name));
    optional.forEach(draft::optional);
  }

  /** {@code [dependencies] tide = { optional = true }}, {@code [dependencies.tide]} with it. */
  private static Optional<String> optionalName(String table, String key) {
    int at = table.indexOf("dependencies");
    if (at >= 0 && key.endsWith(".optional")) {
      return Optional.of(key.substring(0, key.length() - ".optional".length()));
    }
    int inner = table.indexOf("dependencies.");
    return inner >= 0 && key.equals("optional")
        ? Optional.of(table.substring(inner + "dependencies.".length()))
        : Optional.empty();
  }

  /** What is chosen where nobody chooses, by the features that name one another. */
  private static Set<String> chosen(Map<String, Set<String>> features) {
    Set<String> chosen = new HashSet<>();
    ArrayDeque<String> open = new ArrayDeque<>(features.getOrDefault("default", Set.of()));
    while (!open.isEmpty()) {
      String name = open.removeFirst();
      int slash = name.indexOf('/');
      String whole = slash < 0 ? name : name.substring(0, slash);
      if (chosen.add(whole)) {
        open.addAll(features.getOrDefault(whole, Set.of()));
      }
    }
    return chosen;
  }

  private static void takeCargo(Draft draft, String table, String key, Fact value) {
    switch (table + "/" + key) {
      case "package/name" -> draft.name(value.value(), value.line());
      case "package/version", "workspace.package/version" ->
          draft.version(value.value(), value.line());
      case "package/description" -> draft.description(value.value(), value.line());
      case "package/license" -> draft.license(value.value(), value.line());
      case "package/rust-version", "workspace.package/rust-version" ->
          draft.runtime("Rust " + value.value(), value.line());
      case "workspace/members" -> draft.module(value.value(), value.line());
      case "bin/name" -> {
        draft.program(value.value(), value.line());
        draft.target(new Manifest.Target(value.value(), true, List.of(), value.line()));
      }
      case "lib/name" ->
          draft.target(new Manifest.Target(value.value(), false, List.of(), value.line()));
      default -> cargoDependency(draft, table, key, value);
    }
  }

  /** {@code [dependencies]}, {@code [dev-dependencies.x]}, {@code [target.cfg.dependencies]}. */
  private static void cargoDependency(Draft draft, String table, String key, Fact value) {
    int at = table.indexOf("dependencies");
    boolean whole =
        at >= 0 && (at == 0 || table.charAt(at - 1) == '.' || table.charAt(at - 1) == '-');
    if (!whole) {
      return;
    }
    String before = table.substring(0, at);
    Scope scope =
        before.endsWith("dev-") ? Scope.TEST : before.endsWith("build-") ? Scope.BUILD : Scope.RUN;
    String after = table.substring(at + "dependencies".length());
    String name = after.startsWith(".") ? after.substring(1) : "";
    String field = key;
    if (name.isEmpty()) {
      int dot = key.indexOf('.');
      name = dot < 0 ? key : key.substring(0, dot);
      field = dot < 0 ? "version" : key.substring(dot + 1);
    }
    if (field.equals("version")
        || field.equals("path")
        || field.equals("git")
        || field.equals("workspace")) {
      draft.dependency(name, field.equals("version") ? value.value() : "", scope, value.line());
    }
  }

  /** {@code libs.versions.toml}; a version given by reference is looked up in the same file. */
  static void readCatalog(SourceText text, Draft draft) {
    Map<String, String> versions = new HashMap<>();
    Map<String, CatalogEntry> entries = new java.util.LinkedHashMap<>();
    Toml.read(
        text,
        (table, key, value) -> {
          if (table.equals("versions") && key.indexOf('.') < 0) {
            versions.put(key, value.value());
          } else if ((table.equals("libraries") || table.equals("plugins")) && !key.isEmpty()) {
            int dot = key.indexOf('.');
            String alias = dot < 0 ? key : key.substring(0, dot);
            entries
                .computeIfAbsent(table + "." + alias, name -> new CatalogEntry(table, value.line()))
                .put(dot < 0 ? "" : key.substring(dot + 1), value.value());
          }
        });
    entries.values().forEach(entry -> entry.addTo(draft, versions));
  }

  private static final class CatalogEntry {
    private final String table;
    private final int line;
    private final Map<String, String> fields = new HashMap<>();

    CatalogEntry(String table, int line) {
      this.table = table;
      this.line = line;
    }

    void put(String field, String value) {
      fields.put(field, value);
    }

    private String field(String name) {
      return fields.getOrDefault(name, "");
    }

    void addTo(Draft draft, Map<String, String> versions) {
      String shorthand = field("");
      String name = field("module") + field("id");
      String version = field("version") + versions.getOrDefault(field("version.ref"), "");
      if (!field("group").isEmpty()) {
        name = field("group") + ":" + field("name");
      }
      int colon = shorthand.lastIndexOf(':');
      if (colon > 0) {
        name = shorthand.substring(0, colon);
        version = shorthand.substring(colon + 1);
      }
      Scope scope = table.equals("plugins") ? Scope.BUILD : GradleBuild.scopeOfName(name);
      draft.dependency(name, version, scope, line);
    }
  }
}
