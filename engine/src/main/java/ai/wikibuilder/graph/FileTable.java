package ai.wikibuilder.graph;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.graph.columns.ColumnReader;
import ai.wikibuilder.graph.columns.ColumnWriter;
import ai.wikibuilder.graph.columns.IntColumn;
import ai.wikibuilder.graph.columns.Names;
import ai.wikibuilder.graph.imports.SourceFiles;
import ai.wikibuilder.graph.languages.DottedNames;
import ai.wikibuilder.graph.languages.GoConstraints;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of a graph in the order they were added, as columns. */
@SuppressWarnings("EnumOrdinal") // their order is written beside them
final class FileTable implements SourceFiles {
  private static final FileFacts.Outcome[] OUTCOMES = FileFacts.Outcome.values();

  private final List<String> paths = new ArrayList<>();
  private final Map<String, Integer> fileByPath = new HashMap<>();
  private final Names names;
  private IntColumn languages = new IntColumn();
  private final IntColumn namespaces = new IntColumn();
  private final Set<Integer> declared = new HashSet<>();
  private final BitSet variants = new BitSet();
  private IntColumn lineCounts = new IntColumn();
  private IntColumn byteCounts = new IntColumn();
  private IntColumn firstSymbols = new IntColumn();
  private IntColumn firstImports = new IntColumn();
  private final IntColumn firstReferences = new IntColumn();
  private final List<FileFacts.Outcome> outcomes = new ArrayList<>();

  FileTable(Names names) {
    this.names = names;
  }

  /** Writes what a finished graph answers from; what only finding edges needed is left out. */
  void write(ColumnWriter out) {
    out.word(Arrays.toString(OUTCOMES));
    out.texts(paths);
    out.names(languages.toArray(), names);
    out.ints(lineCounts.toArray());
    out.ints(byteCounts.toArray());
    out.ints(firstSymbols.toArray());
    out.ints(firstImports.toArray());
    out.ints(outcomes.stream().mapToInt(FileFacts.Outcome::ordinal).toArray());
  }

  /** Reads what was written. */
  static FileTable read(ColumnReader in) {
    in.expect(Arrays.toString(OUTCOMES));
    FileTable table = new FileTable(in.names());
    table.paths.addAll(in.texts());
    int count = table.paths.size();
    for (int file = 0; file < count; file++) {
      table.fileByPath.put(table.paths.get(file), file);
    }
    table.languages = IntColumn.of(in.textIds(count));
    table.lineCounts = IntColumn.of(in.ints(count));
    table.byteCounts = IntColumn.of(in.ints(count));
    table.firstSymbols = ascending(in.ints(count + 1));
    table.firstImports = ascending(in.ints(count + 1));
    for (int outcome : in.rows(count, 0, OUTCOMES.length)) {
      table.outcomes.add(OUTCOMES[outcome]);
    }
    return table;
  }

  private static IntColumn ascending(int[] starts) {
    int last = 0;
    for (int start : starts) {
      if (start < last) {
        throw new IllegalArgumentException("rows begin at %d after %d".formatted(start, last));
      }
      last = start;
    }
    return IntColumn.of(starts);
  }

  void add(String path, SourceText text, FileFacts facts) {
    fileByPath.put(path, paths.size());
    paths.add(path);
    languages.add(names.intern(facts.language()));
    int namespace = names.intern(DottedNames.of(facts.namespace()));
    namespaces.add(namespace);
    declared.add(namespace);
    lineCounts.add(text.lineCount());
    byteCounts.add(text.byteCount());
    outcomes.add(facts.outcome());
    if (facts.language().equals("go") && !GoConstraints.hold(path, text)) {
      variants.set(paths.size() - 1);
    }
  }

  /** Where the rows of the file added last begin in the tables beside this one. */
  void starts(int symbol, int importFact, int reference) {
    firstSymbols.add(symbol);
    firstImports.add(importFact);
    firstReferences.add(reference);
  }

  @Override
  public int size() {
    return paths.size();
  }

  @Override
  public int find(String path) {
    return fileByPath.getOrDefault(path, -1);
  }

  @Override
  public String path(int file) {
    return paths.get(file);
  }

  /** Name id of the language. */
  int languageName(int file) {
    return languages.get(file);
  }

  /** A file of which every definition is there for tests is one of them, whatever its path says. */
  FileRole role(int file, SymbolTable symbols) {
    int end = firstSymbols.get(file + 1);
    boolean tests = firstSymbols.get(file) < end;
    for (int symbol = firstSymbols.get(file); tests && symbol < end; symbol++) {
      tests = symbols.isTest(symbol);
    }
    return tests ? FileRole.TEST : FileRole.of(paths.get(file));
  }

  String language(int file) {
    return names.name(languages.get(file));
  }

  @Override
  public String declaredName(int file) {
    return names.name(namespaces.get(file));
  }

  /** Whether a file is left out of the usual build; others of its folder define the same. */
  boolean isVariant(int file) {
    return variants.get(file);
  }

  /** Whether a file declares the package of this name id. */
  boolean isPackage(int name) {
    return declared.contains(name);
  }

  /** Name id of the declared package; of the empty name when it declares none. */
  int namespace(int file) {
    return namespaces.get(file);
  }

  int lineCount(int file) {
    return lineCounts.get(file);
  }

  int byteCount(int file) {
    return byteCounts.get(file);
  }

  FileFacts.Outcome outcome(int file) {
    return outcomes.get(file);
  }

  /** First symbol of a file; of the file after the last one, the number of symbols. */
  int firstSymbol(int file) {
    return firstSymbols.get(file);
  }

  int firstImport(int file) {
    return firstImports.get(file);
  }

  int firstReference(int file) {
    return firstReferences.get(file);
  }
}
