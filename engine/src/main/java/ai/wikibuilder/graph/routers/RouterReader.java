package ai.wikibuilder.graph.routers;

import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which routers a file makes, and what it mounts on them. For one file and one thread. */
public final class RouterReader {
  /** Mounts and constants kept of one file. */
  private static final int COUNT_MAX = 500;

  /** Calls behind one another that are followed: {@code Router().use(a).use(b)}. */
  private static final int CHAIN_LENGTH_MAX = 60;

  /** Tokens of what a call is given among which a router is looked for. */
  private static final int ARGUMENTS_REACH = 60;

  /** What all routes of a Django file stand in. */
  private static final String URL_PATTERNS = "urlpatterns";

  private static final Set<String> MAKERS =
      Set.of(
          "express",
          "fastify",
          "Fastify",
          "Hono",
          "Koa",
          "Flask",
          "FastAPI",
          "Starlette",
          "Sanic",
          "Quart",
          "restify",
          "polka",
          "Elysia",
          "Bottle");

  /** A subclass of a library's router is named like it. */
  private static final List<String> MAKER_ENDINGS = List.of("Router", "Blueprint");

  private final Tokens tokens;
  private final boolean python;
  private final Map<String, String> prefixes = new HashMap<>();
  private final List<Mount> mounts = new ArrayList<>();
  private final Map<Integer, String> registered = new HashMap<>();
  private final Map<String, String> constants = new HashMap<>();
  private String exported = "";
  private String list = URL_PATTERNS;

  private RouterReader(CodeFile file) {
    this.tokens = file.tokens();
    this.python = file.facts().language().equals("python");
  }

  /** Reads a file; of languages other than Python, PHP and scripts nothing is known. */
  public static FileRouters read(CodeFile file) {
    RouterReader reader = new RouterReader(file);
    boolean script =
        switch (file.facts().language()) {
          case "javascript", "typescript", "tsx" -> true;
          default -> false;
        };
    if (script || reader.python) {
      boolean django = file.path().endsWith("urls.py");
      for (int i = 0; i < reader.tokens.count(); i++) {
        reader.constant(i);
        reader.export(i);
        reader.maker(i);
        reader.call(i);
        if (django) {
          reader.include(i);
        }
        if (script) {
          NestVersions.read(reader.tokens, i, reader.registered, reader.constants);
        }
      }
    }
    switch (file.facts().language()) {
      case "php" -> reader.laravel();
      case "go" -> reader.functions();
      default -> {
        // of other languages nothing more is known
      }
    }
    return new FileRouters(
        file.path(),
        reader.prefixes,
        reader.exported,
        reader.mounts,
        reader.registered,
        reader.constants);
  }

  /** Each file of routes is a router of its own, which another file may give a prefix. */
  private void laravel() {
    LaravelCalls.read(
        tokens,
        new LaravelCalls.Visitor() {
          @Override
          public void call(int method, LaravelCalls.Group within) {
            prefixes.put(RoutePaths.ROUTES, "");
            registered.put(within.line(), RoutePaths.ROUTES);
          }

          @Override
          public void file(String path, LaravelCalls.Group within) {
            add(new Mount("", "", path, within.prefix()));
          }
        });
  }

  /** In Go a function is given the router that its routes are registered on. */
  private void functions() {
    GoGroups groups = new GoGroups(tokens);
    for (int i = 0; i < tokens.count(); i++) {
      groups.read(i);
      boolean named = tokens.isWord(i) && tokens.is(i + 1, '(') && !groups.function().isEmpty();
      if (!named || tokens.is(i - 1, "func")) {
        continue;
      }
      if (tokens.is(i - 1, '.') && groups.isGiven(tokens.text(i - 2))) {
        prefixes.put(groups.function(), "");
        registered.putIfAbsent(tokens.line(i), groups.function());
      }
      given(i, groups);
    }
  }

  /** {@code users.Bind(app, api)}, where {@code api} is a group. */
  private void given(int name, GoGroups groups) {
    int close = Math.min(tokens.close(name + 1), name + ARGUMENTS_REACH);
    for (int i = name + 2; i < close; i++) {
      boolean alone =
          tokens.isWord(i)
              && (tokens.is(i - 1, '(') || tokens.is(i - 1, ','))
              && (tokens.is(i + 1, ')') || tokens.is(i + 1, ',') || isGroup(i));
      String router = tokens.text(i);
      boolean own = alone && groups.isGiven(router);
      if (alone && (own || groups.isGroup(router) || isGroup(i))) {
        String parent = own ? groups.function() : "";
        if (own) {
          prefixes.put(parent, "");
        }
        String module = tokens.is(name - 1, '.') ? tokens.text(name - 2) + "." : "";
        String before = groups.prefix(router);
        String prefix = isGroup(i) ? EntryPoint.join(before, tokens.text(i + 4)) : before;
        add(new Mount(parent, module + tokens.text(name), "", prefix));
        return;
      }
    }
  }

