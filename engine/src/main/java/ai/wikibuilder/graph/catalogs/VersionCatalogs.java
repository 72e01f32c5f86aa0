package ai.wikibuilder.graph.catalogs;

import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.graph.manifests.Manifest.Dependency;
import ai.wikibuilder.graph.tokens.YamlLines;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The catalogs of a repository: {@code libs.versions.toml} of Gradle, {@code catalog:} of pnpm. Not
 * safe for several threads.
 */
public final class VersionCatalogs {
  private static final String GRADLE_FILE = "libs.versions.toml";
  private static final String PNPM_FILE = "pnpm-workspace.yaml";

  /** What Gradle's builds call the catalog of that file. */
  private static final String ACCESSOR = "libs.";

  /** How npm's manifests point to a catalog. */
  private static final String POINTER = "catalog:";

  private static final Pattern ALIAS = Pattern.compile("^\\s*([\\w.-]+)\\s*=");
  private static final Pattern BUNDLE = Pattern.compile("(?m)^\\s*([\\w-]+)\\s*=\\s*\\[([^]]*)]");
  private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");

  /**
   * What a catalog gives under each name.
   *
   * @param folder of the build it belongs to
   */
  private record Catalog(String path, String folder, Map<String, List<Dependency>> entries) {}

  private final List<Catalog> gradle = new ArrayList<>();
  private final List<Catalog> npm = new ArrayList<>();

  /** Adds a build file when it is a catalog. */
  public void add(Manifest manifest, SourceText text) {
    if (manifest.fileName().equals(GRADLE_FILE)) {
      gradle.add(gradle(manifest, text));
    } else if (manifest.fileName().equals(PNPM_FILE)) {
      npm.add(pnpm(manifest, text));
    }
  }

  private static Catalog gradle(Manifest manifest, SourceText text) {
    Map<String, List<Dependency>> entries = new HashMap<>();
    for (Dependency dependency : manifest.dependencies()) {
      Matcher alias = ALIAS.matcher(text.lines(dependency.line(), dependency.line()));
      if (alias.find()) {
        boolean plugin = dependency.scope() == Manifest.Scope.BUILD;
        String name = accessor(alias.group(1));
        entries.putIfAbsent(plugin ? "plugins." + name : name, List.of(dependency));
      }
    }
    String whole = text.lines(1, text.lineCount());
    int bundles = whole.indexOf("[bundles]");
    Matcher bundle = BUNDLE.matcher(bundles < 0 ? "" : whole.substring(bundles + 9));
    while (bundle.find()) {
      List<Dependency> all = new ArrayList<>();
      Matcher member = QUOTED.matcher(bundle.group(2));
      while (member.find()) {
        all.addAll(entries.getOrDefault(accessor(member.group(1)), List.of()));
      }
      entries.putIfAbsent("bundles." + accessor(bundle.group(1)), all);
    }
    String folder = manifest.folder();
    boolean usual = folder.equals("gradle") || folder.endsWith("/gradle");
    String build = usual ? folder.substring(0, Math.max(0, folder.length() - 7)) : folder;
    return new Catalog(manifest.path(), build, entries);
  }

  private static String accessor(String alias) {
    return alias.replace('-', '.').replace('_', '.');
  }

  private static Catalog pnpm(Manifest manifest, SourceText text) {
    Map<String, List<Dependency>> entries = new HashMap<>();
    for (YamlLines.Entry entry : YamlLines.read(text)) {
      String key = entry.key().replace("\"", "").replace("'", "");
      String name = key.startsWith("catalog.") ? "." + key.substring(8) : "";
      if (key.startsWith("catalogs.")) {
        name = key.substring(9);
      }
      if (!name.isEmpty() && !entry.value().isEmpty()) {
        Dependency one = new Dependency(name, entry.value(), Manifest.Scope.RUN, entry.line());
        entries.put(name, List.of(one));
      }
    }
    return new Catalog(manifest.path(), manifest.folder(), entries);
  }

  /** The manifests in their order; a catalog of Gradle that builds take from depends on nothing. */
  public List<Manifest> resolve(List<Manifest> manifests) {
    Set<Dependency> taken = new HashSet<>();
    List<Manifest> result = new ArrayList<>();
    for (Manifest manifest : manifests) {
      List<Catalog> catalogs =
          switch (manifest.tool()) {
            case GRADLE -> gradle;
            case NPM -> npm;
            default -> List.of();
          };
      result.add(catalogs.isEmpty() ? manifest : resolved(manifest, catalogs, taken));
    }
    // Once builds say what they take, a list of versions says nothing of what the rest is for.
    result.replaceAll(one -> {
      boolean list = !taken.isEmpty() && one.fileName().equals(GRADLE_FILE);
      return list ? one.with(List.of()) : one;
    });
    return List.copyOf(result);
  }

  private static Manifest resolved(
      Manifest manifest, List<Catalog> catalogs, Set<Dependency> taken) {
    List<Dependency> all = new ArrayList<>();
    for (Dependency one : manifest.dependencies()) {
      List<Dependency> meant = nearest(manifest, catalogs).getOrDefault(name(one), List.of());
      boolean npm = manifest.tool() == Manifest.Tool.NPM;
      for (Dependency other : meant) {
        String name = npm ? one.name() : other.name();
        all.add(new Dependency(name, other.version(), one.scope(), one.line()));
      }
      if (meant.isEmpty()) {
        all.add(one);
      }
      taken.addAll(npm ? List.of() : meant);
    }
    return manifest.with(all);
  }

  /** Under which name a catalog would have it. */
  private static String name(Dependency one) {
    if (one.version().startsWith(POINTER)) {
      String catalog = one.version().substring(POINTER.length());
      return (catalog.equals("default") ? "" : catalog) + "." + one.name();
    }
    String name = one.name().startsWith(ACCESSOR) ? one.name().substring(ACCESSOR.length()) : "";
    return name.endsWith(".get") ? name.substring(0, name.length() - 4) : name;
  }

  /** Of the catalogs in folders above a manifest the nearest. */
  private static Map<String, List<Dependency>> nearest(Manifest manifest, List<Catalog> catalogs) {
    Catalog best = catalogs.getFirst();
    int depth = -1;
    for (Catalog catalog : catalogs) {
      boolean above =
          catalog.folder().isEmpty() || manifest.path().startsWith(catalog.folder() + "/");
      if (above && catalog.folder().length() > depth) {
        best = catalog;
        depth = catalog.folder().length();
      }
    }
    return best.entries();
  }
}
