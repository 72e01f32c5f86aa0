package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.tokens.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds routes written in a framework's own files: Rails, Sinatra, Laravel, Phoenix, Next.js. */
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
      case "php" -> LaravelRoutes.find(scene);
      case "elixir" -> PhoenixRoutes.find(scene);
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
