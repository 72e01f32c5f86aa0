package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.routers.FileRouters;
import ai.wikibuilder.graph.routers.GoGroups;
import ai.wikibuilder.graph.routers.RouterReader;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds routes that are registered by a call: a verb, a path and what answers. */
final class RegisteredRoutes {
  /** Paths inside paths of one file that are followed. */
  private static final int INCLUDE_DEPTH_MAX = 16;

  private static final Set<String> VERBS =
      Set.of("get", "post", "put", "delete", "patch", "head", "options", "all", "any");

  /** What people call the object that routes are registered on. */
  private static final Set<String> ROUTERS =
      Set.of("app", "router", "server", "api", "bp", "blueprint", "routes", "fastify", "route");

  /** Values that answer nothing. */
  private static final List<String> NOTHING =
      List.of("nil", "null", "None", "undefined", "true", "false", "True", "False");

  /** What makes a view of a class of Django. */
  private static final List<String> AS_VIEW = List.of(".as_view", ".as_asgi");

  private static final String[] GO_LIBRARIES = {
    "gin-gonic/gin",
    "labstack/echo",
    "go-chi/chi",
    "gorilla/mux",
    "gofiber/fiber",
    "julienschmidt/httprouter",
    "prometheus/common/route",
    "net/http",
    "gobuffalo/buffalo"
  };

  private final Scene scene;
  private final Tokens tokens;

  /** Objects routes are registered on, with the path they give all their routes. */
  private final Map<String, String> routers = new HashMap<>();

  /** Routers of Django REST framework, with the path their routes stand below. */
  private final Map<String, String> included = new HashMap<>();

  private RegisteredRoutes(Scene scene) {
    this.scene = scene;
    this.tokens = scene.tokens;
  }

  static void find(Scene scene) {
    RegisteredRoutes routes = new RegisteredRoutes(scene);
    switch (scene.language()) {
      case "javascript", "typescript", "tsx" -> routes.script();
      case "python" -> routes.python();
      case "go" -> routes.go();
      case "java", "kotlin" -> routes.javalin();
      case "rust" -> routes.axum();
      case "csharp" -> MinimalApi.find(scene, routes::handler);
      default -> {
        // routes of other languages are not registered by calls on an object
      }
    }
  }

  private void readRouters() {
    FileRouters read = RouterReader.read(scene.file);
    read.prefixes().keySet().forEach(name -> routers.put(name, read.prefix(name)));
  }

  private boolean isRouter(String name) {
    return ROUTERS.contains(name) || routers.containsKey(name);
  }

  private boolean isCall(int name) {
    return tokens.isWord(name) && tokens.is(name - 1, '.') && tokens.is(name + 1, '(');
  }

  private boolean isPath(int at) {
    return tokens.isString(at)
        && tokens.text(at).startsWith("/")
        && tokens.text(at).indexOf(' ') < 0;
  }

  /**
   * The last name inside brackets, also where it is wrapped as in {@code auth(list)}: what answers.
   * Empty for functions without a name.
   */
  private String handler(int open) {
    int close = tokens.close(open);
    int last = tokens.is(close - 1, ',') ? close - 2 : close - 1;
    while (tokens.is(last, ')') && last > open) {
      last--;
    }
    if (!tokens.isWord(last) || close >= tokens.count()) {
      return "";
    }
    if (tokens.isAny(last, NOTHING)) {
      // what is made with such values is answered by what makes it
      boolean made = tokens.isWord(open + 3) && tokens.is(close - 1, ')');
      return made ? tokens.dotted(open + 3) : "";
    }
    int first = last;
    while (tokens.is(first - 1, '.') && tokens.isWord(first - 2)) {
      first -= 2;
    }
    return tokens.is(first - 1, ',') || tokens.is(first - 1, '(') ? tokens.dotted(first) : "";
  }

  private void script() {
    readRouters();
    for (int i = 2; i < tokens.count(); i++) {
      boolean verb = isCall(i) && VERBS.contains(tokens.text(i));
      if (verb && isRouter(tokens.text(i - 2)) && isPath(i + 2) && tokens.is(i + 3, ',')) {
        scene.route(verbs(tokens.text(i)), path(i), handler(i + 1), tokens.line(i));
      } else if (isCall(i) && tokens.is(i, "route") && isRouter(tokens.text(i - 2))) {
        options(i + 1);
        chained(i);
      }
    }
  }

