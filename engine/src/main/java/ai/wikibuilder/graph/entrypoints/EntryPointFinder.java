package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Reference;
import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds entry points by the marks of well-known frameworks. What is not in its tables is not
 * guessed. Stateless, may be shared by threads.
 */
public final class EntryPointFinder {
  /** Entry points kept of one file. */
  private static final int COUNT_MAX = 200;

  private static final Pattern PYTHON_MAIN =
      Pattern.compile("^if\\s+__name__\\s*==\\s*[\"']__main__[\"']\\s*:");

  private static final Pattern QUOTED = Pattern.compile("[\"'`]([^\"'`\\s]*)[\"'`]");

  /** Annotations of Spring and JAX-RS that make a method answer HTTP, with the verb. */
  private static final Map<String, String> ROUTE_ANNOTATIONS =
      Map.of(
          "GetMapping", "GET",
          "PostMapping", "POST",
          "PutMapping", "PUT",
          "DeleteMapping", "DELETE",
          "PatchMapping", "PATCH");

  private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch", "route");

  /** What people call the object that routes are registered on. */
  private static final Set<String> ROUTERS =
      Set.of("app", "router", "server", "api", "bp", "blueprint", "routes");

  private EntryPointFinder() {}

  /** Entry points of one file, in the order of their lines. */
  public static List<EntryPoint> find(String path, SourceText text, FileFacts facts) {
    List<EntryPoint> found = new ArrayList<>();
    for (int i = 0; i < facts.symbols().size(); i++) {
      Symbol symbol = facts.symbols().get(i);
      if (isMain(facts.language(), symbol, text)) {
        String name = symbol.parent() < 0 ? "main" : owner(facts, symbol) + ".main";
        found.add(new EntryPoint(EntryPoint.Kind.MAIN, name, path, symbol.nameLine(), i));
      }
    }
    if (facts.language().equals("python")) {
      pythonMain(path, text, found);
    }
    for (Reference reference : facts.references()) {
      if (found.size() < COUNT_MAX && reference.line() <= text.lineCount()) {
        marked(new Place(path, text, facts, reference), found);
      }
    }
    return found;
  }

  private static String owner(FileFacts facts, Symbol symbol) {
    return facts.symbols().get(symbol.parent()).name();
  }

  private static boolean isMain(String language, Symbol symbol, SourceText text) {
    if (!symbol.name().equals("main") || !symbol.kind().isCallable()) {
      return false;
    }
    return switch (language) {
      case "java" ->
          symbol.kind() == SymbolKind.METHOD
              && text.slice(symbol.signature()).contains("static")
              && text.slice(symbol.signature()).contains("String");
      case "go", "rust", "c", "cpp", "kotlin", "swift" ->
          symbol.parent() < 0 && symbol.owner().isEmpty();
      default -> false;
    };
  }

  private static void pythonMain(String path, SourceText text, List<EntryPoint> found) {
    for (int line = 1; line <= text.lineCount(); line++) {
      int start = text.startOfLine(line);
      if (start + 2 < text.byteCount()
          && text.utf8()[start] == 'i'
          && PYTHON_MAIN.matcher(text.lines(line, line)).find()) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        found.add(new EntryPoint(EntryPoint.Kind.MAIN, name, path, line, -1));
      }
    }
  }

  /** A reference with what stands around it. */
  private record Place(String path, SourceText text, FileFacts facts, Reference mark) {
    String quoted() {
      return EntryPointFinder.quoted(text, mark.line());
    }

    EntryPoint entry(EntryPoint.Kind kind, String name) {
      return new EntryPoint(kind, name, path, mark.line(), callable(facts, mark));
    }
  }

  private static void marked(Place place, List<EntryPoint> found) {
    Reference mark = place.mark();
    FileFacts facts = place.facts();
    String verb = ROUTE_ANNOTATIONS.getOrDefault(mark.name(), "");
    boolean decorator = mark.kind() == ReferenceKind.ANNOTATION;
    if (decorator && !verb.isEmpty()) {
      String route = verb + " " + prefix(facts, place.text(), mark) + place.quoted();
      found.add(place.entry(EntryPoint.Kind.ROUTE, route.strip()));
    } else if (decorator && mark.name().equals("Scheduled")) {
      found.add(place.entry(EntryPoint.Kind.SCHEDULED, enclosingName(facts, mark)));
    } else if (isRegistration(mark, decorator)) {
      String route = place.quoted();
      if (route.startsWith("/")) {
        String method = mark.name().equals("route") ? "" : mark.name().toUpperCase(Locale.ROOT);
        found.add(place.entry(EntryPoint.Kind.ROUTE, (method + " " + route).strip()));
      }
    } else if (decorator && isCommand(facts, mark)) {
      String name = place.quoted();
      String shown = name.isEmpty() ? enclosingName(facts, mark) : name;
      found.add(place.entry(EntryPoint.Kind.COMMAND, shown));
    }
  }

  private static boolean isCommand(FileFacts facts, Reference mark) {
    return facts.language().equals("python")
        && mark.name().equals("command")
        && !mark.qualifier().isEmpty();
  }

  /** {@code app.get("/x", handler)} in scripts, {@code @app.route("/x")} in Python. */
  private static boolean isRegistration(Reference mark, boolean decorator) {
    if (!VERBS.contains(mark.name()) || !ROUTERS.contains(mark.qualifier())) {
      return false;
    }
    return decorator || mark.kind() == ReferenceKind.CALL;
  }

  private static int callable(FileFacts facts, Reference mark) {
    int at = mark.enclosing();
    return at >= 0 && at < facts.symbols().size() && facts.symbols().get(at).kind().isCallable()
        ? at
        : -1;
  }

  private static String enclosingName(FileFacts facts, Reference mark) {
    int at = mark.enclosing();
    if (at < 0 || at >= facts.symbols().size()) {
      return mark.name();
    }
    Symbol symbol = facts.symbols().get(at);
    return symbol.parent() < 0 || !facts.symbols().get(symbol.parent()).kind().isType()
        ? symbol.name()
        : owner(facts, symbol) + "." + symbol.name();
  }

  /** The path a Spring controller gives all its routes. */
  private static String prefix(FileFacts facts, SourceText text, Reference mark) {
    for (Reference other : facts.references()) {
      if (other.kind() == ReferenceKind.ANNOTATION
          && other.name().equals("RequestMapping")
          && other.line() < mark.line()) {
        return quoted(text, other.line());
      }
    }
    return "";
  }

  private static String quoted(SourceText text, int line) {
    Matcher matcher = QUOTED.matcher(text.lines(line, line));
    return matcher.find() ? matcher.group(1) : "";
  }
}