  /** {@code api.Group("/x")}, given as it is made. */
  private boolean isGroup(int router) {
    return tokens.sequence(router + 1, ".", "Group", "(")
        && tokens.isString(router + 4)
        && tokens.is(router + 5, ')');
  }

  /** {@code BASE = "/api"} and {@code BASE: str = "/api"}. */
  private void constant(int at) {
    int value = tokens.is(at + 1, ':') && tokens.isWord(at + 2) ? at + 4 : at + 2;
    boolean path = tokens.isString(value) && tokens.text(value).startsWith("/");
    boolean given = begins(at) && tokens.is(value - 1, '=');
    if (path && given && constants.size() < COUNT_MAX) {
      constants.putIfAbsent(tokens.text(at), tokens.text(value));
    }
  }

  private boolean begins(int at) {
    boolean declared = tokens.is(at - 1, "const") || tokens.is(at - 1, "let");
    return tokens.isWord(at) && (tokens.startsLine(at) || declared);
  }

  /** {@code export default router} and {@code module.exports = router}. */
  private void export(int at) {
    boolean common = tokens.sequence(at, "module", ".", "exports", "=");
    if (common || tokens.sequence(at, "export", "default")) {
      int given = common ? at + 4 : at + 2;
      exported = tokens.isWord(given) && !tokens.is(given + 1, '(') ? tokens.text(given) : "";
    }
  }

  /** {@code x = express.Router()}, {@code bp = Blueprint("a", url_prefix="/a")}. */
  private void maker(int at) {
    if (!tokens.is(at + 1, '(') || !tokens.isWord(at) || !isMaker(tokens.text(at))) {
      return;
    }
    int before = at - 1;
    while (tokens.is(before, '.')
        || (tokens.isWord(before) && !tokens.is(before + 1, '=') && before > at - 6)) {
      before--;
    }
    boolean assigned = tokens.is(before, '=') && tokens.isWord(before - 1);
    String name = assigned ? tokens.text(before - 1) : "default";
    if (assigned || tokens.is(at - 1, "default") || tokens.sequence(at - 2, "exports", "=")) {
      String own = value(at + 1, "url_prefix");
      prefixes.put(name, own.isEmpty() ? value(at + 1, "prefix") : own);
      chain(name, tokens.close(at + 1) + 1);
    }
  }

  private static boolean isMaker(String name) {
    return MAKERS.contains(name) || MAKER_ENDINGS.stream().anyMatch(name::endsWith);
  }

  private void chain(String parent, int first) {
    int at = first;
    for (int i = 0; i < CHAIN_LENGTH_MAX && tokens.is(at, '.') && tokens.is(at + 2, '('); i++) {
      if (tokens.is(at + 1, "use")) {
        used(parent, at + 2);
      }
      at = tokens.close(at + 2) + 1;
    }
  }

  private void call(int at) {
    if (!tokens.is(at - 1, '.') || !tokens.is(at + 1, '(') || !tokens.isWord(at - 2)) {
      return;
    }
    String parent = tokens.text(at - 2);
    registered.putIfAbsent(tokens.line(at), parent);
    switch (tokens.text(at)) {
      case "include_router" -> mount(parent, argument(at + 2), value(at + 1, "prefix"));
      case "register_blueprint" -> mount(parent, argument(at + 2), value(at + 1, "url_prefix"));
      case "register" -> {
        String child = argument(at + 2);
        mount(parent, child, value(at + 1, python ? "url_prefix" : "prefix"));
      }
      case "use" -> used(parent, at + 1);
      case "route" -> {
        boolean mounts = tokens.isString(at + 2) && tokens.is(at + 3, ',');
        String child = mounts ? argument(at + 4) : "";
        if (!child.isEmpty() && tokens.close(at + 1) == at + 4 + tokenCount(child)) {
          mount(parent, child, tokens.text(at + 2));
        }
        chained(parent, tokens.close(at + 1) + 1);
      }
      default -> {
        // other calls mount nothing
      }
    }
  }

