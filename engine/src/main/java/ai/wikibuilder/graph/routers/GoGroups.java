package ai.wikibuilder.graph.routers;

import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The paths that groups of Go routers give their routes: {@code files := server.Group("/files")},
 * {@code r.Route("/api", func(r chi.Router) {…})}, {@code r.PathPrefix("/api").Subrouter()}. What a
 * group is given that is no text adds nothing. Fed with the tokens of a file in their order.
 */
public final class GoGroups {
  /** A router that is called so until a token: within the function that a route is given. */
  private record Inner(int end, String name, Optional<String> before) {}

  /** What a parameter is that routes are registered on. */
  private static final Pattern ROUTER =
      Pattern.compile(".*(?:Router|Group|Engine|Mux|Echo|fiber).*");

  /** Tokens of the parameters of a function that are read. */
  private static final int PARAMETERS_REACH = 200;

  private final Tokens tokens;
  private final Map<String, String> prefixes = new HashMap<>();
  private final Deque<Inner> inner = new ArrayDeque<>();

  /** Parameters of the function that are routers, and the groups made of them. */
  private final Set<String> given = new HashSet<>();

  private String function = "";

  public GoGroups(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whether it is a group of the function the last token stands in. */
  public boolean isGroup(String router) {
    return prefixes.containsKey(router);
  }

  /** The function of the file the last token stands in; empty outside of all. */
  String function() {
    return function;
  }

  /** Whether a router is given to the function, or a group of one that is. */
  boolean isGiven(String router) {
    return given.contains(router);
  }

  /** What all its routes begin with; empty for routers that are no group. */
  public String prefix(String router) {
    return prefixes.getOrDefault(router, "");
  }

  /** Takes the next token. */
  public void read(int at) {
    while (!inner.isEmpty() && at > inner.peek().end()) {
      Inner ended = inner.pop();
      ended
          .before()
          .ifPresentOrElse(
              prefix -> prefixes.put(ended.name(), prefix), () -> prefixes.remove(ended.name()));
    }
    if (tokens.is(at, "func") && tokens.column(at) == 0) {
      prefixes.clear(); // names are those of one function
      inner.clear();
      given.clear();
      function(at);
    }
    if (tokens.isWord(at) && tokens.is(at - 1, '.') && tokens.is(at + 1, '(')) {
      call(at);
    }
  }

  /** {@code func (a *Api) bind(rg *gin.RouterGroup)}. */
  private void function(int at) {
    int name = tokens.is(at + 1, '(') ? tokens.close(at + 1) + 1 : at + 1;
    function = tokens.isWord(name) ? tokens.text(name) : "";
    int open = tokens.is(name + 1, '[') ? tokens.close(name + 1) + 1 : name + 1;
    int end = Math.min(tokens.close(open), open + PARAMETERS_REACH);
    String parameter = "";
    for (int i = open + 1; i < end; i++) {
      boolean first = tokens.is(i - 1, ',') || i == open + 1;
      parameter = first && tokens.isWord(i) ? tokens.text(i) : parameter;
      if (!first && tokens.isWord(i) && ROUTER.matcher(tokens.text(i)).matches()) {
        given.add(parameter);
      }
    }
  }

  private void call(int at) {
    String parent = prefix(tokens.text(at - 2));
    String written = tokens.isString(at + 2) ? tokens.text(at + 2) : "";
    int close = tokens.close(at + 1);
    switch (tokens.text(at)) {
      case "Group", "Route" -> {
        nested(at, close, EntryPoint.join(parent, written));
        assigned(at, EntryPoint.join(parent, written));
      }
      case "Use", "With" -> assigned(at, parent);
      case "PathPrefix" -> {
        if (tokens.sequence(close + 1, ".", "Subrouter")) {
          assigned(at, EntryPoint.join(parent, written));
        }
      }
      default -> {
        // other calls make no router
      }
    }
  }

  /** {@code func(r chi.Router) {…}} as the last of what is given. */
  private void nested(int at, int close, String prefix) {
    for (int i = at + 2; i < at + 6 && i < close; i++) {
      if (tokens.sequence(i, "func", "(") && tokens.isWord(i + 2) && tokens.isWord(i + 3)) {
        String name = tokens.text(i + 2);
        inner.push(new Inner(close, name, Optional.ofNullable(prefixes.get(name))));
        prefixes.put(name, prefix);
        inherit(tokens.text(at - 2), name);
        return;
      }
    }
  }

  private void assigned(int at, String prefix) {
    int first = at - 2;
    while (tokens.is(first - 1, '.') && tokens.isWord(first - 2)) {
      first -= 2;
    }
    int name = tokens.is(first - 2, ':') ? first - 3 : first - 2;
    if (tokens.is(first - 1, '=') && tokens.isWord(name)) {
      prefixes.put(tokens.text(name), prefix);
      inherit(tokens.text(at - 2), tokens.text(name));
    }
  }

  private void inherit(String parent, String child) {
    if (given.contains(parent)) {
      given.add(child);
    } else {
      given.remove(child);
    }
  }
}
