package ai.wikibuilder.graph.world;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.graph.catalogs.VersionCatalogs;
import ai.wikibuilder.graph.configuration.SettingFinder;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.entrypoints.EntryPointFinder;
import ai.wikibuilder.graph.entrypoints.InheritedPaths;
import ai.wikibuilder.graph.entrypoints.SymfonyPrefixes;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.graph.manifests.ManifestReader;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.graph.routers.FileRouters;
import ai.wikibuilder.graph.routers.RoutePaths;
import ai.wikibuilder.graph.routers.RouterReader;
import ai.wikibuilder.graph.schema.SchemaCollector;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Reads each file once. Not safe for several threads; used once. */
public final class WorldCollector {
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<EntryPoint> entryPoints = new ArrayList<>();
  private final InheritedPaths inherited = new InheritedPaths();
  private final SymfonyPrefixes symfony = new SymfonyPrefixes();
  private final SettingFinder settings = new SettingFinder();
  private final VersionCatalogs catalogs = new VersionCatalogs();
  private final List<FileRouters> routers = new ArrayList<>();
  private final InstalledNames installed = new InstalledNames();
  private final SchemaCollector schema = new SchemaCollector();

  /** Adds one selected file, parsed or not. Tests and examples give their build files only. */
  public void add(String path, SourceText text, FileFacts facts) {
    ManifestReader.read(path, text)
        .ifPresent(manifest -> {
          manifests.add(manifest);
          catalogs.add(manifest, text);
          installed.add(manifest, text);
        });
    boolean workflow = path.startsWith(".github/workflows/");
    if (FileRole.of(path) != FileRole.MAIN && !workflow && !isEnvironmentExample(path)) {
      return;
    }
    CodeFile file = CodeFile.of(path, text, facts);
    List<EntryPoint> found = EntryPointFinder.find(file);
    entryPoints.addAll(found);
    inherited.add(file, found);
    symfony.add(path, text);
    routers.add(RouterReader.read(file));
    settings.add(file);
    schema.add(file);
  }

  /** {@code .env.example} in a hidden folder is still what people copy. */
  private static boolean isEnvironmentExample(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(".env.");
  }

  /** Build files of every role. */
  public List<Manifest> manifests() {
    return catalogs.resolve(manifests);
  }

  /**
   * What was found.
   *
   * @param imports where names of files lead, to follow routers to what they are mounted on
   */
  public World world(RoutePaths.Imports imports) {
    List<EntryPoint> whole =
        RoutePaths.complete(symfony.complete(inherited.complete(entryPoints)), routers, imports);
    return new World(manifests(), installed.named(whole), settings.settings(), schema.tables());
  }
}
