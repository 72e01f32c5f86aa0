package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the routes of Rails: verbs, resources and engines, below the namespaces, scopes and
 * resources whose blocks they stand in. A route inside a {@code concern} is a pattern for others
 * and none itself. For one file and one thread.
 */
final class RailsRoutes {
  /** Tokens of one statement that are read; longer ones are lists of options. */
  private static final int STATEMENT_LENGTH_MAX = 80;

  /** Blocks inside blocks that are followed; deeper ones count as the one around them. */
  private static final int DEPTH_MAX = 32;

  private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch");

  /** Words that open a block when a line begins with them. */
  private static final Set<String> OPENERS =
      Set.of("if", "unless", "case", "begin", "def", "class", "module");

  /**
   * What a block gives the routes in it.
   *
   * @param path stands before their paths
   * @param module stands before their controllers, with a slash behind it; empty for none
   * @param controller answers where a route names none; empty for none
   * @param resource the path of the resource around them, empty outside of one
   * @param member stands between the resource and a route directly below it
   * @param pattern whether the routes are a pattern only
   */
  private record Block(
      String path,
      String module,
      String controller,
      String resource,
      String member,
      boolean pattern) {
    private static final Block ROOT = new Block("", "", "", "", "", false);

    /** The path of what stands directly in the block. */
    String whole() {
      return resource.isEmpty() ? path : EntryPoint.join(EntryPoint.join(path, resource), member);
    }

    Block with(String member) {
      return new Block(path, module, controller, resource, member, pattern);
    }
  }

  private final Scene scene;
  private final Tokens tokens;
  private final Deque<Block> blocks = new ArrayDeque<>(List.of(Block.ROOT));
  private int deeper;

  private RailsRoutes(Scene scene) {
    this.scene = scene;
    this.tokens = scene.tokens;
  }

  static void find(Scene scene) {
    new RailsRoutes(scene).read();
  }

  private Block around() {
    return blocks.element();
  }

  private void read() {
    Block next = around();
    for (int i = 0; i < tokens.count(); i++) {
      boolean word = tokens.isWord(i) && !tokens.is(i - 1, '.') && !isSymbol(i);
      if (word && tokens.is(i, "end") && !tokens.is(i + 1, ':')) {
        close();
        next = around();
      } else if (word && tokens.is(i, "do")) {
        open(next);
        next = around();
      } else if (word && begins(i)) {
        next = statement(i);
        if (OPENERS.contains(tokens.text(i))) {
          open(around());
        }
      }
    }
  }

  private void open(Block block) {
    if (blocks.size() < DEPTH_MAX) {
      blocks.push(block);
    } else {
      deeper++;
    }
  }

  private void close() {
    if (deeper > 0) {
      deeper--;
    } else if (blocks.size() > 1) {
      blocks.pop();
    }
  }

  /** {@code :name}, but not the second half of {@code A::B}. */
  private boolean isSymbol(int at) {
    return tokens.is(at - 1, ':') && tokens.touchesNext(at - 1);
  }

  private boolean begins(int at) {
    return tokens.startsLine(at) && !tokens.is(at - 1, ',') && !tokens.is(at - 1, '>');
  }

  /** Reads one statement; the answer is what its block gives, should it have one. */
  private Block statement(int at) {
    Block around = around();
    int first = tokens.is(at + 1, '(') ? at + 2 : at + 1;
    String word = tokens.text(at);
    if (VERBS.contains(word) || word.equals("match")) {
      verb(word, first);
      return around;
    }
    return switch (word) {
      case "root" -> {
        add(List.of("GET"), around.path().isEmpty() ? "/" : around.path(), answer(at, ""), at);
        yield around;
      }
      case "namespace" -> below(first, name(first), name(first));
      case "scope" -> below(first, name(first), "");
      case "resources", "resource" -> resources(first, word.equals("resource"));
      case "member" -> around.with(around.resource().isEmpty() ? "" : ":id");
      case "collection", "new" -> around.with(word.equals("new") ? "new" : "");
      case "concern" -> new Block("", "", "", "", "", true);
      case "mount" -> {
        mount(first);
        yield around;
      }
      default -> around;
    };
  }

  private Block below(int first, String path, String module) {
    String given = option(first, "path");
    String inside = option(first, "module");
    String own = inside.isEmpty() ? module : inside;
    Block around = around();
    return new Block(
        EntryPoint.join(around.whole(), given.isEmpty() ? path : given).replaceFirst("^/$", ""),
        around.module() + (own.isEmpty() ? "" : own + "/"),
        option(first, "controller"),
        "",
        "",
        around.pattern());
  }

  /** {@code resources :photos, :books, only: [:index] do}. */
  private Block resources(int first, boolean single) {
    Block around = around();
    Block last = around;
    int at = first;
    while (!name(at).isEmpty()) {
      String name = name(at);
      String given = option(first, "path");
      String controller = option(first, "controller");
      String path = EntryPoint.join(around.whole(), given.isEmpty() ? name : given);
      String answers = controller.isEmpty() ? name + (single ? "s" : "") : controller;
      add(List.of(), path, around.module() + answers, at);
      String param = option(first, "param");
      String key = param.isEmpty() ? "id" : param;
      String member = single ? "" : ":" + singular(name) + "_" + key;
      String above = path.substring(0, path.lastIndexOf('/'));
      String own = path.substring(path.lastIndexOf('/'));
      last = new Block(above, around.module(), answers, own, member, around.pattern());
      at += tokens.isString(at) ? 1 : 2;
      if (!tokens.is(at, ',')) {
        break;
      }
      at++;
    }
    return last;
  }

