package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.source.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds routes of Phoenix, which stand in routers line by line; what a scope holds is told by how
 * far it is indented.
 */
final class PhoenixRoutes {
  private static final int LINE_COUNT_MAX = 5_000;

  /** Lines over which one route is written. */
  private static final int ROUTE_LINES_MAX = 4;

  private static final Pattern SCOPE =
      Pattern.compile("(\\s*+)scope[ (]++(?:path: )?+\"([^\"]*+)\".*+");

  private static final Pattern BARE_SCOPE = Pattern.compile("(\\s*+)scope\\b.*+");

  private static final Pattern ROUTE =
      Pattern.compile(
          "(\\s*+)(get|post|put|patch|delete|head|options|live|resources|forward)[ (]++"
              + "\"([^\"]*+)\",\\s*+([A-Z][\\w.]*+)(?:,\\s*+:(\\w++))?+.*+");

  private record Open(int indent, String prefix) {}

  private final Scene scene;
  private final Deque<Open> scopes = new ArrayDeque<>();

  private PhoenixRoutes(Scene scene) {
    this.scene = scene;
  }

  static void find(Scene scene) {
    if (scene.fileName().endsWith("router.ex")) {
      new PhoenixRoutes(scene).run();
    }
  }

  private void run() {
    SourceText text = scene.file.text();
    for (int line = 1; line <= Math.min(text.lineCount(), LINE_COUNT_MAX); line++) {
      String words = text.lines(line, line).stripTrailing();
      int indent = words.length() - words.stripLeading().length();
      while (!words.isEmpty() && !scopes.isEmpty() && scopes.peek().indent() >= indent) {
        scopes.pop();
      }
      Matcher scope = SCOPE.matcher(words);
      if (scope.matches()) {
        scopes.push(new Open(indent, EntryPoint.join(prefix(), scope.group(2))));
      } else if (BARE_SCOPE.matcher(words).matches()) {
        scopes.push(new Open(indent, prefix()));
      } else {
        Matcher route = ROUTE.matcher(whole(text, line, words));
        if (route.matches()) {
          route(route, line, indent);
        }
      }
    }
  }

  private String prefix() {
    Open inner = scopes.peek();
    return inner == null ? "" : inner.prefix();
  }

  /** A route with the lines it goes on in. */
  private static String whole(SourceText text, int line, String first) {
    StringBuilder words = new StringBuilder(first);
    int last = Math.min(text.lineCount(), line + ROUTE_LINES_MAX);
    for (int next = line + 1; next <= last && words.toString().endsWith(","); next++) {
      words.append(' ').append(text.lines(next, next).strip());
    }
    return words.toString();
  }

  private void route(Matcher route, int line, int indent) {
    String kind = route.group(2);
    String module = route.group(4);
    String type = module.substring(module.lastIndexOf('.') + 1);
    String path = EntryPoint.join(prefix(), route.group(3));
    boolean every = kind.equals("resources") || kind.equals("forward");
    String verb = kind.equals("live") ? "GET" : kind.toUpperCase(Locale.ROOT);
    // the action of a live view is no function of it
    boolean function = !every && !kind.equals("live") && route.group(5) != null;
    scene.route(
        every ? List.of() : List.of(verb),
        path,
        type + (function ? "." + route.group(5) : ""),
        line);
    if (kind.equals("resources") && route.group().endsWith(" do")) {
      scopes.push(new Open(indent, EntryPoint.join(path, ":" + singular(type) + "_id")));
    }
  }

  /** {@code LineItemController} is the controller of a {@code line_item}. */
  private static String singular(String type) {
    return type.replaceFirst("Controller$", "")
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }
}
