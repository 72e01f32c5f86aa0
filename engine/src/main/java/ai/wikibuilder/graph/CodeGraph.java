package ai.wikibuilder.graph;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.columns.ColumnReader;
import ai.wikibuilder.graph.columns.ColumnWriter;
import ai.wikibuilder.graph.columns.ImportColumns;
import ai.wikibuilder.graph.columns.Names;
import ai.wikibuilder.graph.columns.RecordColumn;
import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.languages.LanguageRules;
import ai.wikibuilder.graph.languages.LanguageRules.ImportStyle;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.graph.modules.ModuleDependency;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.graph.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a snapshot define and how they name each other. Immutable; threads may share
 * it. Files, symbols and modules are numbered from 0; lists come in the order of paths and lines.
 */
public final class CodeGraph {
  /**
   * A line that imports.
   *
   * @param module the module, path or package
   * @param name what is taken from it, empty or a star for all of it
   * @param file the file it leads to, -1 when it leads to none or to several
   * @param symbol the symbol it leads to, -1 when it leads to a whole file or to none
   * @param inside whether it leads into the repository: to a file, a symbol or a package
   */
  public record Import(
      int line, String module, String name, int file, int symbol, boolean inside) {}

  /** What {@link GraphAssembly} worked out beyond the columns. */
  record Derived(
      List<CodeModule> modules,
      List<ModuleDependency> dependencies,
      World world,
      List<Ambiguity> ambiguities) {}

  private final FileTable files;
  private final SymbolTable symbols;
  private final EdgeTable edges;
  private final Names names;
  private final int[] fileOf;
  private final Derived derived;
  private final float[] importance;
  private final ImportColumns imports;
  private final int[] moduleOfFile;

  /** Null where nobody asked yet; threads that ask at once find the same. */
  private final @Nullable FileRole[] roles;

  /** The tables of a graph and their names. */
  record Tables(Names names, FileTable files, SymbolTable symbols, EdgeTable edges) {}

  CodeGraph(Tables tables, Derived derived, float[] importance, ImportColumns imports) {
    this.names = tables.names();
    this.files = tables.files();
    this.symbols = tables.symbols();
    this.edges = tables.edges();
    this.fileOf = new int[symbols.size()];
    for (int file = 0; file < files.size(); file++) {
      Arrays.fill(fileOf, files.firstSymbol(file), files.firstSymbol(file + 1), file);
    }
    this.roles = new FileRole[files.size()];
    this.derived = derived;
    this.importance = importance;
    this.imports = imports;
    this.moduleOfFile = new int[files.size()];
    Arrays.fill(moduleOfFile, -1);
    for (CodeModule module : derived.modules()) {
      module.files().forEach(file -> moduleOfFile[file] = module.id());
    }
  }

  /** Writes all that can be asked of it. */
  public void write(ColumnWriter out) {
    files.write(out);
    symbols.write(out, names);
    edges.write(out);
    imports.write(out, names);
    out.floats(importance);
    new RecordColumn<>(Derived.class).write(derived, out);
  }

  /**
   * Reads a graph that was written.
   *
   * @throws IllegalArgumentException when something else, or a graph of another form, is read
   */
  public static CodeGraph read(ColumnReader in) {
    FileTable files = FileTable.read(in);
    int fileCount = files.size();
    SymbolTable symbols = SymbolTable.read(in, files.firstSymbol(fileCount));
    EdgeTable edges = EdgeTable.read(in, fileCount, symbols.size());
    ImportColumns imports =
        ImportColumns.read(
            in, files.firstImport(fileCount), ImportResolver.ofFile(fileCount - 1), symbols.size());
    float[] importance = in.floats(symbols.size());
    Derived derived = new RecordColumn<>(Derived.class).read(in);
    in.end();
    return new CodeGraph(
        new Tables(in.names(), files, symbols, edges), derived, importance, imports);
  }

  public int fileCount() {
    return files.size();
  }

  /** Number of the file with a path, -1 when there is none. */
  public int file(String path) {
    return files.find(path);
  }

  public String path(int file) {
    return files.path(file);
  }

  /** Id of the language as the parser named it. */
  public String language(int file) {
    return files.language(file);
  }

  public FileFacts.Outcome outcome(int file) {
    return files.outcome(file);
  }

  public int lineCount(int file) {
    return files.lineCount(file);
  }

  public int byteCount(int file) {
    return files.byteCount(file);
  }

  public FileRole role(int file) {
    FileRole known = roles[file];
    if (known == null) {
      known = files.role(file, symbols);
      roles[file] = known;
    }
    return known;
  }

