package ai.wikibuilder.pages.prose.lookup;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.pages.claims.WorldNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds symbols and files by the names prose uses for them. Immutable once made; threads may share
 * it. Weighs 12 bytes a symbol and some for each file.
 */
public final class RepositoryNames {
  /** Symbols of one name looked at; a name borne by more says nothing about a place. */
  private static final int SAME_NAME_COUNT_MAX = 400;

  private static final Pattern SEPARATOR = Pattern.compile("\\.|::|#|->|\\\\");
  private static final Pattern ARGUMENTS = Pattern.compile("[(<\\[].*$");
  private static final Pattern AROUND = Pattern.compile("^[@&*#.:]+|[,;:.]+$");

  private final CodeGraph graph;
  private final WorldNames world;
  private final int[] byName;
  private final int[] firstChild;
  private final int[] children;
  private final int[] firstEdge;
  private final Map<String, List<Integer>> filesByName = new HashMap<>();
  private final Set<String> folders = new LinkedHashSet<>();

  public RepositoryNames(CodeGraph graph) {
    this.graph = graph;
    this.world = new WorldNames(graph);
    int count = graph.symbolCount();
    Integer[] ids = new Integer[count];
    String[] names = new String[count];
    firstChild = new int[count + 1];
    for (int id = 0; id < count; id++) {
      ids[id] = id;
      names[id] = graph.symbol(id).name();
      int parent = graph.parent(id);
      if (parent >= 0) {
        firstChild[parent + 1]++;
      }
    }
    Arrays.sort(ids, (a, b) -> names[a].compareTo(names[b]));
    byName = Arrays.stream(ids).mapToInt(id -> id).toArray();
    for (int id = 0; id < count; id++) {
      firstChild[id + 1] += firstChild[id];
    }
    children = childrenInOrder();
    firstEdge = firstEdges();
    files();
  }

  private int[] childrenInOrder() {
    int[] next = firstChild.clone();
    int[] all = new int[firstChild[graph.symbolCount()]];
    for (int id = 0; id < graph.symbolCount(); id++) {
      int parent = graph.parent(id);
      if (parent >= 0) {
        all[next[parent]++] = id;
      }
    }
    return all;
  }

  private int[] firstEdges() {
    int[] first = new int[graph.fileCount() + 1];
    for (int number = 0; number < graph.edgeCount(); number++) {
      first[graph.edge(number).sourceFile() + 1]++;
    }
    for (int file = 0; file < graph.fileCount(); file++) {
      first[file + 1] += first[file];
    }
    return first;
  }

