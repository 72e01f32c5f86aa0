package ai.wikibuilder.pages.material;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.facts.Visibility;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.graph.schema.SchemaSteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.regex.Pattern;

/** Which definitions a newcomer should know, and what belongs to each. Threads may share it. */
public final class KeySymbols {
  /** Everything names the exceptions; they are not where one begins to read. */
  private static final double FAILURE_WEIGHT = 0.2;

  /** A step from one schema to the next is read once, by a machine. */
  private static final double MIGRATION_WEIGHT = 0.1;

  /** In C what no other file uses is the matter of its own file, however much that does with it. */
  private static final double UNUSED_WEIGHT = 0.2;

  /** What is called by the language alone has a name that says nothing. */
  private static final double START_WEIGHT = 0.1;

  /** Lines of a method below its name that still only hands over a value. */
  private static final int ACCESSOR_LINE_COUNT_MAX = 3;

  /** Lines below the first of a definition that is hardly more than a name. */
  private static final int SHORT_LINE_COUNT_MAX = 1;

  /** A module of Ruby with fewer methods and no words of its own is a name around types. */
  private static final int MIXIN_METHOD_COUNT_MIN = 3;

  private static final Pattern ACCESSOR = Pattern.compile("(?:get|set|is|has)_?[A-Z0-9_].*");

  private static final Pattern EVERYDAY =
      Pattern.compile(
          "toString|equals|hashCode|compareTo|__\\w+__|to_s|inspect|ToString|Equals|GetHashCode|String|operator\\W.*");

  /** A value explains less than what works with it. */
  private static final double VALUE_WEIGHT = 0.4;

  /** Definitions of the whole repository that pages choose from. */
  private static final int TOP_COUNT_MAX = 3000;

  private final CodeGraph graph;
  private final List<GraphSymbol> top = new ArrayList<>();

  /** First member of a symbol and the next one of the same parent, -1 for none. */
  private final int[] firstMember;

  private final int[] nextMember;

  /** Names of C that stand in other files than their own. */
  private final Set<String> used = new HashSet<>();

  /** Classes of Ruby that have methods somewhere. */
  private final Set<String> fullTypes = new HashSet<>();

  /** Files that are steps from one schema to the next. */
  private final BitSet migrations = new BitSet();

  public KeySymbols(CodeGraph graph) {
    this.graph = graph;
    this.firstMember = new int[graph.symbolCount()];
    this.nextMember = new int[graph.symbolCount()];
    Arrays.fill(firstMember, -1);
    for (int id = graph.symbolCount() - 1; id >= 0; id--) {
      int parent = graph.parent(id);
      if (parent >= 0) {
        nextMember[id] = firstMember[parent];
        firstMember[parent] = id;
        GraphSymbol member = graph.symbol(id);
        if (member.kind().isCallable() && graph.language(member.file()).equals("ruby")) {
          fullTypes.add(graph.symbol(parent).name());
        }
      }
    }
    nameUsed();
    for (int file = 0; file < graph.fileCount(); file++) {
      migrations.set(file, SchemaSteps.isStep(graph.path(file)));
    }
  }

  /**
   * Notes names of C that other files use. A call that may mean one of several functions of a name,
   * such as one for each system, counts for all of them.
   */
  private void nameUsed() {
    for (int number = 0; number < graph.edgeCount(); number++) {
      GraphEdge edge = graph.edge(number);
      GraphSymbol target = graph.symbol(edge.target());
      if (edge.sourceFile() != target.file() && isC(target)) {
        used.add(target.name());
      }
    }
  }

  private boolean isC(GraphSymbol symbol) {
    return graph.language(symbol.file()).equals("c");
  }

  /** Definitions right inside a type, wherever they stand, in the order of files and lines. */
  public List<GraphSymbol> members(GraphSymbol type) {
    List<GraphSymbol> result = new ArrayList<>();
    for (int id = firstMember[type.id()]; id >= 0; id = nextMember[id]) {
      GraphSymbol member = graph.symbol(id);
      if (!isInlineTest(member)) {
        result.add(member);
      }
    }
    return result;
  }