  private String path(int verb) {
    String prefix = routers.getOrDefault(tokens.text(verb - 2), "");
    return EntryPoint.join(prefix, tokens.text(verb + 2));
  }

  private static List<String> verbs(String name) {
    boolean every = name.equalsIgnoreCase("all") || name.equalsIgnoreCase("any");
    return every ? List.of() : List.of(name.toUpperCase(Locale.ROOT));
  }

  /** Fastify: {@code route({method: 'GET', url: '/x', handler})}. */
  private void options(int open) {
    int method = tokens.argument(open, "method");
    int url = tokens.argument(open, "url");
    if (tokens.is(open + 1, '{') && method >= 0 && isPath(url)) {
      scene.route(
          List.of(tokens.text(method).toUpperCase(Locale.ROOT)),
          tokens.text(url),
          "",
          tokens.line(open));
    }
  }

  /** Express: {@code router.route('/x').get(a).post(b)}. */
  private void chained(int route) {
    int at = tokens.close(route + 1) + 1;
    for (int chain = 0; chain < 8 && isPath(route + 2); chain++) {
      if (!tokens.is(at, '.') || !VERBS.contains(tokens.text(at + 1)) || !tokens.is(at + 2, '(')) {
        return;
      }
      scene.route(verbs(tokens.text(at + 1)), path(route), "", tokens.line(at + 1));
      at = tokens.close(at + 2) + 1;
    }
  }

  private void python() {
    readRouters();
    for (int i = 2; i < tokens.count(); i++) {
      if (!isCall(i)) {
        continue;
      }
      String name = tokens.text(i);
      String object = tokens.text(i - 2);
      boolean named = isRouter(object) || object.endsWith("_bp") || object.endsWith("_router");
      boolean decorator = tokens.is(i - 3, '@') && named;
      if (decorator && name.endsWith("route") && isWrapped(i + 2)) {
        String whole = EntryPoint.join(routers.getOrDefault(object, ""), tokens.text(i + 4));
        scene.route(listed(i + 1), whole, decorated(i + 1), tokens.line(i));
      } else if (decorator
          && (isPath(i + 2) || isRoot(i))
          && (VERBS.contains(name) || name.endsWith("route"))) {
        List<String> verbs = name.endsWith("route") ? listed(i + 1) : verbs(name);
        scene.route(verbs, path(i), decorated(i + 1), tokens.line(i));
      } else if (name.equals("add_url_rule") && isPath(i + 2) && !tokens.is(i - 3, '.')) {
        scene.route(listed(i + 1), path(i), viewFunction(i + 1), tokens.line(i));
      } else if (name.startsWith("add_") && name.endsWith("resource")) {
        resource(i);
      }
    }
    if (scene.fileName().equals("urls.py")) {
      django();
      registered();
    }
  }

  /** {@code below("/parcels")}: a path that a function of the repository's own completes. */
  private boolean isWrapped(int at) {
    return tokens.isWord(at) && tokens.is(at + 1, '(') && isPath(at + 2) && tokens.is(at + 3, ')');
  }

  /** Flask-RESTful: {@code api.add_resource(Parcels, "/parcels", "/parcels/<id>")}. */
  private void resource(int call) {
    String answering = tokens.dotted(call + 2);
    int at = call + 3;
    while (tokens.is(at, '.')) {
      at += 2;
    }
    String prefix = routers.getOrDefault(tokens.text(call - 2), "");
    for (; !answering.isEmpty() && tokens.is(at, ',') && isPath(at + 1); at += 2) {
      String whole = EntryPoint.join(prefix, tokens.text(at + 1));
      scene.route(List.of(), whole, answering, tokens.line(at + 1));
    }
  }

  /** {@code @router.get("")}: what the path of the router itself answers. */
  private boolean isRoot(int verb) {
    return routers.containsKey(tokens.text(verb - 2))
        && tokens.isString(verb + 2)
        && tokens.text(verb + 2).isEmpty();
  }

