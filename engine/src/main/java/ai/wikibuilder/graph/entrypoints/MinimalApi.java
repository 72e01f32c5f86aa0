package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.tokens.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Finds routes of the minimal API of ASP.NET: {@code app.MapGet("/x", Handler)}, also on a group:
 * {@code var v1 = app.MapGroup("api/parcels")}.
 */
final class MinimalApi {
  private static final Set<String> CALLS =
      Set.of("MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch");

  /** Tokens before a call among which what it is assigned to is looked for. */
  private static final int STATEMENT_REACH = 40;

  private final Scene scene;
  private final Tokens tokens;

  /** Groups by the name of their variable, with the path all their routes begin with. */
  private final Map<String, String> groups = new HashMap<>();

  private MinimalApi(Scene scene) {
    this.scene = scene;
    this.tokens = scene.tokens;
  }

  /**
   * Adds the routes of a file.
   *
   * @param handler what answers, of the token that opens a call
   */
  static void find(Scene scene, IntFunction<String> handler) {
    MinimalApi api = new MinimalApi(scene);
    for (int i = 2; i < api.tokens.count(); i++) {
      if (api.tokens.is(i - 1, '.') && api.tokens.is(i + 1, '(') && api.tokens.isString(i + 2)) {
        api.call(i, handler);
      }
    }
  }

  private void call(int at, IntFunction<String> handler) {
    String name = tokens.text(at);
    String path = tokens.text(at + 2);
    String group = groups.getOrDefault(tokens.text(at - 2), "");
    if (name.equals("MapGroup")) {
      assigned(at, path);
      return;
    }
    // below a group a path needs no slash
    boolean rooted = path.startsWith("/") || !group.isEmpty();
    if (CALLS.contains(name) && rooted && path.indexOf(' ') < 0 && tokens.is(at + 3, ',')) {
      String verb = name.substring("Map".length()).toUpperCase(Locale.ROOT);
      String whole = group.isEmpty() ? path : EntryPoint.join(group, path);
      scene.route(List.of(verb), whole, handler.apply(at + 1), tokens.line(at));
    }
  }

  private void assigned(int at, String path) {
    for (int i = at - 1; i > at - STATEMENT_REACH && !endsStatement(i); i--) {
      if (tokens.is(i, '=') && tokens.isWord(i - 1) && tokens.isWord(i + 1)) {
        String above = groups.getOrDefault(tokens.text(i + 1), "");
        groups.put(tokens.text(i - 1), EntryPoint.join(above, path));
        return;
      }
    }
  }

  private boolean endsStatement(int at) {
    return tokens.is(at, ';') || tokens.is(at, '{') || tokens.is(at, '}');
  }
}
