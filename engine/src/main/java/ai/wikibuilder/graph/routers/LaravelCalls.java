package ai.wikibuilder.graph.routers;

import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Follows the calls of Laravel's {@code Route} through the groups they stand in: {@code
 * Route::prefix('a')->controller(C::class)->group(function () {…})}, {@code Route::group(['prefix'
 * => 'a'], …)}. For one file and one thread.
 */
public final class LaravelCalls {
  /** Calls behind one another that are followed. */
  private static final int CHAIN_LENGTH_MAX = 12;

  /** Groups inside groups that are followed. */
  private static final int DEPTH_MAX = 16;

  /** What is told of a file. */
  public interface Visitor {
    /**
     * A call that is no group.
     *
     * @param method the token that names it: a verb, {@code resource} and others
     * @param within what its path and its controller stand below
     */
    void call(int method, Group within);

    /** A file of routes that is read inside a group. */
    void file(String path, Group within);
  }

  /**
   * What calls have from around them.
   *
   * @param prefix empty or beginning with a slash
   * @param controller what answers them all; empty when each names its own
   * @param line where the call begins
   */
  public record Group(String prefix, String controller, int line) {
    Group below(String more) {
      return more.isEmpty() ? this : new Group(EntryPoint.join(prefix, more), controller, line);
    }
  }

  private record Open(int end, Group group) {}

  private final Tokens tokens;
  private final Visitor visitor;
  private final Deque<Open> open = new ArrayDeque<>();

  private LaravelCalls(Tokens tokens, Visitor visitor) {
    this.tokens = tokens;
    this.visitor = visitor;
  }

  /** Tells of every call of a file, in their order. */
  public static void read(Tokens tokens, Visitor visitor) {
    LaravelCalls calls = new LaravelCalls(tokens, visitor);
    for (int i = 0; i < tokens.count(); i++) {
      calls.leave(i);
      if (tokens.sequence(i, "Route", ":", ":") && tokens.is(i + 4, '(')) {
        calls.chain(i);
      } else if (tokens.is(i, "require") || tokens.is(i, "require_once")) {
        calls.required(i);
      } else if (tokens.is(i, "withRouting") && tokens.is(i + 1, '(')) {
        calls.configured(i + 1);
      }
    }
  }

  private void leave(int at) {
    while (!open.isEmpty() && at > open.peek().end()) {
      open.pop();
    }
  }

  private Group around(int line) {
    Open inner = open.peek();
    return inner == null
        ? new Group("", "", line)
        : new Group(inner.group().prefix(), inner.group().controller(), line);
  }

  private void chain(int route) {
    Group group = around(tokens.line(route));
    int method = route + 3;
    for (int i = 0; i < CHAIN_LENGTH_MAX && tokens.is(method + 1, '('); i++) {
      int close = tokens.close(method + 1);
      switch (tokens.text(method)) {
        case "prefix" ->
            group = tokens.isString(method + 2) ? group.below(tokens.text(method + 2)) : group;
        case "controller" ->
            group = new Group(group.prefix(), typeName(tokens, method + 2), group.line());
        case "group" -> {
          group(method + 1, close, group);
          return;
        }
        default -> visitor.call(method, group);
      }
      if (!tokens.sequence(close + 1, "-", ">")) {
        return;
      }
      method = close + 3;
    }
  }

  private void group(int bracket, int close, Group group) {
    boolean options = tokens.is(bracket + 1, '[');
    Group inner = options ? group.below(option(bracket + 1, "prefix")) : group;
    String file = file(bracket, Math.min(close, bracket + 12));
    if (!file.isEmpty() && !options) {
      visitor.file(file, inner);
    } else if (open.size() < DEPTH_MAX && close < tokens.count()) {
      open.push(new Open(close, inner));
    }
  }

  /** {@code 'prefix' => 'a'}. */
  private String option(int bracket, String name) {
    for (int i = bracket + 1; i < tokens.close(bracket); i++) {
      boolean named = tokens.isString(i) && tokens.text(i).equals(name);
      if (named && tokens.sequence(i + 1, "=", ">") && tokens.isString(i + 3)) {
        return tokens.text(i + 3);
      }
    }
    return "";
  }

  private void required(int at) {
    String file = file(at, at + 6);
    if (!open.isEmpty() && !file.isEmpty()) {
      visitor.file(file, around(tokens.line(at)));
    }
  }

  /** {@code withRouting(api: __DIR__.'/../routes/api.php', apiPrefix: 'api/v1')}. */
  private void configured(int bracket) {
    String prefix = "api";
    String file = "";
    for (int i = bracket + 1; i < tokens.close(bracket); i++) {
      if (tokens.sequence(i, "apiPrefix", ":") && tokens.isString(i + 2)) {
        prefix = tokens.text(i + 2);
      } else if (tokens.sequence(i, "api", ":")) {
        file = file(i + 1, i + 5);
      }
    }
    if (!file.isEmpty()) {
      visitor.file(file, new Group(EntryPoint.join("", prefix), "", tokens.line(bracket)));
    }
  }

  /** The first text between two tokens that is the path of a file of routes. */
  private String file(int first, int end) {
    for (int i = first; i < end && !tokens.is(i, ';') && !tokens.is(i, '{'); i++) {
      String text = tokens.isString(i) ? tokens.text(i) : "";
      int routes = text.indexOf("routes/");
      if (routes >= 0 && text.endsWith(".php")) {
        return text.substring(routes);
      }
    }
    return "";
  }

  /** The name of {@code A\B::class} without what stands before it; empty for anything else. */
  public static String typeName(Tokens tokens, int first) {
    int at = tokens.is(first, '\\') ? first + 1 : first;
    while (tokens.isWord(at) && tokens.is(at + 1, '\\')) {
      at += 2;
    }
    return tokens.isWord(at) && tokens.sequence(at + 1, ":", ":", "class") ? tokens.text(at) : "";
  }
}
