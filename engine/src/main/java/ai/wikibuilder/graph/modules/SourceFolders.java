package ai.wikibuilder.graph.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves out of a file's folder what says nothing: source folders and common package names. */
final class SourceFolders {
  private static final Pattern SOURCE_SET =
      Pattern.compile(
          "(?:^|/)src/[A-Za-z]+/(?:java|kotlin|scala|groovy|python|js|ts|cs)(?:-[\\w-]+)?(?=/|$)");

  private static final Set<String> SOURCE_FOLDERS = Set.of("src", "lib", "source", "Sources");

  private final TreeSet<String> roots = new TreeSet<>();
  private final Map<String, List<String>> commonByRoot = new HashMap<>();

  /**
   * Learns the roots and the packages all files of a root share.
   *
   * @param manifestFolders folders that hold a build file, without a trailing slash
   */
  SourceFolders(Collection<String> manifestFolders, Collection<String> paths) {
    roots.add("");
    roots.addAll(manifestFolders);
    for (String path : paths) {
      Matcher matcher = SOURCE_SET.matcher(folder(path));
      if (matcher.find()) {
        roots.add(path.substring(0, matcher.start()));
      }
    }
    for (String path : paths) {
      List<String> parts = stripped(path);
      commonByRoot.merge(root(path), parts, SourceFolders::common);
    }
    boolean packaged = paths.stream().anyMatch(path -> root(path).isEmpty() && isSource(path));
    if (commonByRoot.size() > 1 && !packaged) {
      // beside other roots a folder of scripts is a folder, not the package of the repository
      commonByRoot.remove("");
    }
  }

  private static boolean isSource(String path) {
    return SOURCE_SET.matcher(folder(path)).find()
        || SOURCE_FOLDERS.contains(path.substring(0, Math.max(0, path.indexOf('/'))));
  }

  static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private String root(String path) {
    String at = folder(path);
    while (!roots.contains(at)) {
      at = folder(at);
    }
    return at;
  }

  private List<String> stripped(String path) {
    String root = root(path);
    String rest = folder(path).substring(root.length());
    Matcher matcher = SOURCE_SET.matcher(rest);
    if (matcher.find()) {
      return parts(rest.substring(matcher.end()));
    }
    List<String> parts = parts(rest);
    boolean source = !parts.isEmpty() && SOURCE_FOLDERS.contains(parts.getFirst());
    return source ? parts.subList(1, parts.size()) : parts;
  }

  private static List<String> parts(String path) {
    List<String> result = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (!part.isEmpty()) {
        result.add(part);
      }
    }
    return result;
  }

  private static List<String> common(List<String> first, List<String> second) {
    int shared = 0;
    while (shared < Math.min(first.size(), second.size())
        && first.get(shared).equals(second.get(shared))) {
      shared++;
    }
    return first.subList(0, shared);
  }

  /** The folders that tell a file's module apart from others, joined by slashes. */
  String key(String path) {
    String root = root(path);
    List<String> parts = stripped(path);
    List<String> own =
        parts.subList(commonByRoot.getOrDefault(root, List.of()).size(), parts.size());
    List<String> all = new ArrayList<>(parts(root));
    all.addAll(own);
    return String.join("/", all);
  }

  /** What the files at the repository's root call themselves; empty when they share no package. */
  String rootTitle() {
    List<String> common = commonByRoot.getOrDefault("", List.of());
    return common.isEmpty() ? "" : common.getLast();
  }
}
