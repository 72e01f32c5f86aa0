package ai.wikibuilder.graph;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.ImportFact;
import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.columns.Names;
import ai.wikibuilder.graph.languages.LineClues;
import ai.wikibuilder.graph.world.WorldCollector;
import ai.wikibuilder.source.SourceText;

/**
 * Collects the facts of a snapshot file by file and builds the graph. Not safe for several threads;
 * used once. Texts are read while they are added and not kept.
 */
public final class CodeGraphBuilder {
  private final Names names = new Names();
  private final FileTable files = new FileTable(names);
  private final SymbolTable symbols = new SymbolTable();
  private final ReferenceTable references = new ReferenceTable();
  private final VariableTypes variables = new VariableTypes();
  private final WorldCollector world = new WorldCollector();
  private String lastPath = "";

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
    for (Symbol symbol : facts.symbols()) {
      symbols.add(symbol, names.intern(symbol.name()), first);
      if (!symbol.owner().isEmpty()) {
        symbols.ownLast(names.intern(symbol.owner()));
      }
    }
    for (ImportFact fact : facts.imports()) {
      references.addImport(fact, names);
    }
    addReferences(file, text, facts);
    world.add(path, text, facts);
  }

  private void addReferences(int file, SourceText text, FileFacts facts) {
    LineClues clues = new LineClues(text);
    int first = files.firstSymbol(file);
    for (Reference reference : facts.references()) {
      if (reference.line() < 1 || reference.line() > text.lineCount()) {
        continue;
      }
      boolean inside = reference.enclosing() >= 0 && first + reference.enclosing() < symbols.size();
      int enclosing = inside ? first + reference.enclosing() : -1;
      references.addPlace(reference.kind(), reference.line(), enclosing);
      references.addName(names.intern(reference.name()), qualifier(reference, clues));
      if (mayDeclare(reference)) {
        bindVariable(file, enclosing, reference, clues);
      }
    }
  }

  /** A call behind a dot whose receiver is an expression gets the qualifier no name can be. */
  private int qualifier(Reference reference, LineClues clues) {
    if (reference.kind() == ReferenceKind.CALL
        && reference.qualifier().isEmpty()
        && clues.calledOnSomething(reference.line(), reference.name())) {
      return names.intern(Resolver.EXPRESSION);
    }
    return names.intern(reference.qualifier());
  }

  private static boolean mayDeclare(Reference reference) {
    return switch (reference.kind()) {
      case TYPE -> true;
      case CALL ->
          !reference.name().isEmpty() && Character.isUpperCase(reference.name().codePointAt(0));
      case INHERIT, ANNOTATION -> false;
    };
  }

  private static boolean typeFirst(String language) {
    return switch (language) {
      case "java", "csharp", "c", "cpp", "groovy", "php" -> true;
      default -> false;
    };
  }

  private void bindVariable(int file, int enclosing, Reference reference, LineClues clues) {
    boolean typeFirst = typeFirst(files.language(file));
    String variable = clues.variable(reference.line(), reference.name(), typeFirst);
    if (variable.isEmpty()) {
      return;
    }
    int type = names.intern(reference.name());
    int dot = variable.lastIndexOf('.');
    String name = variable.substring(dot + 1);
    boolean member =
        dot >= 0
            ? variable.substring(0, dot).equals("this") || variable.substring(0, dot).equals("self")
            : clues.declaresMember(reference.line(), name);
    int around = enclosingType(enclosing);
    if (dot >= 0 && !member) {
      return;
    }
    if (member && around >= 0) {
      variables.bind(around, names.intern(name), type);
    }
    if (dot < 0 && !(member && around == enclosing)) {
      variables.bind(scope(file, enclosing), names.intern(name), type);
    }
  }

  private int scope(int file, int enclosing) {
    int scope = enclosing;
    while (scope >= 0 && isVariable(symbols.kind(scope))) {
      scope = symbols.parent(scope);
    }
    return scope >= 0 ? scope : VariableTypes.scopeOfFile(file);
  }

  private static boolean isVariable(SymbolKind kind) {
    return switch (kind) {
      case FIELD, CONSTANT, VARIABLE, ENUM_MEMBER -> true;
      default -> false;
    };
  }

  private int enclosingType(int symbol) {
    int at = symbol;
    while (at >= 0 && !symbols.kind(at).isType()) {
      at = symbols.parent(at);
    }
    return at;
  }

  /** Resolves what was added. The builder cannot be used afterwards. */
  public CodeGraph build() {
    files.starts(symbols.size(), references.importCount(), references.size());
    symbols.trim();
    Scopes scopes = new Scopes(files, symbols, names);
    ImportResolver imports = new ImportResolver(files, references, names, scopes);
    Resolver resolver = new Resolver(scopes, imports, references, variables);
    resolver.resolve();
    return GraphAssembly.assemble(scopes, imports, resolver, world.world());
  }
}
