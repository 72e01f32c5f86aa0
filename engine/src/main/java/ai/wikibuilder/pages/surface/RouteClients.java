package ai.wikibuilder.pages.surface;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds functions of the repository that call its own routes: by the verb and the path. */
final class RouteClients {
  /** Files looked through. */
  private static final int FILE_COUNT_MAX = 1_500;

  private static final int BYTE_COUNT_MAX = 200_000;
  private static final int LINE_LENGTH_MAX = 300;

  /** A string that begins a path, alone or behind the address of a server. */
  private static final Pattern PATH =
      Pattern.compile("[\"'`](?:\\$\\{\\w+\\}|https?://[^/\"'`]+)?(/[\\w/${}().:?&=-]*)");

  private static final Pattern VERB =
      Pattern.compile("(?i)(?:method\\s*:\\s*[\"'`]|\\.)(get|post|put|patch|delete)\\b");

  private final Repository repository;
  private final CodeGraph graph;
  private final Map<String, GraphSymbol> callers = new HashMap<>();

  RouteClients(Repository repository, List<EntryPoint> routes) {
    this.repository = repository;
    this.graph = repository.graph();
    Map<String, List<EntryPoint>> byLength = new HashMap<>();
    for (EntryPoint route : routes) {
      String plain = plain(route.target());
      for (String suffix : suffixes(plain)) {
        byLength.computeIfAbsent(suffix, _ -> new ArrayList<>()).add(route);
      }
    }
    int looked = 0;
    for (int file = 0; file < graph.fileCount() && !routes.isEmpty(); file++) {
      boolean script =
          graph.language(file).equals("typescript")
              || graph.language(file).equals("javascript")
              || graph.language(file).equals("tsx");
      boolean counts =
          script && graph.moduleOf(file) >= 0 && graph.byteCount(file) < BYTE_COUNT_MAX;
      if (counts && looked++ < FILE_COUNT_MAX) {
        read(file, byLength);
      }
    }
  }

  /** The path itself and what is left of it without its first part, such as {@code /api}. */
  private static List<String> suffixes(String path) {
    int second = path.indexOf('/', 1);
    return second > 0 && path.length() > second + 1
        ? List.of(path, path.substring(second))
        : List.of(path);
  }

  /** The path with its parameters made alike. */
  private static String plain(String path) {
    return path.replaceAll("\\?.*$", "")
        .replaceAll("\\$?\\{[^}]*\\}|:\\w+|<[^>]*>", "{}")
        .replaceAll("/$", "");
  }

  private void read(int file, Map<String, List<EntryPoint>> routes) {
    SourceText text =
        repository.composition().reader().text(graph.path(file)).orElse(SourceText.of(""));
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = text.lines(line, line);
      if (words.length() > LINE_LENGTH_MAX || words.indexOf('/') < 0) {
        continue;
      }
      Matcher matcher = PATH.matcher(words);
      while (matcher.find()) {
        String path = plain(matcher.group(1));
        // what names nothing may be any path
        boolean named = path.replace("{}", "").chars().anyMatch(Character::isLetter);
        List<EntryPoint> found = named ? routes.getOrDefault(path, List.of()) : List.of();
        GraphSymbol caller = found.isEmpty() ? null : around(file, line).orElse(null);
        if (caller != null && found.stream().noneMatch(one -> one.path().equals(caller.path()))) {
          String verb = verb(text, line, caller);
          found.stream()
              .filter(route -> route.verb().isEmpty() || route.verb().equals(verb))
              .forEach(route -> callers.putIfAbsent(route.name(), caller));
        }
      }
    }
  }

  /** The verb named on the line or right below it, else that of a plain request. */
  private static String verb(SourceText text, int line, GraphSymbol caller) {
    int last = Math.min(Math.min(line + 3, caller.endLine()), text.lineCount());
    Matcher matcher = VERB.matcher(text.lines(line, last));
    return matcher.find() ? matcher.group(1).toUpperCase(Locale.ROOT) : "GET";
  }

  private Optional<GraphSymbol> around(int file, int line) {
    GraphSymbol best = null;
    for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
      GraphSymbol symbol = graph.symbol(id);
      boolean inside = symbol.startLine() <= line && line <= symbol.endLine();
      if (inside && symbol.kind().isCallable()) {
        best = symbol;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The function that calls a route, when one was found. */
  Optional<GraphSymbol> of(EntryPoint route) {
    return Optional.ofNullable(callers.get(route.name()));
  }

  boolean isEmpty() {
    return callers.isEmpty();
  }
}
