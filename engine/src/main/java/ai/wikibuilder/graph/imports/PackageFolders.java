package ai.wikibuilder.graph.imports;

import ai.wikibuilder.graph.manifests.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which folder a package has that other files name, as the repository's manifests say. */
public final class PackageFolders {
  /**
   * A short name for paths, as a tsconfig.json declares it.
   *
   * @param configFolder it holds for files below this folder
   * @param pattern what imports begin with; a star at the end stands for the rest
   * @param target folder or file from the root of the repository, with a star if the pattern has
   *     one
   */
  record Alias(String configFolder, String pattern, String target) {}

  private final Map<String, String> npm = new HashMap<>();
  private final Map<String, String> cargo = new HashMap<>();
  private final Map<String, String> go = new HashMap<>();
  private final Map<String, String> mains = new HashMap<>();
  private final List<Alias> aliases = new ArrayList<>();

  /** Takes the name a manifest gives to the package in its folder. */
  public void add(Manifest manifest) {
    if (manifest.name().isEmpty()) {
      return;
    }
    String name = manifest.name().get().value();
    switch (manifest.tool()) {
      case NPM -> npm.putIfAbsent(name, manifest.folder());
      case CARGO -> cargo.putIfAbsent(name.replace('-', '_'), manifest.folder());
      case GO -> go.putIfAbsent(name, manifest.folder());
      default -> {
        // imports of the other languages do not name packages
      }
    }
  }

  /** Takes the script that a package.json names as its main one. */
  public void addMain(String manifestPath, String main) {
    String folder = Paths.folder(manifestPath);
    mains.put(folder, Paths.joined(folder, main));
  }

  /** Takes the short names that a tsconfig.json declares for the files below its folder. */
  public void add(String configPath, ScriptAliases.Aliases found) {
    String folder = Paths.folder(configPath);
    String base = Paths.joined(folder, found.baseUrl());
    for (ScriptAliases.Entry entry : found.entries()) {
      aliases.add(new Alias(folder, entry.pattern(), Paths.joined(base, entry.target())));
    }
    if (!found.baseUrl().isEmpty()) {
      aliases.add(new Alias(folder, "*", Paths.inside(base, "*")));
    }
  }

  /** Aliases, those of the innermost folders and the longest patterns first. */
  List<Alias> aliases() {
    aliases.sort(
        Comparator.comparingInt((Alias alias) -> -alias.configFolder().length())
            .thenComparingInt(alias -> -alias.pattern().length()));
    return List.copyOf(aliases);
  }

  /** Main scripts of npm packages by folder. */
  Map<String, String> mains() {
    return Map.copyOf(mains);
  }

  Map<String, String> npm() {
    return Map.copyOf(npm);
  }

  Map<String, String> cargo() {
    return Map.copyOf(cargo);
  }

  Map<String, String> go() {
    return Map.copyOf(go);
  }
}