  /** {@code methods=["GET", "POST"]}. */
  private List<String> listed(int open) {
    List<String> verbs = new ArrayList<>();
    for (int i = open + 1; i < tokens.close(open); i++) {
      if (tokens.is(i, "methods") && tokens.is(i + 1, '=')) {
        for (int j = i + 3; j < tokens.close(i + 2) && verbs.size() < 8; j++) {
          if (tokens.isString(j)) {
            verbs.add(tokens.text(j).toUpperCase(Locale.ROOT));
          }
        }
      }
    }
    return verbs;
  }

  private String viewFunction(int open) {
    for (int i = open + 1; i < tokens.close(open); i++) {
      if (tokens.is(i, "view_func") && tokens.is(i + 1, '=')) {
        return tokens.dotted(i + 2);
      }
    }
    return "";
  }

  /** The function under decorators. */
  private String decorated(int open) {
    int end = tokens.close(open) + 60;
    for (int i = tokens.close(open); i < end; i++) {
      if (tokens.is(i, "def")) {
        return tokens.text(i + 1);
      }
    }
    return "";
  }

  /** Paths of an {@code include([...])} in the same call stand below its own. */
  private void django() {
    Deque<String> prefixes = new ArrayDeque<>(List.of("/"));
    Deque<Integer> ends = new ArrayDeque<>(List.of(Integer.MAX_VALUE));
    for (int i = 0; i < tokens.count(); i++) {
      while (i > ends.peek()) {
        ends.pop();
        prefixes.pop();
      }
      if (tokens.is(i, "urls") && tokens.is(i - 1, '.') && tokens.isWord(i - 2)) {
        included.putIfAbsent(tokens.text(i - 2), prefixes.peek());
      }
      boolean regex = tokens.is(i, "re_path") || tokens.is(i, "url");
      boolean route = regex || tokens.is(i, "path");
      if (route && tokens.is(i + 1, '(') && tokens.isString(i + 2) && tokens.is(i + 3, ',')) {
        String view = view(i + 4, tokens.close(i + 1));
        String own = regex ? plain(tokens.text(i + 2)) : tokens.text(i + 2);
        if (view.equals("include") && ends.size() < INCLUDE_DEPTH_MAX) {
          prefixes.push(prefixes.peek() + own);
          ends.push(tokens.close(i + 1));
        } else if (!view.equals("include")) {
          scene.route(List.of(), prefixes.peek() + own, view, tokens.line(i));
        }
      }
    }
  }

  /** {@code login_required(Parcels.as_view())} is answered by Parcels. */
  private String view(int first, int end) {
    String name = tokens.dotted(first);
    int after = first + 2 * (int) name.chars().filter(letter -> letter == '.').count() + 1;
    for (String made : AS_VIEW) {
      if (name.endsWith(made)) {
        return name.substring(0, name.length() - made.length());
      }
    }
    boolean wrapped =
        !name.isEmpty() && !name.equals("include") && tokens.is(after, '(') && after < end;
    String inner = wrapped ? view(after + 1, tokens.close(after)) : "";
    return inner.isEmpty() ? name : inner;
  }

  /** {@code router.register("parcels", ParcelViews)}, where the list of paths has the router. */
  private void registered() {
    for (int i = 2; i < tokens.count(); i++) {
      String router = isCall(i) && tokens.is(i, "register") ? tokens.text(i - 2) : "";
      String views = tokens.isString(i + 2) && tokens.is(i + 3, ',') ? tokens.dotted(i + 4) : "";
      String above = included.getOrDefault(router, "");
      if (!above.isEmpty() && !views.isEmpty()) {
        String path = EntryPoint.join(above, plain(tokens.text(i + 2)));
        scene.route(List.of(), path + (path.endsWith("/") ? "" : "/"), views, tokens.line(i));
      }
    }
  }

  /** {@code ^parcels/(?P<id>\\d+)/$} is the path {@code parcels/{id}/}. */
  private static String plain(String expression) {
    return expression
        .replaceFirst("^\\^", "")
        .replaceFirst("\\$$", "")
        .replaceAll("\\(\\?P<(\\w+)>[^()]*\\)", "{$1}");
  }

