package ai.wikibuilder.comparisons;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.modules.CrossingLine;
import ai.wikibuilder.graph.modules.ModuleDependency;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Evidence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists what one state has, by names that mean the same in another. Used once, by one thread. */
final class Inventory {
  /** Between the names of two parts. */
  static final String ARROW = " -> ";

  /** How the size of a part is written. */
  static final Pattern SIZE = Pattern.compile("(\\d+) files, (\\d+) lines");

  private final Version version;
  private final CodeGraph graph;

  Inventory(Version version) {
    this.version = version;
    this.graph = version.graph();
  }

  Map<String, Item> of(Subject subject) {
    return switch (subject) {
      case PARTS -> parts();
      case DEPENDENCIES -> dependencies();
      case ENTRIES -> entries();
      case NAMES -> new PublicNames(version).items();
      case LIBRARIES -> libraries();
      case SETTINGS -> settings();
      case TABLES -> tables();
      case FILES -> files();
    };
  }

  private Map<String, Item> parts() {
    Map<String, Item> parts = new TreeMap<>();
    for (CodeModule module : graph.modules()) {
      if (!module.files().isEmpty()) {
        String size = "%d files, %d lines".formatted(module.files().size(), module.lineCount());
        parts.put(name(module), new Item(size, Optional.empty(), module.lineCount()));
      }
    }
    return parts;
  }

  /** The key; the root has none. */
  static String name(CodeModule module) {
    return module.key().isEmpty() ? "." : module.key();
  }

  private Map<String, Item> dependencies() {
    Map<String, Item> arrows = new TreeMap<>();
    for (ModuleDependency one : graph.dependencies()) {
      if (one.lineCount() > 0) {
        String from = name(graph.modules().get(one.from()));
        String to = name(graph.modules().get(one.to()));
        Optional<Evidence> proof =
            one.strongest().stream().findFirst().map(line -> line(line, graph));
        arrows.put(
            from + ARROW + to, new Item(Integer.toString(one.lineCount()), proof, one.lineCount()));
      }
    }
    return arrows;
  }

  private static Evidence line(CrossingLine line, CodeGraph graph) {
    return new Evidence(graph.path(line.file()), line.line(), line.line());
  }

  private Map<String, Item> entries() {
    Map<String, Item> entries = new TreeMap<>();
    for (EntryPoint one : graph.entryPoints()) {
      if (one.kind() != EntryPoint.Kind.EXPORT) { // those are names
        String kind = one.kind().name().toLowerCase(Locale.ROOT);
        entries.putIfAbsent(
            kind + " " + one.name(), new Item(one.handler(), at(one.path(), one.line()), 0));
      }
    }
    return entries;
  }

  private static Optional<Evidence> at(String path, int line) {
    return line < 1 ? Optional.empty() : Optional.of(new Evidence(path, line, line));
  }

  private Map<String, Item> libraries() {
    Map<String, Item> libraries = new TreeMap<>();
    for (Manifest manifest : graph.manifests()) {
      for (Manifest.Dependency one : manifest.dependencies()) {
        libraries.putIfAbsent(
            one.name() + " (" + manifest.path() + ")",
            new Item(one.version(), at(manifest.path(), one.line()), 0));
      }
    }
    return libraries;
  }

  private Map<String, Item> settings() {
    Map<String, Item> settings = new TreeMap<>();
    for (Setting one : graph.settings()) {
      Item item = new Item(one.value().orElse(""), at(one.path(), one.line()), 0);
      // the first place that states a value says most
      settings.merge(one.name(), item, (known, next) -> known.content().isEmpty() ? next : known);
    }
    return settings;
  }

  private Map<String, Item> tables() {
    Map<String, Item> tables = new TreeMap<>();
    for (Table table : graph.tables()) {
      List<String> columns =
          table.columns().stream().map(one -> (one.name() + " " + one.type()).strip()).toList();
      tables.putIfAbsent(
          table.name(), new Item(String.join(", ", columns), at(table.path(), table.line()), 0));
    }
    return tables;
  }

  private Map<String, Item> files() {
    return version.blobs().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                file -> new Item(file.getValue(), Optional.empty(), 0),
                (one, other) -> one,
                TreeMap::new));
  }
}