  /** Imports of a file as they were written, each with where it leads. */
  public List<Import> imports(int file) {
    List<Import> result = new ArrayList<>();
    boolean script = LanguageRules.of(language(file)).imports() == ImportStyle.SCRIPT_PATH;
    for (int i = files.firstImport(file); i < files.firstImport(file + 1); i++) {
      if (script && names.name(imports.module(i)).isEmpty()) {
        continue; // what the file gives out under another name is no import
      }
      int landing = imports.landing(i);
      int symbol = Math.max(-1, landing);
      result.add(
          new Import(
              imports.line(i),
              names.name(imports.module(i)),
              names.name(imports.name(i)),
              symbol >= 0 ? fileOf[symbol] : ImportResolver.fileOf(landing),
              symbol,
              landing != ImportResolver.OUTSIDE));
    }
    return result;
  }

  public int symbolCount() {
    return symbols.size();
  }

  /** First symbol of a file. */
  public int firstSymbol(int file) {
    return files.firstSymbol(file);
  }

  /** One after the last symbol of a file. */
  public int endSymbol(int file) {
    return files.firstSymbol(file + 1);
  }

  public GraphSymbol symbol(int id) {
    int file = fileOf[id];
    return new GraphSymbol(
        id,
        file,
        files.path(file),
        names.name(symbols.name(id)),
        symbols.kind(id),
        symbols.visibility(id),
        symbols.parent(id),
        symbols.startLine(id),
        symbols.endLine(id),
        symbols.nameLine(id),
        symbols.signatureStart(id),
        symbols.signatureEnd(id),
        symbols.docStart(id),
        symbols.docEnd(id),
        importance[id]);
  }

  /** Whether a symbol is there for tests alone: its file is, or it says so itself. */
  public boolean isTest(int symbol) {
    return symbols.isTest(symbol) || role(fileOf[symbol]) == FileRole.TEST;
  }

  /** Id of the symbol around another, or -1; cheaper than {@link #symbol}. */
  public int parent(int symbol) {
    return symbols.parent(symbol);
  }

  /** Share of all importance; all symbols together have 1. */
  public float importance(int symbol) {
    return importance[symbol];
  }

  /**
   * A name as people say it: with what is around it, {@code ParcelTracker.apply}; a constructor
   * goes by the name of its type.
   */
  public String qualifiedName(int symbol) {
    String name = names.name(symbols.name(symbol));
    int parent = symbols.parent(symbol);
    if (parent < 0 || symbols.kind(parent) == SymbolKind.NAMESPACE) {
      return name;
    }
    return symbols.kind(symbol) == SymbolKind.CONSTRUCTOR
        ? qualifiedName(parent)
        : qualifiedName(parent) + "." + name;
  }

  public int edgeCount() {
    return edges.size();
  }

  /** Edges are numbered in the order of their file and line. */
  public GraphEdge edge(int number) {
    int source = edges.source(number);
    return new GraphEdge(
        Math.max(source, -1),
        source >= 0 ? fileOf[source] : ~source,
        edges.target(number),
        edges.kind(number),
        edges.line(number),
        edges.certainty(number));
  }

  /** Lines that name a symbol. */
  public List<GraphEdge> incoming(int symbol) {
    List<GraphEdge> result = new ArrayList<>();
    for (int number : edges.incoming(symbol)) {
      result.add(edge(number));
    }
    return result;
  }

  public int incomingCount(int symbol) {
    return edges.incomingCount(symbol);
  }

  /** Lines that may name several symbols and are no edges. */
  public List<Ambiguity> ambiguities() {
    return derived.ambiguities();
  }

  public List<CodeModule> modules() {
    return derived.modules();
  }

  /** Number of the module a file belongs to, -1 when it belongs to none. */
  public int moduleOf(int file) {
    return moduleOfFile[file];
  }

  /** What modules name of each other, ordered by module numbers; own lines are not counted. */
  public List<ModuleDependency> dependencies() {
    return derived.dependencies();
  }

  public List<EntryPoint> entryPoints() {
    return derived.world().entryPoints();
  }

  public List<Manifest> manifests() {
    return derived.world().manifests();
  }

  /** Environment variables, configuration keys and options, by path and line. */
  public List<Setting> settings() {
    return derived.world().settings();
  }

  /** Tables of the database after the last migration. */
  public List<Table> tables() {
    return derived.world().tables();
  }

  /** Bytes of the columns of symbols, edges and imports, measured on the arrays. */
  public long heapBytes() {
    long beside = 4L * (importance.length + fileOf.length);
    return symbols.heapBytes() + edges.heapBytes() + imports.heapBytes() + beside;
  }
}