  /**
   * The methods other code may call, each name once, the most important first, and those that only
   * subtypes may call after the others. What other files call counts here, tests and examples too:
   * they use a type as its users do, its own file as its author does.
   */
  public List<GraphSymbol> offered(GraphSymbol type) {
    List<GraphSymbol> result = new ArrayList<>();
    for (GraphSymbol member : members(type)) {
      if (isOffered(member) && result.stream().noneMatch(one -> one.name().equals(member.name()))) {
        result.add(member);
      }
    }
    Map<Integer, Double> weights = new HashMap<>();
    result.forEach(member -> weights.put(member.id(), weight(member) * demand(member)));
    result.sort(
        Comparator.comparing((GraphSymbol member) -> member.visibility() != Visibility.PUBLIC)
            .thenComparingDouble(member -> -weights.getOrDefault(member.id(), 0.0))
            .thenComparingInt(GraphSymbol::id));
    return result;
  }

  /** 1 for what no other file calls, a step more for each e-fold of lines that do. */
  private double demand(GraphSymbol member) {
    Set<Long> lines = new HashSet<>();
    for (GraphEdge edge : graph.incoming(member.id())) {
      if (edge.sourceFile() != member.file()) {
        lines.add((long) edge.sourceFile() << 32 | edge.line());
      }
    }
    return 1 + Math.log1p(lines.size());
  }

  private static boolean isOffered(GraphSymbol member) {
    return member.kind().isCallable()
        && !isAccessor(member)
        && member.kind() != SymbolKind.CONSTRUCTOR
        && (member.visibility() == Visibility.PUBLIC || member.visibility() == Visibility.PROTECTED)
        && !member.name().startsWith("_")
        && !member.name().equals("constructor");
  }

