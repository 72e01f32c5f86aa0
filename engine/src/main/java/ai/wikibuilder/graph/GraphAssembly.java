package ai.wikibuilder.graph;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.graph.columns.ImportColumns;
import ai.wikibuilder.graph.languages.CodeFiles;
import ai.wikibuilder.graph.languages.LanguageRules.ImportStyle;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.modules.CrossingLine;
import ai.wikibuilder.graph.modules.DependencyCounter;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.graph.modules.ModuleCutter;
import ai.wikibuilder.graph.modules.ModuleDependency;
import ai.wikibuilder.graph.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/** Works out modules, dependencies and importance once the edges stand. */
final class GraphAssembly {
  private final Scopes scopes;
  private final EdgeTable edges;
  private final ImportResolver imports;

  private GraphAssembly(Scopes scopes, EdgeTable edges, ImportResolver imports) {
    this.scopes = scopes;
    this.edges = edges;
    this.imports = imports;
  }

  static CodeGraph assemble(Scopes scopes, ImportResolver imports, Resolver resolver, World world) {
    GraphAssembly assembly = new GraphAssembly(scopes, resolver.edges(), imports);
    List<CodeModule> modules = assembly.modules(world.manifests());
    int[] moduleOfFile = assembly.moduleOfFile(modules);
    List<Ambiguity> ambiguities = new ArrayList<>();
    for (int i = 0; i < resolver.ambiguityCount(); i++) {
      ambiguities.add(resolver.ambiguity(i));
    }
    CodeGraph.Derived derived =
        new CodeGraph.Derived(
            modules, assembly.dependencies(moduleOfFile), world, List.copyOf(ambiguities));
    float[] importance = new Importance(scopes, resolver.edges()).ofSymbols();
    ImportColumns imported = assembly.sealedImports();
    scopes.names.seal(assembly.namesInUse(imported));
    CodeGraph.Tables tables =
        new CodeGraph.Tables(scopes.names, scopes.files, scopes.symbols, resolver.edges());
    return new CodeGraph(tables, derived, importance, imported);
  }

  /** Names that answers are made of; the rest was needed to find the edges. */
  private BitSet namesInUse(ImportColumns imported) {
    BitSet used = new BitSet();
    for (int symbol = 0; symbol < scopes.symbols.size(); symbol++) {
      used.set(scopes.symbols.name(symbol));
    }
    for (int i = 0; i < imported.size(); i++) {
      used.set(imported.module(i));
      used.set(imported.name(i));
    }
    for (int file = 0; file < scopes.files.size(); file++) {
      used.set(scopes.files.languageName(file));
    }
    return used;
  }

  private ImportColumns sealedImports() {
    ImportColumns columns = imports.references().imports();
    int[] landings = new int[columns.size()];
    for (int file = 0; file < scopes.files.size(); file++) {
      for (int i = scopes.files.firstImport(file); i < scopes.files.firstImport(file + 1); i++) {
        landings[i] = imports.landing(file, i);
      }
    }
    columns.seal(landings);
    return columns;
  }

  private List<CodeModule> modules(List<Manifest> manifests) {
    TreeSet<String> folders = new TreeSet<>();
    for (Manifest manifest : manifests) {
      if (manifest.isProject()) {
        folders.add(manifest.folder());
      }
    }
    List<ModuleCutter.PlacedFile> placed = filesOf(FileRole.MAIN);
    if (placed.isEmpty()) {
      placed = filesOf(FileRole.EXAMPLE);
    }
    return ModuleCutter.cut(placed.isEmpty() ? filesOf(FileRole.TEST) : placed, folders);
  }

  private List<ModuleCutter.PlacedFile> filesOf(FileRole role) {
    List<ModuleCutter.PlacedFile> result = new ArrayList<>();
    for (int file = 0; file < scopes.files.size(); file++) {
      String path = scopes.files.path(file);
      boolean code = scopes.files.outcome(file) != FileFacts.Outcome.TEXT || CodeFiles.isCode(path);
      if (code
          && scopes.files.role(file, scopes.symbols) == role
          && !CodeFiles.isBuildScript(path)) {
        boolean included = scopes.rules(file).imports() == ImportStyle.INCLUDE;
        result.add(new ModuleCutter.PlacedFile(file, path, scopes.files.lineCount(file), included));
      }
    }
    return result;
  }

  private int[] moduleOfFile(List<CodeModule> modules) {
    int[] result = new int[scopes.files.size()];
    Arrays.fill(result, -1);
    for (CodeModule module : modules) {
      for (int file : module.files()) {
        result[file] = module.id();
      }
    }
    return result;
  }

  private List<ModuleDependency> dependencies(int[] moduleOfFile) {
    DependencyCounter counter = new DependencyCounter();
    for (int edge = 0; edge < edges.size(); edge++) {
      int source = edges.source(edge);
      int file = source >= 0 ? scopes.fileOf(source) : ~source;
      int from = moduleOfFile[file];
      int to = moduleOfFile[scopes.fileOf(edges.target(edge))];
      boolean product = source < 0 || !scopes.symbols.isTest(source);
      boolean crosses = from >= 0 && to >= 0 && from != to && product;
      if (crosses && edges.certainty(edge) == Certainty.EXACT) {
        counter.addLine(
            from,
            to,
            new CrossingLine(
                file,
                edges.line(edge),
                Math.max(source, -1),
                edges.target(edge),
                edges.kind(edge)));
      }
    }
    for (int file = 0; file < scopes.files.size(); file++) {
      for (int i = scopes.files.firstImport(file); i < scopes.files.firstImport(file + 1); i++) {
        int target = imports.target(i);
        int targetFile = target >= 0 ? scopes.fileOf(target) : ImportResolver.fileOf(target);
        int to = targetFile < 0 ? -1 : moduleOfFile[targetFile];
        if (moduleOfFile[file] >= 0 && to >= 0 && to != moduleOfFile[file]) {
          counter.addImport(moduleOfFile[file], to);
        }
      }
    }
    return counter.dependencies();
  }
}