  private void files() {
    for (int file = 0; file < graph.fileCount(); file++) {
      String path = graph.path(file);
      String name = path.substring(path.lastIndexOf('/') + 1);
      filesByName.computeIfAbsent(name, one -> new ArrayList<>()).add(file);
      for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        if (!folders.add(path.substring(0, end))) {
          break;
        }
      }
    }
  }

  public CodeGraph graph() {
    return graph;
  }

  /** Whether a module, an entry point, a setting, a table or a build file's word is called so. */
  public boolean isOfTheWorld(String name) {
    return world.has(name);
  }

  /**
   * Whether something of the repository is called so, with whatever stands before its name: a
   * symbol, a file, a folder, or what {@link #isOfTheWorld} knows.
   */
  public boolean isCalled(String name) {
    String text = name.endsWith("()") ? name.substring(0, name.length() - 2) : name;
    return world.has(text) || !files(text).isEmpty() || isSymbol(text) || isFolder(text);
  }

  private boolean isSymbol(String text) {
    String dotted = String.join(".", parts(text));
    return !ARGUMENTS.matcher(text).find()
        && symbols(text).stream()
            .map(id -> String.join(".", parts(graph.qualifiedName(id))))
            .anyMatch(whole ->
                whole.equals(dotted)
                    || whole.endsWith("." + dotted)
                    || dotted.endsWith("." + whole));
  }

  /** A name without arguments, type parameters and signs around it. */
  public static String bare(String name) {
    String text = ARGUMENTS.matcher(name.strip()).replaceAll("");
    return AROUND.matcher(text).replaceAll("");
  }

  /** The parts of a dotted name. */
  public static List<String> parts(String name) {
    return Arrays.stream(SEPARATOR.split(bare(name), -1)).filter(part -> !part.isEmpty()).toList();
  }

  /** The last part of a dotted name: {@code apply} of {@code ParcelTracker.apply}. */
  public static String last(String name) {
    List<String> parts = parts(name);
    return parts.isEmpty() ? bare(name) : parts.getLast();
  }

  /** Symbols a name stands for, with what is written before it; empty when nothing is called so. */
  public List<Integer> symbols(String name) {
    List<String> parts = parts(name);
    if (parts.isEmpty()) {
      return List.of();
    }
    String last = parts.getLast();
    List<Integer> all = named(last);
    if (all.isEmpty() && last.startsWith("$")) {
      all = named(last.substring(1)); // a sign before the name in the code of some languages
    }
    if (parts.size() == 1) {
      return all;
    }
    String dotted = String.join(".", parts);
    List<Integer> found = all;
    List<Integer> exact =
        found.stream().filter(id -> graph.qualifiedName(id).equals(dotted)).toList();
    return exact.isEmpty() ? found.stream().filter(id -> isWithin(id, parts)).toList() : exact;
  }

  /** Whether what stands before the last part is around the symbol, or its package or file. */
  private boolean isWithin(int symbol, List<String> parts) {
    int around = graph.parent(symbol);
    for (int part = parts.size() - 2; part >= 0; part--) {
      String wanted = parts.get(part);
      while (around >= 0
          && !graph.symbol(around).name().equals(wanted)
          && !graph.symbol(around).name().endsWith("." + wanted)) {
        around = graph.parent(around);
      }
      if (around < 0) {
        return isPackage(graph.symbol(symbol).path(), parts.subList(0, part + 1));
      }
      around = graph.parent(around);
    }
    return true;
  }

  /** Packages and modules are folders or the file itself, in most languages. */
  private static boolean isPackage(String path, List<String> parts) {
    String slashed = "/" + path.toLowerCase(java.util.Locale.ROOT).replaceAll("\\.\\w+$", "/");
    return parts.stream()
        .allMatch(part -> slashed.contains("/" + part.toLowerCase(java.util.Locale.ROOT) + "/"));
  }

  /** All symbols of one plain name. */
  public List<Integer> named(String name) {
    int low = 0;
    int high = byName.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (graph.symbol(byName[middle]).name().compareTo(name) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<Integer> result = new ArrayList<>();
    while (low < byName.length
        && result.size() < SAME_NAME_COUNT_MAX
        && graph.symbol(byName[low]).name().equals(name)) {
      result.add(byName[low++]);
    }
    return result;
  }

  /** Symbols right inside another, wherever they are written. */
  public List<Integer> children(int symbol) {
    List<Integer> result = new ArrayList<>();
    for (int at = firstChild[symbol]; at < firstChild[symbol + 1]; at++) {
      result.add(children[at]);
    }
    return result;
  }

  /** Symbols with all that is inside them. */
  public Set<Integer> within(Iterable<Integer> symbols) {
    Set<Integer> result = new LinkedHashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    symbols.forEach(open::add);
    while (!open.isEmpty()) {
      int next = open.remove();
      if (result.add(next)) {
        open.addAll(children(next));
      }
    }
    return result;
  }

  /** Files whose path is this or ends in it. */
  public List<Integer> files(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    List<Integer> result = new ArrayList<>();
    for (int file : filesByName.getOrDefault(name, List.of())) {
      String whole = graph.path(file);
      if (whole.equals(path) || whole.endsWith("/" + path)) {
        result.add(file);
      }
    }
    return result;
  }

  /** Files below a folder; none when there is no such folder or several. */
  public List<Integer> below(String folder) {
    String bare = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    List<Integer> result = new ArrayList<>();
    for (int file = 0; folders.contains(bare) && file < graph.fileCount(); file++) {
      if (graph.path(file).startsWith(bare + "/")) {
        result.add(file);
      }
    }
    return result;
  }

  /** Whether a folder's path is this or ends in it. */
  public boolean isFolder(String path) {
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return folders.contains(bare)
        || folders.stream().anyMatch(folder -> folder.endsWith("/" + bare));
  }

  /** Edges of some lines of a file, in their order. */
  public List<GraphEdge> edges(int file, int firstLine, int lastLine) {
    int low = firstEdge[file];
    int end = firstEdge[file + 1];
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (graph.edge(middle).line() < firstLine) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<GraphEdge> result = new ArrayList<>();
    for (int number = low; number < end; number++) {
      GraphEdge edge = graph.edge(number);
      if (edge.line() > lastLine) {
        break;
      }
      result.add(edge);
    }
    return result;
  }
}
