package ai.wikibuilder.graph;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.graph.columns.IntColumn;
import ai.wikibuilder.graph.columns.Names;
import ai.wikibuilder.graph.imports.SourceFiles;
import ai.wikibuilder.graph.languages.DottedNames;
import ai.wikibuilder.graph.languages.GoConstraints;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of a graph in the order they were added, as columns. */
final class FileTable implements SourceFiles {
  private final List<String> paths = new ArrayList<>();
  private final Map<String, Integer> fileByPath = new HashMap<>();
  private final Names names;
  private final IntColumn languages = new IntColumn();
  private final IntColumn namespaces = new IntColumn();
  private final Set<Integer> declared = new HashSet<>();
  private final BitSet variants = new BitSet();
  private final IntColumn lineCounts = new IntColumn();
  private final IntColumn byteCounts = new IntColumn();
  private final IntColumn firstSymbols = new IntColumn();
  private final IntColumn firstImports = new IntColumn();
  private final IntColumn firstReferences = new IntColumn();
  private final List<FileFacts.Outcome> outcomes = new ArrayList<>();

  FileTable(Names names) {
    this.names = names;
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
