package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.routers.LaravelCalls;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds routes of Laravel, each with the prefixes of the groups it stands in. */
final class LaravelRoutes implements LaravelCalls.Visitor {
  private static final Set<String> VERBS =
      Set.of("get", "post", "put", "delete", "patch", "options");

  /** What answers every verb, or several of them by itself. */
  private static final Set<String> WHOLE = Set.of("any", "resource", "apiResource", "singleton");

  private final Scene scene;
  private final Tokens tokens;

  private LaravelRoutes(Scene scene) {
    this.scene = scene;
    this.tokens = scene.tokens;
  }

  static void find(Scene scene) {
    LaravelCalls.read(scene.tokens, new LaravelRoutes(scene));
  }

  @Override
  public void file(String path, LaravelCalls.Group within) {
    // its routes are told where they stand
  }

  @Override
  public void call(int method, LaravelCalls.Group within) {
    String name = tokens.text(method);
    int first = method + 2;
    List<String> verbs = VERBS.contains(name) ? List.of(name.toUpperCase(Locale.ROOT)) : List.of();
    boolean match = name.equals("match") && tokens.is(first, '[');
    if (match) {
      verbs = texts(first);
      first = tokens.close(first) + 2;
    }
    boolean route = !verbs.isEmpty() || WHOLE.contains(name);
    if (route && tokens.isString(first) && tokens.is(first + 1, ',')) {
      String path = EntryPoint.join(within.prefix(), tokens.text(first));
      scene.route(verbs, path, handler(first + 2, within), within.line());
    }
  }

  private List<String> texts(int open) {
    List<String> found = new ArrayList<>();
    for (int i = open + 1; i < tokens.close(open) && found.size() < VERBS.size(); i++) {
      if (tokens.isString(i)) {
        found.add(tokens.text(i).toUpperCase(Locale.ROOT));
      }
    }
    return found;
  }

  /** {@code [C::class, 'm']}, {@code C::class}, {@code 'C@m'}, or a method of the group's own. */
  private String handler(int at, LaravelCalls.Group within) {
    if (tokens.isString(at)) {
      String text = tokens.text(at);
      String own = within.controller().isEmpty() ? "" : within.controller() + "." + text;
      return text.indexOf('@') > 0
          ? text.substring(text.lastIndexOf('\\') + 1).replace('@', '.')
          : own;
    }
    boolean listed = tokens.is(at, '[');
    String type = LaravelCalls.typeName(tokens, listed ? at + 1 : at);
    int close = listed ? tokens.close(at) : at;
    boolean method = listed && !type.isEmpty() && tokens.isString(close - 1);
    return type + (method ? "." + tokens.text(close - 1) : "");
  }
}
