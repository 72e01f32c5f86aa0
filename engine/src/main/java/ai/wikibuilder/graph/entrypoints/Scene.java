package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.graph.tokens.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One file being searched, and what was found in it so far. */
final class Scene {
  /** Entry points kept of one file. */
  private static final int COUNT_MAX = 500;

  /** Longest name kept; longer ones are not names. */
  private static final int NAME_LENGTH_MAX = 200;

  /** Lines between a mark and the function it stands on. */
  private static final int MARK_REACH = 12;

  /** Tokens at the top among which imports are looked for. */
  private static final int IMPORT_TOKENS_MAX = 1_200;

  final CodeFile file;
  final Tokens tokens;
  private final List<EntryPoint> found = new ArrayList<>();

  Scene(CodeFile file) {
    this.file = file;
    this.tokens = file.tokens();
  }

  String language() {
    return file.facts().language();
  }

  /** The file's name without its folder. */
  String fileName() {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }

  /** Adds what a function or type named by {@code handler} does. */
  void add(EntryPoint.Kind kind, String name, String handler, int line) {
    boolean fits =
        !name.isBlank()
            && name.length() <= NAME_LENGTH_MAX
            && name.indexOf('\n') < 0
            && handler.length() <= NAME_LENGTH_MAX;
    if (fits && found.size() < COUNT_MAX && line >= 1) {
      found.add(new EntryPoint(kind, name, handler, file.path(), line, symbol(handler, line)));
    }
  }

  /** Adds one route for each verb; no verb stands for all of them. */
  void route(List<String> verbs, String path, String handler, int line) {
    if (verbs.isEmpty()) {
      add(EntryPoint.Kind.ROUTE, path, handler, line);
    }
    for (String verb : verbs) {
      add(EntryPoint.Kind.ROUTE, verb + " " + path, handler, line);
    }
  }

  /** The symbol a handler names: the nearest below the line, else the first of that name. */
  private int symbol(String handler, int line) {
    String name = handler.substring(handler.lastIndexOf('.') + 1);
    int first = -1;
    List<Symbol> symbols = file.facts().symbols();
    for (int i = 0; i < symbols.size() && !name.isEmpty(); i++) {
      Symbol symbol = symbols.get(i);
      boolean fits = symbol.kind().isCallable() || symbol.kind().isType();
      if (!fits || !symbol.name().equals(name)) {
        continue;
      }
      if (symbol.nameLine() >= line && symbol.nameLine() <= line + MARK_REACH) {
        return i;
      }
      first = first < 0 ? i : first;
    }
    return first;
  }

  /** Whether a string or word near the top says that the file uses a library. */
  boolean mentions(Set<String> libraries) {
    for (int i = 0; i < Math.min(tokens.count(), IMPORT_TOKENS_MAX); i++) {
      if (tokens.isAny(i, libraries)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the file imports a module whose path holds one of these. */
  boolean imports(String... parts) {
    for (int i = 0; i < Math.min(tokens.count(), IMPORT_TOKENS_MAX); i++) {
      if (tokens.isString(i)) {
        String text = tokens.text(i);
        for (String part : parts) {
          if (text.contains(part)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  List<EntryPoint> found() {
    List<EntryPoint> result = new ArrayList<>();
    for (EntryPoint one : found) {
      // A command is often both declared by a mark and named by a property below it.
      boolean known =
          result.stream()
              .anyMatch(other ->
                  other.kind() == one.kind()
                      && other.name().equals(one.name())
                      && (other.line() == one.line() || one.kind() == EntryPoint.Kind.COMMAND));
      if (!known) {
        result.add(one);
      }
    }
    result.sort(Comparator.comparingInt(EntryPoint::line));
    return List.copyOf(result);
  }

  FileFacts facts() {
    return file.facts();
  }
}