  /** The most important definitions of some files, those other code may use before the rest. */
  public List<GraphSymbol> of(List<Integer> files, int countMax) {
    List<GraphSymbol> found = new ArrayList<>();
    for (int file : files) {
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        GraphSymbol symbol = graph.symbol(id);
        if (isTopLevel(symbol) && isKey(symbol) && !isInlineTest(symbol)) {
          found.add(symbol);
        }
      }
    }
    found.sort(byImportance());
    return found.subList(0, Math.min(countMax, found.size()));
  }

  /** Tests that stand among what they test are none of it. */
  private boolean isInlineTest(GraphSymbol symbol) {
    return graph.isTest(symbol.id()) && graph.role(symbol.file()) == FileRole.MAIN;
  }

  private Comparator<GraphSymbol> byImportance() {
    return Comparator.comparing(KeySymbols::isHidden)
        .thenComparingDouble((GraphSymbol symbol) -> -weight(symbol))
        .thenComparingInt(GraphSymbol::id);
  }

  /** The most important definitions of all modules, at most {@link #TOP_COUNT_MAX}. */
  public synchronized List<GraphSymbol> top(int countMax) {
    if (top.isEmpty()) {
      PriorityQueue<GraphSymbol> best = new PriorityQueue<>(byImportance().reversed());
      for (CodeModule module : graph.modules()) {
        for (int file : module.files()) {
          best.addAll(of(List.of(file), TOP_COUNT_MAX));
          while (best.size() > TOP_COUNT_MAX) {
            best.poll();
          }
        }
      }
      top.addAll(best);
      top.sort(byImportance());
    }
    return top.subList(0, Math.min(countMax, top.size()));
  }

  /** Sum of the importance of a file's definitions. */
  public double importance(int file) {
    double sum = 0;
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      sum += graph.importance(id);
    }
    return sum;
  }

  /** Whether a method only hands over or takes a value, or says what every object can say. */
  public static boolean isAccessor(GraphSymbol symbol) {
    boolean brief = symbol.endLine() - symbol.nameLine() <= ACCESSOR_LINE_COUNT_MAX;
    return symbol.kind().isCallable()
        && (EVERYDAY.matcher(symbol.name()).matches()
            || (brief && ACCESSOR.matcher(symbol.name()).matches()));
  }

  public static boolean isHidden(GraphSymbol symbol) {
    return symbol.visibility() == Visibility.PRIVATE || symbol.name().startsWith("_");
  }

  /** Importance, more for what is long or documented: a marker explains nothing to a newcomer. */
  private double weight(GraphSymbol symbol) {
    double size = Math.min(200, symbol.endLine() - symbol.startLine()) / 200.0;
    double doc = symbol.hasDoc() ? 0.3 : 0;
    boolean failure = symbol.name().endsWith("Exception") || symbol.name().endsWith("Error");
    double least = symbol.endLine() - symbol.startLine() <= SHORT_LINE_COUNT_MAX ? 0.05 : 0.3;
    double kept = failure ? FAILURE_WEIGHT : 1;
    kept *= isValue(symbol) ? VALUE_WEIGHT : 1;
    kept *= isC(symbol) && !used.contains(symbol.name()) ? UNUSED_WEIGHT : 1;
    kept *= isStart(symbol) ? START_WEIGHT : 1;
    kept *= migrations.get(symbol.file()) ? MIGRATION_WEIGHT : 1;
    return symbol.importance() * (least + size + doc) * kept;
  }

  /** What Go calls by itself before a program starts: every file may have one of that name. */
  private boolean isStart(GraphSymbol symbol) {
    return symbol.name().equals("init") && graph.language(symbol.file()).equals("go");
  }

  private static boolean isValue(GraphSymbol symbol) {
    return symbol.kind() == SymbolKind.VARIABLE || symbol.kind() == SymbolKind.CONSTANT;
  }

  private boolean isTopLevel(GraphSymbol symbol) {
    if (symbol.parent() < 0) {
      return true;
    }
    GraphSymbol parent = graph.symbol(symbol.parent());
    boolean around = symbol.kind().isType() && isOpenedAgain(parent) && isTopLevel(parent);
    return around
        || (parent.kind() == SymbolKind.NAMESPACE
            && !(symbol.kind().isCallable() && isMixin(parent)));
  }

  /**
   * Whether a class of Ruby is only opened again here for types that stand in it: {@code class
   * Thor; class Option}, while its methods are elsewhere.
   */
  private boolean isOpenedAgain(GraphSymbol type) {
    if (type.kind() != SymbolKind.CLASS || !fullTypes.contains(type.name())) {
      return false;
    }
    boolean holds = false;
    for (GraphSymbol member : members(type)) {
      if (member.kind().isCallable()) {
        return false;
      }
      holds |= member.kind().isType() || member.kind() == SymbolKind.NAMESPACE;
    }
    return holds && graph.language(type.file()).equals("ruby");
  }

  /** A module of Ruby with methods of its own is included like a type, not a name around types. */
  private boolean isMixin(GraphSymbol namespace) {
    int needed = namespace.hasDoc() ? 1 : MIXIN_METHOD_COUNT_MIN;
    return graph.language(namespace.file()).equals("ruby")
        && members(namespace).stream()
                .filter(member -> member.kind().isCallable())
                .limit(needed)
                .count()
            == needed;
  }

  private boolean isKey(GraphSymbol symbol) {
    return switch (symbol.kind()) {
      case CLASS -> !isOpenedAgain(symbol);
      case INTERFACE, ENUM, RECORD, TRAIT, STRUCT, ANNOTATION, TYPE_ALIAS -> true;
      case FUNCTION, METHOD -> !symbol.name().equals("main");
      case CONSTANT, VARIABLE -> symbol.endLine() - symbol.startLine() >= 4;
      case NAMESPACE -> isMixin(symbol);
      case CONSTRUCTOR, FIELD, ENUM_MEMBER -> false;
    };
  }
}
