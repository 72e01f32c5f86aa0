package ai.wikibuilder.graph;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.ImportFact;
import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.graph.columns.Names;
import ai.wikibuilder.graph.columns.VariableTypes;
import ai.wikibuilder.graph.imports.ModuleFinder;
import ai.wikibuilder.graph.imports.ModuleFinders;
import ai.wikibuilder.graph.imports.PackageFolders;
import ai.wikibuilder.graph.imports.PackageMain;
import ai.wikibuilder.graph.imports.ScriptAliases;
import ai.wikibuilder.graph.languages.DocTypes;
import ai.wikibuilder.graph.languages.DottedNames;
import ai.wikibuilder.graph.languages.LanguageRules;
import ai.wikibuilder.graph.languages.LanguageRules.ImportStyle;
import ai.wikibuilder.graph.languages.RustTests;
import ai.wikibuilder.graph.routers.RoutePaths;
import ai.wikibuilder.graph.world.World;
import ai.wikibuilder.graph.world.WorldCollector;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the facts of a snapshot file by file and builds the graph. Not safe for several threads;
 * used once. Texts are read while they are added and not kept.
 */
public final class CodeGraphBuilder {
  /**
   * Raised when the same texts and facts give another graph, so that stored graphs are made anew.
   */
  public static final int VERSION = 18;

  private final Names names = new Names();
  private final FileTable files = new FileTable(names);
  private final SymbolTable symbols = new SymbolTable();
  private final ReferenceTable references = new ReferenceTable();
  private final VariableTypes variables = new VariableTypes();
  private final WorldCollector world = new WorldCollector();
  private final PackageFolders packages = new PackageFolders();
  private final List<TestModule> testModules = new ArrayList<>();
  private String lastPath = "";

  /** A module that a Rust file declares for its tests alone. */
  private record TestModule(int file, String module) {}

  /**
   * Adds one selected file, parsed or not.
   *
   * @throws IllegalArgumentException when paths do not come in ascending order, each once
   */
  public void add(String path, SourceText text, FileFacts facts) {
    if (path.compareTo(lastPath) <= 0) {
      throw new IllegalArgumentException(
          "files must be added in ascending order of their paths: %s came after %s"
              .formatted(path, lastPath));
    }
    lastPath = path;
    int first = symbols.size();
    int file = files.size();
    files.add(path, text, facts);
    files.starts(first, references.importCount(), references.size());
    VariableBinder binder =
        new VariableBinder(
            new VariableBinder.Tables(names, symbols, variables), file, facts.language(), text);
    addSymbols(first, text, facts, binder);
    boolean paths = importsPaths(LanguageRules.of(facts.language()).imports());
    for (ImportFact fact : facts.imports()) {
      references.addImport(fact, paths || isFile(fact), names);
      if (facts.language().equals("rust") && RustTests.isTestModule(text, fact.line())) {
        testModules.add(new TestModule(file, DottedNames.of(fact.module())));
      }
    }
    if (facts.language().equals("javascript")) {
      DocTypes.imports(text).forEach(fact -> references.addImport(fact, true, names));
    }
    addReferences(file, text, facts, binder);
    for (int i = 0; i < facts.symbols().size(); i++) {
      binder.fields(first + i, facts.symbols().get(i), text);
    }
    if (ScriptAliases.isConfiguration(path)) {
      packages.add(path, ScriptAliases.read(text));
    }
    if (PackageMain.isManifest(path)) {
      PackageMain.read(text).ifPresent(main -> packages.addMain(path, main));
    }
    world.add(path, text, facts);
  }

  /** In languages that have both: an import without a name is the path of a file. */
  private static boolean isFile(ImportFact fact) {
    return fact.module().contains("/") || (fact.name().isEmpty() && fact.module().contains("."));
  }

  private static boolean importsPaths(ImportStyle style) {
    return switch (style) {
      case SCRIPT_PATH, PYTHON_MODULE, GO_PACKAGE, LOAD_PATH, LUA_MODULE, SHELL_PATH -> true;
      case PACKAGE, PHP_NAME, RUST_PATH, INCLUDE, DECLARED_MODULE, NONE -> false;
    };
  }

  private void addSymbols(int first, SourceText text, FileFacts facts, VariableBinder binder) {
    boolean headers = facts.language().equals("c") || facts.language().equals("cpp");
    boolean rust = facts.language().equals("rust");
    for (Symbol symbol : facts.symbols()) {
      symbols.add(symbol, names.intern(symbol.name()), first);
      if (!symbol.owner().isEmpty()) {
        symbols.ownLast(names.intern(symbol.owner()));
      }
      if (headers && symbol.kind().isCallable() && isOnlyAnnounced(symbol, text)) {
        symbols.withoutBody();
      }
      if (rust && symbol.kind().isCallable() && isMacro(symbol, text)) {
        symbols.asMacro();
      }
      if (rust && (isTest(first, symbol) || RustTests.isTest(text.slice(symbol.signature())))) {
        symbols.asTest(symbols.size() - 1);
      }
      binder.head(symbols.size() - 1, symbol, text);
    }
  }

