package ai.wikibuilder.pages.material;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which functions read and write which tables, by the SQL they hold. For one thread. */
public final class TableUses {
  /** Files looked through for statements. */
  private static final int FILE_COUNT_MAX = 4_000;

  /** Larger files are data. */
  private static final int BYTE_COUNT_MAX = 400_000;

  private static final int LINE_LENGTH_MAX = 400;

  /** A statement's verb with the table it is about; lower case only where something is quoted. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "\\b(FROM|JOIN|INTO|UPDATE|from|join|into|update)\\s+[\"`\\[]?(?:\\w+\\.)?(\\w+)");

  private final Repository repository;
  private final CodeGraph graph;
  private final Calls calls;
  private final List<Use> uses = new ArrayList<>();

  /** Table, kind and function of the uses that are kept. */
  private final Set<String> known = new HashSet<>();

  /**
   * Statements on one table in one function.
   *
   * @param table as the schema writes it
   * @param function the function around the statement
   * @param line the first line that names the table
   */
  public record Use(String table, GraphSymbol function, int line, boolean writes) {}

  TableUses(Repository repository, Calls calls) {
    this.repository = repository;
    this.graph = repository.graph();
    this.calls = calls;
    Map<String, String> names = new HashMap<>();
    for (Table table : graph.tables()) {
      names.putIfAbsent(table.name().toLowerCase(Locale.ROOT), table.name());
    }
    int looked = 0;
    for (int file = 0; file < graph.fileCount() && !names.isEmpty(); file++) {
      boolean counts =
          graph.moduleOf(file) >= 0
              && repository.isMain(file)
              && graph.byteCount(file) < BYTE_COUNT_MAX;
      if (counts && looked++ < FILE_COUNT_MAX) {
        read(file, names);
      }
    }
  }

  private void read(int file, Map<String, String> names) {
    SourceText text =
        repository.composition().reader().text(graph.path(file)).orElse(SourceText.of(""));
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = text.lines(line, line);
      if (words.length() > LINE_LENGTH_MAX) {
        continue;
      }
      Matcher matcher = STATEMENT.matcher(words);
      while (matcher.find()) {
        String verb = matcher.group(1);
        String table = names.get(matcher.group(2).toLowerCase(Locale.ROOT));
        boolean stated = Character.isUpperCase(verb.charAt(0)) || isQuoted(words);
        if (table != null && stated) {
          boolean writes = isWriting(verb, words.substring(0, matcher.start()));
          add(file, line, table, writes);
        }
      }
    }
  }

  private static boolean isQuoted(String words) {
    return words.indexOf('"') >= 0 || words.indexOf('\'') >= 0 || words.indexOf('`') >= 0;
  }

  private static boolean isWriting(String verb, String before) {
    String upper = verb.toUpperCase(Locale.ROOT);
    boolean deletes = before.toUpperCase(Locale.ROOT).stripTrailing().endsWith("DELETE");
    return upper.equals("INTO") || upper.equals("UPDATE") || deletes;
  }

  private void add(int file, int line, String table, boolean writes) {
    around(file, line)
        .filter(function -> known.add(table + " " + writes + " " + function.id()))
        .ifPresent(function -> uses.add(new Use(table, function, line, writes)));
  }

  /** The innermost function around a line. */
  private Optional<GraphSymbol> around(int file, int line) {
    GraphSymbol best = null;
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol symbol = graph.symbol(id);
      boolean inside = symbol.startLine() <= line && line <= symbol.endLine();
      if (inside && symbol.kind().isCallable()) {
        best = symbol;
      }
    }
    return Optional.ofNullable(best);
  }

  /** All, in the order of files and lines. */
  public List<Use> all() {
    return List.copyOf(uses);
  }

  /** Those of one table, by the name of the schema. */
  public List<Use> of(String table) {
    return uses.stream().filter(use -> use.table().equals(table)).toList();
  }

  /** Those that stand in files of a module. */
  public List<Use> in(int module) {
    return uses.stream().filter(use -> graph.moduleOf(use.function().file()) == module).toList();
  }

  /** Lines from the first to the last function of a file that has statements on a table. */
  public List<Evidence> lines(List<Use> some) {
    Map<String, int[]> ranges = new LinkedHashMap<>();
    for (Use use : some) {
      int[] range =
          ranges.computeIfAbsent(
              use.table() + " " + use.function().path(),
              one -> new int[] {use.function().startLine(), use.function().endLine()});
      range[0] = Math.min(range[0], use.function().startLine());
      range[1] = Math.max(range[1], use.function().endLine());
    }
    List<Evidence> result = new ArrayList<>();
    ranges.forEach((key, range) ->
        repository
            .lines(key.substring(key.indexOf(' ') + 1), range[0], range[1])
            .ifPresent(result::add));
    return result;
  }

  /** Functions that call a function, by its own name or by that of a method it implements. */
  public List<GraphEdge> callers(GraphSymbol function) {
    Set<Integer> targets = new LinkedHashSet<>(List.of(function.id()));
    targets.addAll(declared(function));
    List<GraphEdge> result = new ArrayList<>();
    for (int target : targets) {
      for (GraphEdge edge : graph.incoming(target)) {
        boolean calls = edge.kind() == ReferenceKind.CALL && edge.source() >= 0;
        if (calls && repository.isMain(edge.sourceFile())) {
          result.add(edge);
        }
      }
    }
    return result;
  }

  /** Methods of the same name in what the type of a function builds on. */
  public List<Integer> declared(GraphSymbol function) {
    List<Integer> result = new ArrayList<>();
    for (int base : bases(function.parent())) {
      for (int id = graph.firstSymbol(graph.symbol(base).file());
          id < graph.endSymbol(graph.symbol(base).file());
          id++) {
        if (graph.parent(id) == base && graph.symbol(id).name().equals(function.name())) {
          result.add(id);
        }
      }
    }
    return result;
  }

  /** Types that a type builds on. */
  private List<Integer> bases(int type) {
    List<Integer> result = new ArrayList<>();
    if (type >= 0) {
      for (GraphEdge edge : calls.from(graph.symbol(type))) {
        if (edge.source() == type && edge.kind() == ReferenceKind.INHERIT) {
          result.add(edge.target());
        }
      }
    }
    return result;
  }
}
