package ai.wikibuilder.graph;

import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.columns.Names;
import ai.wikibuilder.graph.columns.VariableTypes;
import ai.wikibuilder.graph.languages.DocTypes;
import ai.wikibuilder.graph.languages.DottedNames;
import ai.wikibuilder.graph.languages.LineClues;
import ai.wikibuilder.graph.languages.ReturnTypes;
import ai.wikibuilder.source.SourceText;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads types of variables and results off one file's text and keeps them; used for one file. */
final class VariableBinder {
  /** The receiver of a Go method: its name and its type. */
  private static final Pattern GO_RECEIVER =
      Pattern.compile("^func\\s*\\(\\s*(\\w+)\\s+\\*?(\\w+)");

  /** Behind the name of a type: a list of it; behind an expression: one element of it. */
  static final String LIST = "[]";

  /** Calls that hand each element of a list to a function. */
  private static final Set<String> EACH =
      Set.of("map", "forEach", "filter", "some", "every", "find", "flatMap", "findIndex");

  private static final Set<String> CONSTRUCTORS =
      Set.of("constructor", "__init__", "__construct", "initialize");

  /** Languages in which a field need not be declared with its type. */
  private static final Set<String> UNDECLARED_FIELDS =
      Set.of("javascript", "typescript", "tsx", "python", "php", "ruby");

  /** A longer constructor is looked at up to here. */
  private static final int CONSTRUCTOR_BYTES_MAX = 8_000;

  /** A field that is set to what a name stands for, and nothing else on the line. */
  private static final Pattern FIELD_SET =
      Pattern.compile(
          "^[ \\t]*(?:this\\.|self\\.|\\$this->|@)(\\w+)[ \\t]*=[ \\t]*(\\$?\\w+)[ \\t]*;?[ \\t]*$",
          Pattern.MULTILINE);

  /** Languages in which functions have names with a capital, too. */
  private static final Set<String> CAPITAL_FUNCTIONS = Set.of("go", "csharp", "c", "cpp");

  /** A dotted type or an expression, and whether the line declares it. */
  private record Typing(String type, boolean declared) {}

  /** Where the file's names and symbols are kept. */
  record Tables(Names names, SymbolTable symbols, VariableTypes variables) {}

  private final Names names;
  private final SymbolTable symbols;
  private final VariableTypes variables;
  private final int file;
  private final String language;
  private final LineClues clues;

  VariableBinder(Tables tables, int file, String language, SourceText text) {
    this.names = tables.names();
    this.symbols = tables.symbols();
    this.variables = tables.variables();
    this.file = file;
    this.language = language;
    this.clues = new LineClues(text, language);
  }

  /** Reads the head of a symbol that was just added. */
  void head(int id, Symbol symbol, SourceText text) {
    String returned = "";
    DocTypes said =
        symbol.doc().map(doc -> DocTypes.of(language, text.slice(doc))).orElse(DocTypes.NONE);
    if (symbol.kind() == SymbolKind.FUNCTION || symbol.kind() == SymbolKind.METHOD) {
      String head = text.slice(symbol.signature());
      returned = ReturnTypes.of(language, head, symbol.name());
      returned = returned.isEmpty() ? said.returned() : returned;
      if (language.equals("go")) {
        Matcher receiver = GO_RECEIVER.matcher(head);
        if (receiver.find()) {
          variables.bind(id, names.intern(receiver.group(1)), names.intern(receiver.group(2)));
        }
      }
    }
    variables.addReturned(returned.isEmpty() ? VariableTypes.NOTHING : names.intern(returned));
    said.parameters().forEach((name, type) -> put(id, name, names.intern(type), false));
    if (isVariable(symbol.kind()) && !said.own().isEmpty()) {
      int around = symbols.parent(id);
      int scope = around >= 0 ? around : VariableTypes.scopeOfFile(file);
      put(scope, symbol.name(), names.intern(said.own()), false);
    }
  }

  /**
   * Binds the fields that a constructor sets to its parameters to what those are. To be called when
   * the references of the file were bound.
   */
  void fields(int id, Symbol symbol, SourceText text) {
    int type = symbols.parent(id);
    if (type < 0 || !UNDECLARED_FIELDS.contains(language) || !isConstructor(symbol)) {
      return;
    }
    int end = Math.min(symbol.span().endByte(), symbol.span().startByte() + CONSTRUCTOR_BYTES_MAX);
    Matcher set = FIELD_SET.matcher(text.slice(symbol.span().startByte(), end));
    while (set.find()) {
      int parameter = names.find(set.group(2));
      int known = parameter < 0 ? VariableTypes.NOTHING : variables.type(id, parameter);
      if (known >= 0) {
        variables.bindResult(type, names.intern(set.group(1)), known);
      }
    }
  }