  /** What stands in something that is there for tests is so too. */
  private boolean isTest(int first, Symbol symbol) {
    int parent = first + symbol.parent();
    return symbol.parent() >= 0 && parent < symbols.size() && symbols.isTest(parent);
  }

  /** The files of modules that are declared for tests, and those of the modules in them. */
  private void markTestModules(ModuleFinders finders) {
    for (TestModule declared : testModules) {
      int file = finders.of(ImportStyle.RUST_PATH).file(declared.file(), declared.module());
      if (file >= 0) {
        String below = finders.folderBelow(file) + "/";
        for (int one = 0; one < files.size(); one++) {
          if (one == file || files.path(one).startsWith(below)) {
            markTests(one);
          }
        }
      }
    }
  }

  private void markTests(int file) {
    for (int symbol = files.firstSymbol(file); symbol < files.firstSymbol(file + 1); symbol++) {
      symbols.asTest(symbol);
    }
  }

  private static boolean isMacro(Symbol symbol, SourceText text) {
    return text.slice(symbol.signature()).contains("macro_rules!"); // attributes come first
  }

  /** A prototype ends with its head, or with a semicolon behind it. */
  private static boolean isOnlyAnnounced(Symbol symbol, SourceText text) {
    int headEnd = symbol.signature().endByte();
    return text.slice(Math.min(headEnd, symbol.span().endByte()), symbol.span().endByte())
            .replace(";", "")
            .isBlank()
        && !text.slice(symbol.signature()).startsWith("#");
  }

  private void addReferences(int file, SourceText text, FileFacts facts, VariableBinder binder) {
    int first = files.firstSymbol(file);
    for (Reference reference : facts.references()) {
      if (reference.line() < 1 || reference.line() > text.lineCount()) {
        continue;
      }
      boolean inside = reference.enclosing() >= 0 && first + reference.enclosing() < symbols.size();
      int enclosing = inside ? first + reference.enclosing() : -1;
      int place = binder.place(reference);
      String qualifier = binder.qualifier(reference, place);
      references.addPlace(reference.kind(), reference.line(), enclosing);
      references.addName(names.intern(reference.name()), names.intern(qualifier));
      binder.bind(reference, place, qualifier, enclosing);
    }
  }

  /** Resolves what was added. The builder cannot be used afterwards. */
  public CodeGraph build() {
    files.starts(symbols.size(), references.importCount(), references.size());
    symbols.trim();
    world.manifests().forEach(packages::add);
    ModuleFinders finders = new ModuleFinders(files, packages);
    markTestModules(finders);
    Scopes scopes = new Scopes(files, symbols, names);
    ImportResolver imports = new ImportResolver(references, scopes, finders);
    Resolver resolver = new Resolver(scopes, imports, references, variables);
    resolver.resolve();
    World found = world.world(new ImportedRouters(scopes, imports, references, finders));
    return GraphAssembly.assemble(scopes, imports, resolver, found);
  }

  /** Where the imports of files lead, told by names. */
  private record ImportedRouters(
      Scopes scopes, ImportResolver imports, ReferenceTable references, ModuleFinders finders)
      implements RoutePaths.Imports {
    @Override
    public Optional<RoutePaths.Place> named(String path, String name) {
      int file = scopes.files.find(path);
      int alias = scopes.names.find(name);
      for (int i = first(file); i < first(file + 1) && alias >= 0; i++) {
        if (references.importAlias(i) != alias) {
          continue;
        }
        int target = imports.landing(file, i);
        if (target >= 0) {
          String symbol = scopes.names.name(scopes.symbols.name(target));
          return Optional.of(place(scopes.fileOf(target), symbol));
        }
        String module = scopes.names.name(references.importModule(i));
        int to = ImportResolver.fileOf(target);
        int given = to >= 0 ? to : finder(file).file(file, module); // of a variable
        if (given >= 0) {
          return Optional.of(place(given, scopes.names.name(references.importName(i))));
        }
      }
      return Optional.empty();
    }

    private RoutePaths.Place place(int file, String name) {
      return new RoutePaths.Place(scopes.files.path(file), name);
    }

    private ModuleFinder finder(int file) {
      return finders.of(scopes.rules(file).imports());
    }

    private int first(int file) {
      return scopes.files.firstImport(file);
    }

    @Override
    public Optional<String> module(String path, String module) {
      int file = scopes.files.find(path);
      int found = finder(file).file(file, module);
      return found < 0 ? Optional.empty() : Optional.of(scopes.files.path(found));
    }
  }
}
