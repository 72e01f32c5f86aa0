package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds routes, commands and jobs that are declared by a mark on a function or type. */
final class AnnotatedRoutes {
  private static final Map<String, String> SPRING =
      Map.of(
          "GetMapping", "GET",
          "PostMapping", "POST",
          "PutMapping", "PUT",
          "DeleteMapping", "DELETE",
          "PatchMapping", "PATCH");

  private static final Set<String> JAX_RS =
      Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

  private static final Map<String, String> DOTNET =
      Map.of(
          "HttpGet", "GET",
          "HttpPost", "POST",
          "HttpPut", "PUT",
          "HttpDelete", "DELETE",
          "HttpPatch", "PATCH",
          "HttpHead", "HEAD");

  private static final String CONTROLLER = "Controller";

  private static final Set<String> VERBS =
      Set.of("Get", "Post", "Put", "Delete", "Patch", "Head", "Options", "All");

  private final Scene scene;
  private final Tokens tokens;
  private final String language;

  /** Texts of the file's constants by name, once they are asked for. */
  private final Map<String, String> constants = new HashMap<>();

  private boolean read;

  /** Path that the type around gives all its routes. */
  private String prefix = "";

  private AnnotatedRoutes(Scene scene) {
    this.scene = scene;
    this.tokens = scene.tokens;
    this.language = scene.language();
  }

  static void find(Scene scene, List<Mark.Group> groups) {
    AnnotatedRoutes routes = new AnnotatedRoutes(scene);
    for (Mark.Group group : groups) {
      if (group.type()) {
        routes.prefix = routes.prefix(group);
      } else {
        routes.member(group);
      }
    }
  }

  private String path(Mark mark) {
    int at = mark.open() < 0 ? -1 : tokens.firstString(mark.open());
    for (String name : List.of("path", "value")) {
      int named = mark.open() < 0 ? -1 : tokens.argument(mark.open(), name);
      at = named >= 0 ? named : at;
    }
    // {produces = "..."} alone names no path.
    boolean other =
        at >= 2
            && tokens.is(at - 1, '=')
            && !tokens.is(at - 2, "path")
            && !tokens.is(at - 2, "value");
    if (mark.open() >= 0 && (at < 0 || other)) {
      return constant(mark.open()).map(this::textOf).orElse("");
    }
    return other ? "" : tokens.text(at);
  }

  /** The constant that stands for the path of a mark: alone, or behind {@code path =}. */
  private Optional<String> constant(int open) {
    int at = open + 1;
    for (int i = open + 1; i < tokens.close(open); i++) {
      boolean named = tokens.is(i, "path") || tokens.is(i, "value");
      if (named && tokens.is(i + 1, '=')) {
        at = tokens.is(i + 2, '{') ? i + 3 : i + 2;
        break;
      }
    }
    while (tokens.isWord(at) && tokens.is(at + 1, '.')) {
      at += 2;
    }
    boolean alone = tokens.is(at + 1, ',') || tokens.is(at + 1, ')') || tokens.is(at + 1, '}');
    return tokens.isWord(at) && alone ? Optional.of(tokens.text(at)) : Optional.empty();
  }

  /** What a constant of the file says; nothing of what stands elsewhere. */
  private String textOf(String constant) {
    if (!read) {
      read = true;
      for (int i = 0; i + 2 < tokens.count(); i++) {
        if (tokens.isWord(i) && tokens.is(i + 1, '=') && tokens.isString(i + 2)) {
          constants.putIfAbsent(tokens.text(i), tokens.text(i + 2));
        }
      }
    }
    return constants.getOrDefault(constant, "");
  }

  /** Whether the path is a constant of another file, so that nobody can say what it is. */
  private boolean isElsewhere(Mark mark) {
    return path(mark).isEmpty() && mark.open() >= 0 && constant(mark.open()).isPresent();
  }

  private String prefix(Mark.Group group) {
    for (Mark mark : group.marks()) {
      String path = path(mark);
      switch (mark.name()) {
        case "RequestMapping", "Path", "RoutePrefix" -> {
          return path;
        }
        case "Route" -> {
          String name = group.name();
          String short_ =
              name.endsWith("Controller") ? name.substring(0, name.length() - 10) : name;
          return path.replace("[controller]", short_);
        }
        case "Controller" -> {
          boolean script = language.equals("typescript") || language.equals("javascript");
          if (script || path.startsWith("/")) {
            return script ? "/" + path : path;
          }
        }
        default -> {
          // other marks of types give no path
        }
      }
    }
    return "";
  }

  private void member(Mark.Group group) {
    switch (language) {
      case "java", "kotlin", "groovy", "scala" -> java(group);
      case "csharp" -> csharp(group);
      case "typescript", "javascript" -> nest(group);
      case "php" -> symfony(group);
      case "rust" -> rust(group);
      default -> {
        // Python's decorators are calls on an object and are read as such
      }
    }
  }