  /** {@code router.route("/x").get(a)} and below it {@code .post(b)}. */
  private void chained(String router, int first) {
    int at = first;
    for (int i = 0; i < CHAIN_LENGTH_MAX && tokens.is(at, '.') && tokens.is(at + 2, '('); i++) {
      registered.putIfAbsent(tokens.line(at + 1), router);
      at = tokens.close(at + 2) + 1;
    }
  }

  /** {@code app.use("/api", guard, routes)}: what is mounted stands last. */
  private void used(String parent, int open) {
    int close = tokens.close(open);
    String prefix = tokens.isString(open + 1) ? tokens.text(open + 1) : "";
    if (tokens.sequence(close - 4, "require", "(") && tokens.isString(close - 2)) {
      add(new Mount(parent, "", tokens.text(close - 2), prefix));
      return;
    }
    int first = close - 1;
    while (tokens.is(first - 1, '.') && tokens.isWord(first - 2)) {
      first -= 2;
    }
    if (tokens.is(first - 1, ',') || tokens.is(first - 1, '(')) {
      mount(parent, argument(first), prefix);
    }
  }

  /**
   * Django: {@code path("shop/", include("shop.urls"))}, and lists of the same file that are
   * included by their names: {@code shop_urls = [path("list/", …)]}.
   */
  private void include(int at) {
    if (tokens.startsLine(at) && tokens.is(at + 1, '=') && tokens.is(at + 2, '[')) {
      list = isIncluded(tokens.text(at)) ? tokens.text(at) : URL_PATTERNS;
    }
    boolean own = tokens.sequence(at, "include", "(") && tokens.isWord(at + 2);
    if (own && tokens.is(at + 3, ')') && tokens.is(at - 1, ',') && tokens.isString(at - 2)) {
      mount(list, tokens.text(at + 2), tokens.text(at - 2).replaceFirst("^\\^", ""));
    }
    boolean include = tokens.sequence(at, "include", "(") && tokens.isString(at + 2);
    if (include && tokens.is(at - 1, ',') && tokens.isString(at - 2)) {
      String prefix = tokens.text(at - 2).replaceFirst("^\\^", "");
      add(new Mount(URL_PATTERNS, "", tokens.text(at + 2), prefix));
    }
    boolean route = tokens.is(at, "path") || tokens.is(at, "re_path") || tokens.is(at, "url");
    // what Django REST framework registers is included by the lists of the same file
    boolean rest = tokens.is(at, "register") && tokens.is(at - 1, '.') && tokens.isString(at + 2);
    if ((route || rest) && tokens.is(at + 1, '(')) {
      registered.put(tokens.line(at), list);
      prefixes.put(list, "");
    }
  }

  private boolean isIncluded(String name) {
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.sequence(i, "include", "(") && tokens.is(i + 2, name) && tokens.is(i + 3, ')')) {
        return true;
      }
    }
    return false;
  }

  private void mount(String parent, String child, String prefix) {
    if (!child.isEmpty()) {
      add(new Mount(parent, child, "", prefix));
    }
  }

  private void add(Mount mount) {
    if (mounts.size() < COUNT_MAX) {
      mounts.add(mount);
    }
  }

  /** The name that is an argument as a whole; empty for calls and other expressions. */
  private String argument(int first) {
    String name = tokens.dotted(first);
    int after = first + tokenCount(name);
    return tokens.is(after, ',') || tokens.is(after, ')') ? name : "";
  }

  private static int tokenCount(String dotted) {
    return dotted.isEmpty() ? 0 : 2 * (int) dotted.chars().filter(one -> one == '.').count() + 1;
  }

  /**
   * The path given to a named argument, with constants as in {@link FileRouters}; empty for none.
   */
  private String value(int open, String name) {
    int end = tokens.close(open);
    for (int i = open + 1; i < end; i++) {
      if (!tokens.is(i, name) || !(tokens.is(i + 1, '=') || tokens.is(i + 1, ':'))) {
        continue;
      }
      if (tokens.isString(i + 2)) {
        return tokens.text(i + 2).replace("${", "{");
      }
      String constant = tokens.dotted(i + 2);
      return constant.isEmpty() || constant.equals("None")
          ? ""
          : "\0{" + constant.substring(constant.lastIndexOf('.') + 1) + "}";
    }
    return "";
  }
}
