package ai.wikibuilder.pages.claims;

import ai.wikibuilder.graph.CodeGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names the repository has: symbols, files, folders, and what build files, settings, entry
 * points and tables are called. Immutable once made; made for the names one wiki uses, so that it
 * stays small beside a large graph.
 */
final class KnownNames {
  private static final Pattern DOTTED =
      Pattern.compile("(?:operator\\S{1,60}|[\\p{L}\\p{N}_$~!?=@`\\[\\]-]+)");
  private static final Pattern PARTS = Pattern.compile("\\.|::|#|(?<!operator)->|\\\\");

  private final Set<String> wanted = new HashSet<>();
  private final Map<String, List<String>> qualifiedByName = new HashMap<>();
  private final WorldNames others;
  private final Set<String> pathTails = new HashSet<>();

  /** Looks for everything the given names could stand for. */
  KnownNames(CodeGraph graph, Set<String> names) {
    names.forEach(name -> wanted.addAll(parts(name)));
    for (int id = 0; id < graph.symbolCount(); id++) {
      String name = lastPart(graph.symbol(id).name());
      if (wanted.contains(name)) {
        qualifiedByName
            .computeIfAbsent(name, one -> new ArrayList<>())
            .add(String.join(".", parts(graph.qualifiedName(id))));
      }
    }
    for (int file = 0; file < graph.fileCount(); file++) {
      path(graph.path(file), names);
    }
    others = new WorldNames(graph);
  }

  /**
   * A private name of JavaScript has a sign before it, which separates names elsewhere, and a
   * computed one has a dot: {@code [Symbol.iterator]}.
   */
  private static String lastPart(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.startsWith("#") ? 0 : -1) + 1);
  }

  /** The parts of a dotted name: {@code ParcelTracker}, {@code apply}. */
  static List<String> parts(String name) {
    return Arrays.stream(PARTS.split(name, -1)).filter(part -> !part.isEmpty()).toList();
  }

  /** Remembers the tails and folders of a path that are asked for. */
  private void path(String path, Set<String> names) {
    for (int from = 0; from >= 0; from = next(path, from)) {
      String tail = path.substring(from);
      if (names.contains(tail)) {
        pathTails.add(tail);
      }
      for (int end = tail.indexOf('/'); end >= 0; end = tail.indexOf('/', end + 1)) {
        String folder = tail.substring(0, end);
        if (names.contains(folder) || names.contains(folder + "/")) {
          pathTails.add(folder);
        }
      }
    }
  }

  private static int next(String path, int from) {
    int slash = path.indexOf('/', from);
    return slash < 0 ? -1 : slash + 1;
  }

  /** Whether the repository has something of this name. */
  boolean has(String name) {
    String bare = name.endsWith("()") ? name.substring(0, name.length() - 2) : name;
    String folder = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    if (others.has(bare) || pathTails.contains(bare) || pathTails.contains(folder)) {
      return true;
    }
    List<String> parts = parts(bare);
    if (parts.isEmpty() || !parts.stream().allMatch(part -> DOTTED.matcher(part).matches())) {
      return false;
    }
    String dotted = String.join(".", parts);
    List<String> qualified = qualifiedByName.getOrDefault(parts.getLast(), List.of());
    return qualified.stream().anyMatch(one -> one.equals(dotted) || one.endsWith("." + dotted))
        || qualified.stream().anyMatch(one -> dotted.endsWith("." + one) && isNamed(parts, one));
  }

  /** A package or namespace may stand before what the graph calls the whole name. */
  private boolean isNamed(List<String> parts, String qualified) {
    int beyond = parts.size() - parts(qualified).size();
    return parts.subList(0, beyond).stream().allMatch(qualifiedByName::containsKey);
  }
}
