package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives routes of .NET the path that stands on the class their controller is built on: {@code
 * [Route("[controller]")] class Base}, {@code class ShipsController : Base}. Files are added one by
 * one; used once, by one thread.
 */
public final class InheritedPaths {
  /** Classes between a controller and the one with the path. */
  private static final int DEPTH_MAX = 4;

  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, String> bases = new HashMap<>();

  /** Routes whose own part is written without a slash before it, so that something precedes it. */
  private final Set<EntryPoint> relative = new HashSet<>();

  /** Adds a file with the entry points that were found in it. */
  public void add(CodeFile file, List<EntryPoint> found) {
    if (!file.facts().language().equals("csharp")) {
      return;
    }
    Tokens tokens = file.tokens();
    for (Mark.Group group : Marks.of(tokens, "csharp")) {
      for (Mark mark : group.type() ? group.marks() : List.<Mark>of()) {
        if (mark.name().equals("Route") && mark.open() >= 0 && !group.name().isEmpty()) {
          paths.put(group.name(), tokens.text(tokens.firstString(mark.open())));
        }
      }
    }
    Set<Integer> absolute = new HashSet<>();
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, "class") && tokens.is(i + 2, ':') && tokens.isWord(i + 3)) {
        bases.put(tokens.text(i + 1), tokens.text(i + 3));
      }
      if (tokens.isString(i)
          && (tokens.text(i).startsWith("/") || tokens.text(i).startsWith("~"))) {
        absolute.add(tokens.line(i));
      }
    }
    found.stream()
        .filter(entry -> entry.kind() == EntryPoint.Kind.ROUTE && !absolute.contains(entry.line()))
        .forEach(relative::add);
  }

  /** The same entry points in the same order, with whole paths. */
  public List<EntryPoint> complete(List<EntryPoint> entryPoints) {
    List<EntryPoint> result = new ArrayList<>(entryPoints.size());
    for (EntryPoint entry : entryPoints) {
      int dot = entry.handler().indexOf('.');
      Optional<String> path =
          dot > 0 && relative.contains(entry)
              ? inherited(entry.handler().substring(0, dot))
              : Optional.empty();
      result.add(path.map(entry::below).orElse(entry));
    }
    return result;
  }

  /** The path of the nearest class above that has one; empty where the controller has its own. */
  private Optional<String> inherited(String controller) {
    if (paths.containsKey(controller)) {
      return Optional.empty();
    }
    String at = controller;
    for (int depth = 0; depth < DEPTH_MAX; depth++) {
      at = bases.getOrDefault(at, "");
      if (paths.containsKey(at)) {
        String plain = controller.replaceFirst("Controller$", "");
        return Optional.of(paths.getOrDefault(at, "").replace("[controller]", plain));
      }
    }
    return Optional.empty();
  }
}
