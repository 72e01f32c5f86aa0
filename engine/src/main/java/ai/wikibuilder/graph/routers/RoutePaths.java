package ai.wikibuilder.graph.routers;

import ai.wikibuilder.graph.entrypoints.EntryPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts before each route the paths its router is mounted under. Used once, by one thread. */
public final class RoutePaths {
  /** Routers on routers that are followed; also what ends a circle. */
  private static final int DEPTH_MAX = 16;

  /** What the routes of a file stand in that makes no router by a name. */
  static final String ROUTES = "routes";

  /** Where a name of a file leads. */
  public interface Imports {
    /** What a name that is imported into the file means there; empty when it leads outside. */
    Optional<Place> named(String path, String name);

    /** The file a module's name means; empty when it is none of the repository. */
    Optional<String> module(String path, String module);
  }

  /**
   * A router.
   *
   * @param name its name in the file, empty for the file as a whole
   */
  public record Place(String path, String name) {}

  private record Above(Place parent, String prefix) {}

  private final Map<String, FileRouters> files = new HashMap<>();
  private final Map<String, String> constants = new HashMap<>();

  /** Functions of Go that are given a router, by name. */
  private final Map<String, List<Place>> functions = new HashMap<>();

  private final NestVersions nest = new NestVersions();
  private final Map<Place, Above> above = new HashMap<>();
  private final Imports imports;

  private RoutePaths(List<FileRouters> routers, Imports imports) {
    this.imports = imports;
    Set<String> doubtful = new HashSet<>();
    for (FileRouters file : routers) {
      files.put(file.path(), file);
      nest.add(file);
      if (file.path().endsWith(".go")) {
        file.prefixes()
            .keySet()
            .forEach(name ->
                functions
                    .computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(new Place(file.path(), name)));
      }
      file.constants()
          .forEach((name, value) -> {
            String known = constants.putIfAbsent(name, value);
            if (known != null && !known.equals(value)) {
              doubtful.add(name);
            }
          });
    }
    doubtful.forEach(constants::remove);
    for (FileRouters file : routers) {
      file.mounts().forEach(mount -> mount(file, mount));
    }
  }

  /** The entry points, routes with the whole path as far as it is written down. */
  public static List<EntryPoint> complete(
      List<EntryPoint> found, List<FileRouters> routers, Imports imports) {
    RoutePaths paths = new RoutePaths(routers, imports);
    List<EntryPoint> result = new ArrayList<>(found.size());
    for (EntryPoint one : found) {
      result.add(one.kind() == EntryPoint.Kind.ROUTE ? paths.completed(one) : one);
    }
    return result;
  }

  private void mount(FileRouters file, Mount mount) {
    Optional<Place> child =
        mount.module().isEmpty()
            ? place(file, mount.child())
            : module(file.path(), mount.module()).map(path -> whole(new Place(path, ""), 0));
    Optional<Place> parent = place(file, mount.parent());
    if (child.isPresent() && parent.isPresent() && !child.equals(parent)) {
      above.putIfAbsent(child.get(), new Above(parent.get(), written(file, mount.prefix())));
    }
  }

  /** A file of routes in PHP is named from the root of its application, above who names it. */
  private Optional<String> module(String path, String module) {
    if (!module.endsWith(".php")) {
      return imports.module(path, module);
    }
    for (int end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
      String named = path.substring(0, end + 1) + module;
      if (files.containsKey(named)) {
        return Optional.of(named);
      }
    }
    return files.containsKey(module) ? Optional.of(module) : Optional.empty();
  }

  /** A prefix with its constants; empty when one of them is not known. */
  private String written(FileRouters file, String prefix) {
    String own = FileRouters.written(prefix, file.constants());
    return FileRouters.known(FileRouters.written(own, constants));
  }

  private Optional<Place> place(FileRouters file, String name) {
    if (file.path().endsWith(".go")) {
      return function(file.path(), name);
    }
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    if (file.prefixes().containsKey(first)) {
      return Optional.of(new Place(file.path(), first));
    }
    Optional<Place> imported = imports.named(file.path(), first);
    if (imported.isEmpty()) {
      return dot < 0 ? Optional.of(new Place(file.path(), "")) : Optional.empty();
    }
    String rest = dot < 0 ? imported.get().name() : name.substring(dot + 1);
    return Optional.of(whole(new Place(imported.get().path(), rest), 0));
  }

  /** A function of Go, in the folder of who calls it or in the only folder that is called so. */
  private Optional<Place> function(String path, String name) {
    if (name.isEmpty()) {
      return Optional.of(new Place(path, ""));
    }
    int dot = name.indexOf('.');
    String own = name.substring(dot + 1);
    String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    List<Place> found =
        functions.getOrDefault(own, List.of()).stream()
            .filter(place -> {
              String other = place.path().substring(0, Math.max(0, place.path().lastIndexOf('/')));
              return dot < 0
                  ? other.equals(folder)
                  : other.equals(name.substring(0, dot))
                      || other.endsWith("/" + name.substring(0, dot));
            })
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Where a router is made that a file gives out; the file as a whole where it makes none. */
  private Place whole(Place given, int depth) {
    FileRouters file = files.get(given.path());
    if (file == null || file.prefixes().containsKey(given.name())) {
      return given;
    }
    Optional<Place> further = imports.named(given.path(), given.name());
    if (further.isPresent() && depth < DEPTH_MAX) {
      return whole(further.get(), depth + 1);
    }
    for (String other : List.of(file.exported(), "default", "urlpatterns")) {
      if (file.prefixes().containsKey(other)) {
        return new Place(given.path(), other);
      }
    }
    boolean only = file.prefixes().size() == 1;
    return new Place(given.path(), only ? file.prefixes().keySet().iterator().next() : "");
  }

  private EntryPoint completed(EntryPoint route) {
    FileRouters file = files.get(route.path());
    String router = file == null ? "" : file.registered().getOrDefault(route.line(), "");
    if (file == null || router.isEmpty()) {
      return route;
    }
    String prefix =
        router.equals(NestVersions.CONTROLLER)
            ? nest.before(file)
            : place(file, router).map(place -> prefix(place, 0)).orElse("");
    if (prefix.isEmpty() || prefix.equals("/")) {
      return route;
    }
    String verb = route.verb().isEmpty() ? "" : route.verb() + " ";
    String name = verb + EntryPoint.join(prefix, route.target());
    return new EntryPoint(
        route.kind(), name, route.handler(), route.path(), route.line(), route.symbol());
  }

  /** What stands before the own prefix of a router. */
  private String prefix(Place router, int depth) {
    Above mounted = above.get(router);
    if (mounted == null || depth == DEPTH_MAX) {
      return "";
    }
    Place parent = mounted.parent();
    FileRouters file = files.get(parent.path());
    String own = file == null ? "" : written(file, file.prefixes().getOrDefault(parent.name(), ""));
    String before = EntryPoint.join(prefix(parent, depth + 1), own);
    return EntryPoint.join(before, mounted.prefix());
  }
}