  /** As Rails calls the key of a resource in the paths below it. */
  private static String singular(String name) {
    if (name.endsWith("ies") && name.length() > 4) {
      return name.substring(0, name.length() - 3) + "y";
    }
    boolean es = name.endsWith("sses") || name.endsWith("xes") || name.endsWith("ches");
    int cut = es ? 2 : name.endsWith("s") && !name.endsWith("ss") ? 1 : 0;
    return name.substring(0, name.length() - cut);
  }

  /** A string or symbol, empty when neither stands there or a symbol is the name of an option. */
  private String name(int at) {
    if (tokens.isString(at)) {
      return tokens.text(at);
    }
    return tokens.is(at, ':') && tokens.isWord(at + 1) && isSymbol(at + 1)
        ? tokens.text(at + 1)
        : "";
  }

  private void verb(String word, int first) {
    List<String> verbs = word.equals("match") ? via(first) : List.of(word.toUpperCase(Locale.ROOT));
    String on = option(first, "on");
    Block around = on.isEmpty() ? around() : around().with(on.equals("member") ? ":id" : "");
    int at = first;
    while (!name(at).isEmpty()) {
      int next = at + (tokens.isString(at) ? 1 : 2);
      String path = EntryPoint.join(around.whole(), name(at));
      add(verbs, path, answer(first, fallback(name(at), around)), at);
      boolean more = tokens.is(next, ',') && !name(next + 1).isEmpty() && !isOption(next + 1);
      if (!more) {
        return;
      }
      at = next + 1;
    }
  }

  private boolean isOption(int at) {
    int after = at + (tokens.isString(at) ? 1 : 2);
    return tokens.is(after, '=') && tokens.is(after + 1, '>');
  }

  /** What Rails calls where nothing is named: {@code get "a/b"} is {@code a#b}. */
  private static String fallback(String name, Block around) {
    String plain = name.startsWith("/") ? name.substring(1) : name;
    if (!around.controller().isEmpty() && plain.matches("\\w+")) {
      return around.module() + around.controller() + "#" + plain;
    }
    boolean two = plain.matches("\\w+(?:/\\w+)+");
    int slash = plain.lastIndexOf('/');
    return two
        ? around.module() + plain.substring(0, slash) + "#" + plain.substring(slash + 1)
        : "";
  }

  private void mount(int first) {
    String engine = tokens.isWord(first) ? tokens.text(first) : "";
    int at = first + 1;
    while (tokens.sequence(at, ":", ":") && tokens.isWord(at + 2)) {
      engine = engine + "::" + tokens.text(at + 2);
      at += 3;
    }
    String given = tokens.sequence(at, "=", ">") ? name(at + 2) : option(first, "at");
    if (!given.isEmpty() && !engine.isEmpty()) {
      add(List.of(), EntryPoint.join(around().whole(), given), engine, first);
    }
  }

  private void add(List<String> verbs, String path, String handler, int at) {
    if (!around().pattern()) {
      scene.route(verbs, path.isEmpty() ? "/" : path, handler, tokens.line(at));
    }
  }

  private int end(int first) {
    int at = first;
    while (at < tokens.count() && at < first + STATEMENT_LENGTH_MAX) {
      if (at > first && (tokens.is(at, "do") || (tokens.startsLine(at) && begins(at)))) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** {@code to: "a#b"}, {@code => "a#b"}, {@code redirect("/a")}; else what is given. */
  private String answer(int first, String otherwise) {
    String module = around().module();
    String action = option(first, "action");
    int end = end(first);
    for (int i = first; i < end; i++) {
      if (tokens.isString(i) && tokens.text(i).indexOf('#') > 0) {
        return module + tokens.text(i);
      }
      if (tokens.is(i, "redirect") && tokens.is(i + 1, '(')) {
        return tokens.isString(i + 2) ? "redirect(\"" + tokens.text(i + 2) + "\")" : "redirect";
      }
    }
    String controller = option(first, "controller");
    return action.isEmpty() || controller.isEmpty()
        ? otherwise
        : module + controller + "#" + action;
  }

  /** {@code name: "x"}, {@code :name => :x}; empty when there is none or it is more than a name. */
  private String option(int first, String name) {
    int end = end(first);
    for (int i = first; i < end; i++) {
      boolean colon = tokens.is(i, name) && tokens.is(i + 1, ':');
      boolean arrow = tokens.is(i, name) && isSymbol(i) && tokens.sequence(i + 1, "=", ">");
      if (colon || arrow) {
        return name(i + (arrow ? 3 : 2));
      }
    }
    return "";
  }

  /** {@code via: [:get, :post]}; none for all verbs. */
  private List<String> via(int first) {
    List<String> result = new ArrayList<>();
    boolean seen = false;
    int end = end(first);
    for (int i = first; i < end; i++) {
      seen |= tokens.is(i, "via");
      if (seen && isSymbol(i) && VERBS.contains(tokens.text(i))) {
        result.add(tokens.text(i).toUpperCase(Locale.ROOT));
      }
    }
    return result;
  }
}