  private void go() {
    if (!scene.imports(GO_LIBRARIES)) {
      return;
    }
    // a router of the repository's own is called as those of libraries are
    boolean verbs =
        scene.imports(java.util.Arrays.copyOf(GO_LIBRARIES, 7))
            || scene.mentions(Set.of("RouterGroup"));
    GoGroups groups = new GoGroups(tokens);
    for (int i = 2; i < tokens.count(); i++) {
      groups.read(i);
      if (!isCall(i) || !tokens.isString(i + 2) || !tokens.is(i + 3, ',')) {
        continue;
      }
      String name = tokens.text(i);
      String path = tokens.text(i + 2);
      int blank = path.indexOf(" /");
      boolean verb = VERBS.contains(name.toLowerCase(Locale.ROOT)) && !name.equals("get");
      if ((name.equals("HandleFunc") || name.equals("Handle")) && (blank > 0 || isPath(i + 2))) {
        String prefix = blank > 0 ? "" : groups.prefix(tokens.text(i - 2));
        String whole = prefix.isEmpty() ? path : EntryPoint.join(prefix, path);
        scene.add(EntryPoint.Kind.ROUTE, whole, handler(i + 1), tokens.line(i));
      } else if (verbs && verb && isGoPath(i, groups) && !tokens.is(i - 2, "http")) {
        String whole = EntryPoint.join(groups.prefix(tokens.text(i - 2)), path);
        scene.route(verbs(name), whole, handler(i + 1), tokens.line(i));
      }
    }
  }

  /** A path, or nothing where the group itself is what is answered. */
  private boolean isGoPath(int verb, GoGroups groups) {
    return isPath(verb + 2)
        || (tokens.text(verb + 2).isEmpty() && groups.isGroup(tokens.text(verb - 2)));
  }

  /** Javalin and Ktor. */
  private void javalin() {
    boolean javalin = scene.mentions(Set.of("javalin"));
    boolean ktor = scene.mentions(Set.of("ktor"));
    for (int i = 1; (javalin || ktor) && i < tokens.count(); i++) {
      if (!tokens.isWord(i) || !tokens.is(i + 1, '(') || !isPath(i + 2)) {
        continue;
      }
      String name = tokens.text(i);
      boolean onRouter = isCall(i) && (isRouter(tokens.text(i - 2)) || tokens.is(i - 2, ')'));
      boolean handled = tokens.is(i + 3, ',') || tokens.is(i + 4, '{');
      boolean bare = !tokens.is(i - 1, '.') && handled;
      if (VERBS.contains(name) && handled && (javalin ? onRouter || bare : bare)) {
        scene.route(verbs(name), tokens.text(i + 2), second(i + 1), tokens.line(i));
      }
    }
  }

  /** The name behind the path, also as {@code Type::method}; roles may follow it. */
  private String second(int open) {
    String name = tokens.is(open + 2, ',') ? tokens.dotted(open + 3) : "";
    int after = open + 3 + 2 * (int) name.chars().filter(letter -> letter == '.').count() + 1;
    boolean method = tokens.sequence(after, ":", ":") && tokens.isWord(after + 2);
    if (method) {
      return name + "." + tokens.text(after + 2);
    }
    return tokens.is(after, ',') || tokens.is(after, ')') ? name : "";
  }

  /** Axum and actix: {@code .route("/x", get(handler))}. */
  private void axum() {
    for (int i = 1; i < tokens.count(); i++) {
      boolean route = isCall(i) && tokens.is(i, "route") && isPath(i + 2) && tokens.is(i + 3, ',');
      for (int j = i + 4; route && j < Math.min(tokens.close(i + 1), i + 60); j++) {
        if (VERBS.contains(tokens.text(j)) && tokens.is(j + 1, '(')) {
          String handler = tokens.text(tokens.close(j + 1) - 1);
          boolean plain = tokens.close(j + 1) > j + 2 && tokens.isWord(tokens.close(j + 1) - 1);
          scene.route(
              verbs(tokens.text(j)), tokens.text(i + 2), plain ? handler : "", tokens.line(i));
        }
      }
    }
  }
}
