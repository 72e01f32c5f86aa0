package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the commands of a CMakeLists.txt; names held in variables are left out. */
final class CMakeLists {
  /** Arguments kept of one command. */
  private static final int ARGUMENT_COUNT_MAX = 200;

  private static final Set<String> LINK_WORDS =
      Set.of("PUBLIC", "PRIVATE", "INTERFACE", "debug", "optimized", "general", "LINK_PUBLIC");

  private final String text;
  private final Draft draft;
  private int at;
  private int line = 1;

  /** Conditions around what is read: false for one that only asks whether a target is there. */
  private final Deque<Boolean> conditions = new ArrayDeque<>();

  private CMakeLists(String text, Draft draft) {
    this.text = text;
    this.draft = draft;
  }

  static void read(SourceText source, Draft draft) {
    new CMakeLists(source.toString(), draft).commands();
  }

  private void commands() {
    StringBuilder word = new StringBuilder();
    while (at < text.length()) {
      char here = text.charAt(at);
      if (here == '#') {
        skipLine();
      } else if (here == '(') {
        String command = word.toString().toLowerCase(Locale.ROOT);
        int start = line;
        word.setLength(0);
        at++;
        take(command, arguments(), start);
      } else if (Character.isLetterOrDigit(here) || here == '_') {
        word.append(here);
        at++;
      } else {
        if (here != ' ') {
          word.setLength(0);
        }
        step();
      }
    }
  }

  private void step() {
    if (text.charAt(at++) == '\n') {
      line++;
    }
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  /** Arguments up to the closing bracket, quotes taken off. */
  private List<String> arguments() {
    List<String> result = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int depth = 1;
    boolean quoted = false;
    while (at < text.length() && depth > 0) {
      char here = text.charAt(at);
      if (!quoted && here == '#') {
        skipLine();
        continue;
      }
      if (here == '"') {
        quoted = !quoted;
      } else if (!quoted && (here == '(' || here == ')')) {
        depth += here == '(' ? 1 : -1;
      }
      boolean ends = !quoted && (Character.isWhitespace(here) || here == '"' || here == ')');
      if (ends) {
        if (!word.isEmpty() && result.size() < ARGUMENT_COUNT_MAX) {
          result.add(word.toString());
        }
        word.setLength(0);
      } else if (here != '"' && here != '(') {
        word.append(here);
      }
      step();
    }
    return result;
  }

  private void take(String command, List<String> arguments, int start) {
    if (command.equals("endif")) {
      conditions.pollLast();
    }
    if (command.equals("if")) {
      conditions.addLast(!arguments.contains("TARGET"));
    }
    if (arguments.isEmpty() || arguments.getFirst().contains("$")) {
      return;
    }
    String first = arguments.getFirst();
    switch (command) {
      case "project" -> {
        draft.name(first, start);
        draft.version(after(arguments, "VERSION"), start);
        draft.description(after(arguments, "DESCRIPTION"), start);
      }
      case "cmake_minimum_required" -> draft.runtime("CMake " + after(arguments, "VERSION"), start);
      case "add_executable" -> target(arguments, true, start);
      case "add_library" -> target(arguments, false, start);
      case "find_package" -> found(arguments, start);
      case "add_subdirectory" -> draft.module(first, start);
      case "add_custom_target" -> draft.command(first, after(arguments, "COMMAND"), start);
      case "fetchcontent_declare" ->
          draft.dependency(first, after(arguments, "GIT_TAG"), Scope.BUILD, start);
      case "target_link_libraries" -> draft.uses(first, libraries(arguments));
      default -> {
        // nothing else is read
      }
    }
  }

  /** Found by every system or used to build alone: nothing that one has to know of. */
  private static final Set<String> OF_SYSTEM =
      Set.of("Threads", "PkgConfig", "Git", "Doxygen", "Python", "Python3", "PythonInterp", "Perl");

  /** Known by their names to be there for tests. */
  private static final Set<String> OF_TESTS =
      Set.of(
          "GTest",
          "GMock",
          "Catch2",
          "doctest",
          "benchmark",
          "cmocka",
          "CppUTest",
          "CppUnit",
          "UnitTest++",
          "XCTest",
          "Testing");

  private void target(List<String> arguments, boolean executable, int start) {
    if (!arguments.contains("ALIAS") && !arguments.contains("IMPORTED")) {
      draft.target(new Manifest.Target(arguments.getFirst(), executable, List.of(), start));
    }
  }

  private void found(List<String> arguments, int start) {
    if (OF_SYSTEM.contains(arguments.getFirst())) {
      return;
    }
    String second = arguments.size() > 1 ? arguments.get(1) : "";
    boolean version = !second.isEmpty() && Character.isDigit(second.charAt(0));
    // what is looked for under a condition is not needed by everybody
    Scope otherwise = conditions.contains(true) ? Scope.EXTRA : Scope.RUN;
    Scope scope = OF_TESTS.contains(arguments.getFirst()) ? Scope.TEST : otherwise;
    draft.dependency(arguments.getFirst(), version ? second : "", scope, start);
  }

  private static List<String> libraries(List<String> arguments) {
    return arguments.subList(1, arguments.size()).stream()
        .filter(name -> !LINK_WORDS.contains(name) && name.indexOf('$') < 0)
        .toList();
  }

  private static String after(List<String> arguments, String keyword) {
    int at = arguments.indexOf(keyword);
    String value = at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1) : "";
    return value.contains("$") ? "" : value;
  }
}
