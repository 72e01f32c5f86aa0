package ai.wikibuilder.graph.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cuts a repository into modules: one a folder below each root. Folders with fewer than three files
 * and 300 lines join the folder above once there are more than eight modules; folders that hold
 * nothing but one other folder are left out. A folder of very many files is cut by {@link
 * NameGroups}.
 */
public final class ModuleCutter {
  /** A folder with fewer files and fewer lines than the two bounds has too little for a page. */
  private static final int FILE_COUNT_MIN = 3;

  private static final int LINE_COUNT_MIN = 300;

  /** So few modules are easy to overlook; nothing is folded. */
  private static final int MODULE_COUNT_SMALL = 8;

  /** How the title ends of a module that is made of files with the same beginning. */
  static final String ANY = "*";

  /** More modules beside each other than this are grouped by their folders. */
  private static final int OUTERMOST_COUNT_MAX = 20;

  /**
   * One file to place.
   *
   * @param number the file's number in the graph
   * @param included whether others include it by its name, as in C
   */
  public record PlacedFile(int number, String path, int lineCount, boolean included) {}

  private static final class Node {
    private final List<PlacedFile> files = new ArrayList<>();
    private int childCount;

    /** What the names of all its files are like, if that makes them a module. */
    private String names = "";

    private int lineCount() {
      return files.stream().mapToInt(PlacedFile::lineCount).sum();
    }
  }

  private final TreeMap<String, Node> nodes = new TreeMap<>();
  private final SourceFolders folders;

  private ModuleCutter(SourceFolders folders) {
    this.folders = folders;
  }

  /**
   * Cuts the given files.
   *
   * @param files code files, of the product if there are any
   * @param manifestFolders folders with a build file
   * @return modules in the order of their keys; a parent before its children
   */
  public static List<CodeModule> cut(List<PlacedFile> files, Collection<String> manifestFolders) {
    List<String> paths = files.stream().map(PlacedFile::path).toList();
    ModuleCutter cutter = new ModuleCutter(new SourceFolders(manifestFolders, paths));
    for (PlacedFile file : files) {
      cutter.node(cutter.folders.key(file.path())).files.add(file);
    }
    cutter.foldSmallOnes();
    cutter.dropEmptyChains();
    cutter.dropEmptyAreas();
    cutter.cutByNames();
    return cutter.modules();
  }

  private Node node(String key) {
    Node known = nodes.get(key);
    if (known != null) {
      return known;
    }
    Node made = new Node();
    nodes.put(key, made);
    if (!key.isEmpty()) {
      node(SourceFolders.folder(key)).childCount++;
    }
    return made;
  }

  private void foldSmallOnes() {
    long filled = nodes.values().stream().filter(node -> !node.files.isEmpty()).count();
    if (filled <= MODULE_COUNT_SMALL) {
      return;
    }
    for (String key : List.copyOf(nodes.descendingKeySet())) {
      Node node = nodes.get(key);
      Node parent = key.isEmpty() ? null : nodes.get(SourceFolders.folder(key));
      if (node == null || parent == null || node.childCount > 0) {
        continue;
      }
      boolean small = node.files.size() < FILE_COUNT_MIN && node.lineCount() < LINE_COUNT_MIN;
      boolean outermost = SourceFolders.folder(key).isEmpty() && parent.files.isEmpty();
      if (small && !outermost) {
        parent.files.addAll(node.files);
        parent.childCount--;
        nodes.remove(key);
      }
    }
  }

  private void dropEmptyChains() {
    for (String key : List.copyOf(nodes.descendingKeySet())) {
      Node node = nodes.get(key);
      boolean holdsNothing = node != null && node.files.isEmpty() && node.childCount <= 1;
      if (holdsNothing || (key.isEmpty() && node != null && node.files.isEmpty())) {
        nodes.remove(key);
      }
    }
  }

  /** An area without code of its own is worth a page only where there would be too many without. */
  private void dropEmptyAreas() {
    for (String key : List.copyOf(nodes.keySet())) {
      Node node = nodes.get(key);
      boolean outermost = nodes.keySet().stream().noneMatch(other -> isAbove(other, key));
      if (node == null || !node.files.isEmpty() || !outermost) {
        continue;
      }
      nodes.remove(key);
      if (outermostCount() > OUTERMOST_COUNT_MAX) {
        nodes.put(key, node);
      }
    }
  }

  /** What stands in one folder by dozens has parts by the names of the files. */
  private void cutByNames() {
    for (String key : List.copyOf(nodes.keySet())) {
      Node node = nodes.get(key);
      if (node == null) {
        continue;
      }
      Map<String, List<PlacedFile>> groups = NameGroups.of(node.files);
      groups.forEach((names, files) -> {
        Node part = new Node();
        part.names = names;
        part.files.addAll(files);
        nodes.put(key.isEmpty() ? names : key + "/" + names, part);
      });
      groups.values().forEach(node.files::removeAll);
      if (key.isEmpty() && node.files.isEmpty()) {
        nodes.remove(key);
      }
    }
  }

  private long outermostCount() {
    return nodes.keySet().stream()
        .filter(key -> nodes.keySet().stream().noneMatch(other -> isAbove(other, key)))
        .count();
  }

  private static boolean isAbove(String other, String key) {
    return !other.isEmpty() && key.startsWith(other + "/");
  }

  private List<CodeModule> modules() {
    List<CodeModule> result = new ArrayList<>();
    Map<String, Integer> ids = new HashMap<>();
    nodes.forEach((key, node) -> {
      int id = result.size();
      ids.put(key, id);
      List<Integer> numbers = new ArrayList<>();
      node.files.forEach(file -> numbers.add(file.number()));
      Collections.sort(numbers);
      result.add(
          new CodeModule(
              id, key, title(key), parent(key, ids), folder(node), numbers, node.lineCount()));
    });
    return result;
  }

  /** Loose files at the root stand beside the other modules, a root package above them. */
  private int parent(String key, Map<String, Integer> ids) {
    String at = key;
    while (!at.isEmpty()) {
      at = SourceFolders.folder(at);
      if (ids.containsKey(at) && !(at.isEmpty() && folders.rootTitle().isEmpty())) {
        return ids.getOrDefault(at, -1);
      }
    }
    return -1;
  }

  private String title(String key) {
    return key.isEmpty() ? folders.rootTitle() : key.substring(key.lastIndexOf('/') + 1);
  }

  private static String folder(Node node) {
    Map<String, Integer> counts = new TreeMap<>();
    for (PlacedFile file : node.files) {
      counts.merge(SourceFolders.folder(file.path()), 1, Integer::sum);
    }
    String folder =
        counts.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed()))
            .map(Map.Entry::getKey)
            .orElse("");
    return folder.isEmpty() || node.names.isEmpty()
        ? folder + node.names
        : folder + "/" + node.names;
  }
}
