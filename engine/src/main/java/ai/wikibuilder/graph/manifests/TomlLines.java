package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.source.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the plain lines of TOML and INI files: tables, and keys with a string on the same line.
 * Values that span lines are left out; none of the facts read here needs them.
 */
final class TomlLines {
  private static final Pattern TABLE = Pattern.compile("^\\[+([^\\]]+)\\]+\\s*(?:#.*)?$");
  private static final Pattern PAIR =
      Pattern.compile("^([\\w.\"-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^#\\[{]*)).*$");
  private static final Pattern LISTED =
      Pattern.compile("^\\s*[\"']([A-Za-z][\\w.-]*)[^\"']*[\"']\\s*,?\\s*(?:#.*)?$");
  private static final Pattern GO_LINE =
      Pattern.compile("^\\s*(?:require\\s+)?([\\w./-]+) v[\\w.+-]+.*$");

  private TomlLines() {}

  private interface Taker {
    void take(String table, String key, Fact value);
  }

  static void readPython(SourceText text, Draft draft) {
    read(text, (table, key, value) -> takePython(draft, table, key, value));
    readDependencyList(text, draft);
  }

  private static void takePython(Draft draft, String table, String key, Fact value) {
    switch (table) {
      case "project", "tool.poetry", "metadata" -> {
        switch (key) {
          case "name" -> draft.name(value.value(), value.line());
          case "description" -> draft.description(value.value(), value.line());
          case "license" -> draft.license(value.value(), value.line());
          case "requires-python" -> draft.runtime("Python " + value.value(), value.line());
          default -> {
            // nothing else is read
          }
        }
      }
      case "project.scripts", "tool.poetry.scripts" -> draft.program(key, value.line());
      case "options" -> {
        if (key.equals("python_requires")) {
          draft.runtime("Python " + value.value(), value.line());
        }
      }
      case "tool.poetry.dependencies" -> draft.dependency(key, value.line());
      default -> {
        // nothing else is read
      }
    }
  }

  static void readCargo(SourceText text, Draft draft) {
    read(
        text,
        (table, key, value) -> {
          switch (table + "/" + key) {
            case "package/name" -> draft.name(value.value(), value.line());
            case "package/description" -> draft.description(value.value(), value.line());
            case "package/license" -> draft.license(value.value(), value.line());
            case "package/rust-version" -> draft.runtime("Rust " + value.value(), value.line());
            default -> {
              if (table.equals("dependencies")) {
                draft.dependency(key, value.line());
              }
            }
          }
        });
  }

  static void readGo(SourceText text, Draft draft) {
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = text.lines(line, line).strip();
      if (words.startsWith("module ")) {
        draft.name(words.substring("module ".length()), line);
      } else if (words.startsWith("go ")) {
        draft.runtime("Go " + words.substring("go ".length()), line);
      } else {
        Matcher matcher = GO_LINE.matcher(words);
        if (matcher.matches() && !words.contains("// indirect")) {
          draft.dependency(matcher.group(1), line);
        }
      }
    }
  }

  private static void read(SourceText text, Taker taker) {
    String table = "";
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = text.lines(line, line).stripTrailing();
      Matcher header = TABLE.matcher(words);
      if (header.matches()) {
        table = header.group(1).strip();
        continue;
      }
      Matcher pair = PAIR.matcher(words);
      if (pair.matches()) {
        String key = pair.group(1).replace("\"", "");
        taker.take(table, key, new Fact(value(pair), line));
      }
    }
  }

  private static String value(Matcher pair) {
    for (int group = 2; group <= 4; group++) {
      String value = pair.group(group);
      if (value != null) {
        return value.strip();
      }
    }
    return "";
  }

  private static void readDependencyList(SourceText text, Draft draft) {
    boolean inside = false;
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = text.lines(line, line).stripTrailing();
      if (words.startsWith("dependencies = [")) {
        inside = true;
      } else if (inside && words.startsWith("]")) {
        return;
      } else if (inside) {
        Matcher matcher = LISTED.matcher(words);
        if (matcher.matches()) {
          draft.dependency(matcher.group(1), line);
        }
      }
    }
  }
}