  private void java(Mark.Group group) {
    String rest = "";
    List<String> verbs = new ArrayList<>();
    int line = 0;
    for (Mark mark : group.marks()) {
      boolean spring = SPRING.containsKey(mark.name()) || mark.name().equals("RequestMapping");
      if (spring && isElsewhere(mark)) {
        continue;
      }
      if (SPRING.containsKey(mark.name())) {
        scene.route(
            List.of(SPRING.get(mark.name())), joined(path(mark)), group.handler(), mark.line());
      } else if (mark.name().equals("RequestMapping")) {
        scene.route(spring(mark), joined(path(mark)), group.handler(), mark.line());
      } else if (JAX_RS.contains(mark.name()) && mark.open() < 0) {
        verbs.add(mark.name());
        line = mark.line();
      } else if (mark.name().equals("Path")) {
        rest = path(mark);
      } else if (VERBS.contains(mark.name()) && micronaut(mark)) {
        scene.route(
            List.of(mark.name().toUpperCase(Locale.ROOT)),
            joined(path(mark)),
            group.handler(),
            mark.line());
      }
    }
    if (!verbs.isEmpty()) {
      scene.route(verbs, joined(rest), group.handler(), line);
    }
  }

  private boolean micronaut(Mark mark) {
    return path(mark).startsWith("/") || (mark.open() < 0 && !prefix.isEmpty());
  }

  /** {@code method = RequestMethod.GET}. */
  private List<String> spring(Mark mark) {
    List<String> verbs = new ArrayList<>();
    for (int i = mark.open() + 1; mark.open() >= 0 && i < tokens.close(mark.open()); i++) {
      if (JAX_RS.contains(tokens.text(i)) && tokens.isWord(i)) {
        verbs.add(tokens.text(i));
      }
    }
    return verbs;
  }

  private String joined(String path) {
    return EntryPoint.join(prefix, path);
  }

  private void csharp(Mark.Group group) {
    String rest = "";
    for (Mark mark : group.marks()) {
      rest = mark.name().equals("Route") ? path(mark) : rest;
    }
    for (Mark mark : group.marks()) {
      String verb = DOTNET.getOrDefault(mark.name(), "");
      if (!verb.isEmpty()) {
        String own = path(mark).isEmpty() ? rest : path(mark);
        boolean absolute = own.startsWith("/") || own.startsWith("~");
        boolean usual = own.isEmpty() && prefix.isEmpty() && isConventional(group);
        String route = usual ? conventional(group) : absolute ? own.replace("~", "") : joined(own);
        scene.route(
            List.of(verb), route.replace("[action]", group.name()), group.handler(), mark.line());
      }
    }
  }

  /** Whether a class is built on the controller of MVC itself and says no path of its own. */
  private boolean isConventional(Mark.Group group) {
    String type = type(group);
    for (int i = 0; i < tokens.count() && type.endsWith(CONTROLLER); i++) {
      if (tokens.is(i, "class") && tokens.is(i + 1, type)) {
        return tokens.is(i + 2, ':') && tokens.is(i + 3, CONTROLLER);
      }
    }
    return false;
  }

  private static String type(Mark.Group group) {
    int dot = group.handler().lastIndexOf('.');
    return dot < 0 ? "" : group.handler().substring(0, dot);
  }

  /** {@code /Account/Login}: the controller and the action, where the first action is the whole. */
  private static String conventional(Mark.Group group) {
    String type = type(group);
    String name = type.substring(0, type.length() - CONTROLLER.length());
    return "/" + name + (group.name().equals("Index") ? "" : "/" + group.name());
  }

  private void nest(Mark.Group group) {
    for (Mark mark : group.marks()) {
      if (VERBS.contains(mark.name()) && mark.open() >= 0 && !prefix.isEmpty()) {
        List<String> verbs =
            mark.name().equals("All") ? List.of() : List.of(mark.name().toUpperCase(Locale.ROOT));
        scene.route(verbs, joined(path(mark)), group.handler(), mark.line());
      }
    }
  }

  private void symfony(Mark.Group group) {
    for (Mark mark : group.marks()) {
      if (mark.name().equals("Route") && path(mark).startsWith("/")) {
        List<String> verbs = new ArrayList<>();
        for (int i = mark.open() + 1; i < tokens.close(mark.open()); i++) {
          if (tokens.isString(i) && JAX_RS.contains(tokens.text(i))) {
            verbs.add(tokens.text(i));
          }
        }
        scene.route(verbs, joined(path(mark)), group.handler(), mark.line());
      }
    }
  }

  /** Actix and Rocket: {@code #[get("/x")]}. */
  private void rust(Mark.Group group) {
    for (Mark mark : group.marks()) {
      String verb = mark.name().toUpperCase(Locale.ROOT);
      if (JAX_RS.contains(verb) && mark.open() >= 0 && path(mark).startsWith("/")) {
        scene.route(List.of(verb), path(mark), group.name(), mark.line());
      }
    }
  }
}
