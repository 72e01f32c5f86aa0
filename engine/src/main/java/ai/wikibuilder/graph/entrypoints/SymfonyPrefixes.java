package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.tokens.YamlLines;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives routes of Symfony the path that {@code config/routes.yaml} puts before all controllers of a
 * folder: {@code resource: ../src/Controller/Admin/} with {@code prefix: /admin}. Files are added
 * one by one; used once, by one thread.
 */
public final class SymfonyPrefixes {
  private static final Pattern ROUTES =
      Pattern.compile("(?<root>(?:.*/)?)config/routes(?:\\.ya?ml|/[^/]+\\.ya?ml)");

  /** Means every class that is marked as a controller, wherever it is. */
  private static final String ALL = "routing.controllers";

  private final Map<String, String> prefixes = new HashMap<>();

  /** Adds a file, which may be any. */
  public void add(String path, SourceText text) {
    Matcher routes = ROUTES.matcher(path);
    if (!routes.matches()) {
      return;
    }
    Map<String, String> values = new HashMap<>();
    List<String> groups = new ArrayList<>();
    for (YamlLines.Entry entry : YamlLines.read(text)) {
      values.putIfAbsent(entry.key(), entry.value());
      if (entry.key().indexOf('.') < 0) {
        groups.add(entry.key());
      }
    }
    for (String group : groups) {
      String resource =
          values.getOrDefault(
              group + ".resource.path", values.getOrDefault(group + ".resource", ""));
      String prefix = values.getOrDefault(group + ".prefix", "");
      if (prefix.startsWith("/") && prefix.length() > 1) {
        folder(path, routes.group("root"), resource).ifPresent(one -> prefixes.put(one, prefix));
      }
    }
  }

  private static Optional<String> folder(String path, String root, String resource) {
    if (resource.equals(ALL)) {
      return Optional.of(root + "src/");
    }
    if (!resource.startsWith("../")) {
      return Optional.empty();
    }
    String at = path.substring(0, path.lastIndexOf('/'));
    String rest = resource;
    while (rest.startsWith("../") && !at.isEmpty()) {
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
      rest = rest.substring(3);
    }
    String found = at.isEmpty() ? rest : at + "/" + rest;
    return Optional.of(found.endsWith("/") || found.endsWith(".php") ? found : found + "/");
  }

  /** The same entry points in the same order, with whole paths. */
  public List<EntryPoint> complete(List<EntryPoint> entryPoints) {
    if (prefixes.isEmpty()) {
      return entryPoints;
    }
    return entryPoints.stream().map(this::completed).toList();
  }

  private EntryPoint completed(EntryPoint entry) {
    String best = "";
    for (String folder : prefixes.keySet()) {
      boolean holds = entry.path().startsWith(folder) && entry.path().endsWith(".php");
      best = holds && folder.length() > best.length() ? folder : best;
    }
    boolean route = entry.kind() == EntryPoint.Kind.ROUTE && !best.isEmpty();
    return route ? entry.below(prefixes.getOrDefault(best, "")) : entry;
  }
}