  private static boolean isConstructor(Symbol symbol) {
    return symbol.kind() == SymbolKind.CONSTRUCTOR || CONSTRUCTORS.contains(symbol.name());
  }

  /** The qualifier of a reference in dotted form; reads the text for a call without one. */
  String qualifier(Reference reference, int place) {
    if (reference.kind() == ReferenceKind.CALL && reference.qualifier().isEmpty() && place >= 0) {
      return clues.receiver(place);
    }
    if (reference.kind() == ReferenceKind.TYPE
        && reference.qualifier().isEmpty()
        && clues.isMemberOfOther(place)) {
      return LineClues.EXPRESSION;
    }
    return DottedNames.of(reference.qualifier());
  }

  int place(Reference reference) {
    return switch (reference.kind()) {
      case CALL, TYPE -> clues.place(reference.line(), reference.name());
      case INHERIT, ANNOTATION -> -1;
    };
  }

  /** Binds the variable that a reference's line declares or assigns with it, if it does. */
  void bind(Reference reference, int place, String qualifier, int enclosing) {
    if (place < 0 || qualifier.equals(LineClues.EXPRESSION)) {
      return;
    }
    boolean made =
        reference.kind() == ReferenceKind.TYPE
            || (reference.kind() == ReferenceKind.CALL && isTypeName(reference.name()));
    String front = qualifier.isEmpty() ? "" : qualifier + ".";
    if (made) {
      String variable = clues.variableOfType(place, reference.name(), order());
      String list = clues.isList(place, reference.name()) ? LIST : "";
      bindAll(reference, variable, enclosing, new Typing(front + reference.name() + list, true));
    } else if (reference.kind() == ReferenceKind.CALL) {
      String variable = clues.variableOfResult(place, reference.name(), order());
      boolean construction = reference.name().equals("new") && !qualifier.isEmpty();
      String type = construction ? qualifier : front + reference.name() + "()";
      bindAll(reference, variable, enclosing, new Typing(type, construction));
      if (EACH.contains(reference.name()) && !qualifier.isEmpty()) {
        String element = clues.callbackParameter(place, reference.name());
        bindAll(reference, element, enclosing, new Typing(qualifier + LIST, false));
      }
    }
  }

  /** Whether a capital tells a constructor from a function, as it does by custom. */
  private boolean isTypeName(String name) {
    return !name.isEmpty()
        && Character.isUpperCase(name.codePointAt(0))
        && !CAPITAL_FUNCTIONS.contains(language);
  }

  private LineClues.Order order() {
    return switch (language) {
      case "java", "csharp", "c", "cpp", "groovy", "php" -> LineClues.Order.TYPE_FIRST;
      case "go" -> LineClues.Order.NAME_FIRST;
      default -> LineClues.Order.COLON;
    };
  }

  private void bindAll(Reference reference, String variable, int enclosing, Typing typing) {
    String type = typing.type();
    boolean declared = typing.declared();
    int line = reference.line();
    if (variable.isEmpty() || type.equals(variable + "()")) {
      return;
    }
    int dot = variable.lastIndexOf('.');
    String name = variable.substring(dot + 1);
    boolean field = dot >= 0 ? isSelf(variable.substring(0, dot)) : name.startsWith("@");
    boolean member = field || (dot < 0 && clues.declaresMember(line, name));
    if (dot >= 0 && !member) {
      return;
    }
    int around = enclosingType(enclosing);
    int typeId = names.intern(type);
    if (member && around >= 0) {
      String bare = name.startsWith("$") ? name.substring(1) : name;
      put(around, bare, typeId, declared);
    }
    if (dot < 0 && !(member && around == enclosing)) {
      put(scope(enclosing), name, typeId, declared);
    }
  }

  private static boolean isSelf(String word) {
    return word.equals("this") || word.equals("self") || word.equals("$this");
  }

  private void put(int scope, String name, int typeId, boolean declared) {
    if (declared) {
      variables.bind(scope, names.intern(name), typeId);
    } else {
      variables.bindResult(scope, names.intern(name), typeId);
    }
  }

  private int scope(int enclosing) {
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
}
