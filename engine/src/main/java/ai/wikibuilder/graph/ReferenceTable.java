package ai.wikibuilder.graph;

import ai.wikibuilder.facts.ImportFact;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.columns.ImportColumns;
import ai.wikibuilder.graph.columns.IntColumn;
import ai.wikibuilder.graph.columns.Names;
import ai.wikibuilder.graph.languages.DottedNames;

/** References and imports as they came from the files; let go of when the graph is built. */
@SuppressWarnings("EnumOrdinal") // a byte instead of a reference; never leaves this process
final class ReferenceTable {
  private static final ReferenceKind[] KINDS = ReferenceKind.values();

  private final IntColumn kinds = new IntColumn();
  private final IntColumn names = new IntColumn();
  private final IntColumn qualifiers = new IntColumn();
  private final IntColumn lines = new IntColumn();
  private final IntColumn enclosing = new IntColumn();
  private final ImportColumns imports = new ImportColumns();

  /** Adds where a reference stands; {@link #addName} follows. */
  void addPlace(ReferenceKind kind, int line, int enclosingSymbol) {
    kinds.add(kind.ordinal());
    lines.add(line);
    enclosing.add(enclosingSymbol);
  }

  void addName(int nameId, int qualifierId) {
    names.add(nameId);
    qualifiers.add(qualifierId);
  }

  /** Adds an import; modules that are no paths get dots for their dividers. */
  void addImport(ImportFact fact, boolean path, Names interner) {
    String module = path ? fact.module() : DottedNames.of(fact.module());
    imports.add(
        fact.line(),
        interner.intern(module),
        interner.intern(fact.name()),
        interner.intern(fact.alias()));
  }

  int size() {
    return kinds.size();
  }

  int importCount() {
    return imports.size();
  }

  ReferenceKind kind(int reference) {
    return KINDS[kinds.get(reference)];
  }

  int name(int reference) {
    return names.get(reference);
  }

  int qualifier(int reference) {
    return qualifiers.get(reference);
  }

  int line(int reference) {
    return lines.get(reference);
  }

  /** Global id of the symbol around a reference, or -1. */
  int enclosing(int reference) {
    return enclosing.get(reference);
  }

  int importModule(int fact) {
    return imports.module(fact);
  }

  int importName(int fact) {
    return imports.name(fact);
  }

  int importAlias(int fact) {
    return imports.alias(fact);
  }

  int importLine(int fact) {
    return imports.line(fact);
  }

  ImportColumns imports() {
    return imports;
  }
}
