package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.tokens.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds routes written in a framework's own files: Rails, Sinatra, Laravel, Next.js. */
final class FrameworkRoutes {
  private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch");

  private static final Set<String> NEXT_VERBS =
      Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

  private final Scene scene;
  private final Tokens tokens;

  private FrameworkRoutes(Scene scene) {
    this.scene = scene;
    this.tokens = scene.tokens;
  }

  static void find(Scene scene) {
    FrameworkRoutes routes = new FrameworkRoutes(scene);
    String path = scene.file.path();
    switch (scene.language()) {
      case "ruby" -> {
        boolean rails = path.endsWith("config/routes.rb") || path.contains("config/routes/");
        if (rails) {
          RailsRoutes.find(scene);
        } else if (scene.mentions(Set.of("sinatra", "sinatra/base", "Sinatra"))) {
          routes.sinatra();
        }
      }
      case "php" -> routes.laravel();
      case "javascript", "typescript", "tsx" -> routes.next(path);
      default -> {
        // no files of their own
      }
    }
  }

  private void sinatra() {
    for (int i = 0; i < tokens.count(); i++) {
      int first = tokens.is(i + 1, '(') ? i + 2 : i + 1;
      boolean verb = tokens.startsLine(i) && tokens.isWord(i) && VERBS.contains(tokens.text(i));
      if (verb && tokens.isString(first)) {
        String path = EntryPoint.join("", tokens.text(first));
        scene.route(List.of(tokens.text(i).toUpperCase(Locale.ROOT)), path, "", tokens.line(i));
      }
    }
  }

  /** {@code Route::get('/x', [Controller::class, 'method'])}. */
  private void laravel() {
    for (int i = 0; i < tokens.count(); i++) {
      boolean route = tokens.sequence(i, "Route", ":", ":") && tokens.is(i + 4, '(');
      if (!route || !tokens.isString(i + 5) || !tokens.is(i + 6, ',')) {
        continue;
      }
      String name = tokens.text(i + 3);
      String path = EntryPoint.join("", tokens.text(i + 5));
      if (VERBS.contains(name)) {
        scene.route(
            List.of(name.toUpperCase(Locale.ROOT)), path, controller(i + 7), tokens.line(i));
      } else if (name.equals("any") || name.equals("resource") || name.equals("apiResource")) {
        scene.route(List.of(), path, controller(i + 7), tokens.line(i));
      }
    }
  }

  private String controller(int at) {
    int first = tokens.is(at, '[') ? at + 1 : at;
    boolean named = tokens.isWord(first) && tokens.sequence(first + 1, ":", ":", "class");
    boolean method = tokens.is(first + 4, ',') && tokens.isString(first + 5);
    return named ? tokens.text(first) + (method ? "." + tokens.text(first + 5) : "") : "";
  }

  /** {@code app/x/route.ts} and {@code pages/api/x.ts}: the folder is the path. */
  private void next(String path) {
    int app = Math.max(start(path, "app/"), start(path, "src/app/"));
    boolean handlers = scene.fileName().startsWith("route.");
    if (app >= 0 && handlers) {
      String folder = path.substring(app, Math.max(app, path.lastIndexOf('/')));
      for (int i = 0; i < tokens.count(); i++) {
        boolean exported = tokens.is(i, "export") && tokens.startsLine(i);
        int name = tokens.is(i + 1, "async") ? i + 3 : i + 2;
        if (exported && tokens.isWord(name) && NEXT_VERBS.contains(tokens.text(name))) {
          String verb = tokens.text(name);
          scene.route(List.of(verb), nextPath(folder), verb, tokens.line(i));
        }
      }
    }
    int pages = Math.max(start(path, "pages/api/"), start(path, "src/pages/api/"));
    if (pages >= 0) {
      String file =
          path.substring(
              pages, path.lastIndexOf('.') < pages ? path.length() : path.lastIndexOf('.'));
      String route = file.endsWith("/index") ? file.substring(0, file.length() - 6) : file;
      for (int i = 0; i < tokens.count(); i++) {
        if (tokens.sequence(i, "export", "default")) {
          scene.route(List.of(), nextPath("api/" + route), "", tokens.line(i));
          return;
        }
      }
    }
  }

  /** Where the part of a path behind a folder starts, -1 when it is in none. */
  private static int start(String path, String folder) {
    if (path.startsWith(folder)) {
      return folder.length();
    }
    int at = path.indexOf("/" + folder);
    return at < 0 ? -1 : at + 1 + folder.length();
  }

  /** Folders in round brackets group files and are no part of the path. */
  private static String nextPath(String folder) {
    StringBuilder result = new StringBuilder();
    for (String part : folder.split("/", -1)) {
      if (!part.isEmpty() && !part.startsWith("(") && !part.equals("index")) {
        result.append('/').append(part);
      }
    }
    return result.isEmpty() ? "/" : result.toString();
  }
}
