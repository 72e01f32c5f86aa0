package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.graph.tokens.Lexis;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.source.SourceText;

/** Reads the older build files of Python: lists of requirements, setup.cfg, setup.py. */
final class PythonLists {
  /** Longest line that is read, in bytes. */
  private static final int LINE_LENGTH_MAX = 1_000;

  private PythonLists() {}

  static void readRequirements(String path, SourceText text, Draft draft) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    Scope scope = TomlProjects.group(file, Scope.RUN);
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = Lines.withoutComment(Lines.of(text, line, LINE_LENGTH_MAX).strip(), "#");
      if (words.startsWith("-r ")) {
        draft.module(words.substring(3), line);
      } else if (!words.startsWith("-") && !words.contains("://")) {
        TomlProjects.requirement(draft, scope, new Fact(words, line));
      }
    }
  }

  static void readSetupCfg(SourceText text, Draft draft) {
    String section = "";
    String key = "";
    for (int line = 1; line <= text.lineCount(); line++) {
      String words = Lines.withoutComment(Lines.of(text, line, LINE_LENGTH_MAX), "#");
      String content = words.strip();
      if (content.isEmpty()) {
        continue;
      }
      if (words.startsWith("[") && content.endsWith("]")) {
        section = content.substring(1, content.length() - 1).strip();
        key = "";
        continue;
      }
      boolean continued = Character.isWhitespace(words.charAt(0));
      int equals = content.indexOf('=');
      String value = content;
      if (!continued) {
        key = equals < 0 ? content : content.substring(0, equals).strip();
        value = equals < 0 ? "" : content.substring(equals + 1).strip();
      }
      if (!value.isEmpty()) {
        takeSetting(draft, section + "/" + key, new Fact(value, line));
      }
    }
  }

  private static void takeSetting(Draft draft, String key, Fact value) {
    switch (key) {
      case "metadata/name" -> draft.name(value.value(), value.line());
      case "metadata/version" -> {
        if (!value.value().startsWith("attr:") && !value.value().startsWith("file:")) {
          draft.version(value.value(), value.line());
        }
      }
      case "metadata/description", "metadata/summary" ->
          draft.description(value.value(), value.line());
      case "metadata/license" -> draft.license(value.value(), value.line());
      case "options/python_requires" -> draft.runtime("Python " + value.value(), value.line());
      case "options/install_requires" -> TomlProjects.requirement(draft, Scope.RUN, value);
      case "options/tests_require" -> TomlProjects.requirement(draft, Scope.TEST, value);
      case "options/setup_requires" -> TomlProjects.requirement(draft, Scope.BUILD, value);
      case "options.entry_points/console_scripts" -> program(draft, value);
      default -> {
        if (key.startsWith("options.extras_require/")) {
          TomlProjects.requirement(draft, TomlProjects.group(key, Scope.EXTRA), value);
        }
      }
    }
  }

  /** {@code name = package.module:function}. */
  private static void program(Draft draft, Fact value) {
    int equals = value.value().indexOf('=');
    if (equals > 0) {
      draft.program(value.value().substring(0, equals).strip(), value.line());
    }
  }

  /** The literal arguments of {@code setup(...)}; values worked out by code are not known. */
  static void readSetupPy(SourceText text, Draft draft) {
    Tokens tokens = Tokens.of(text, Lexis.PYTHON);
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, "setup") && tokens.is(i + 1, '(') && !tokens.is(i - 1, "def")) {
        arguments(tokens, i + 1, draft);
      }
    }
  }

  private static void arguments(Tokens tokens, int open, Draft draft) {
    int end = tokens.close(open);
    int at = open + 1;
    while (at < end) {
      if (tokens.isWord(at) && tokens.is(at + 1, '=')) {
        argument(tokens, at, draft);
      }
      int inside = tokens.close(at);
      at = inside < end ? inside + 1 : at + 1;
    }
  }

  private static void argument(Tokens tokens, int name, Draft draft) {
    Fact value =
        new Fact(tokens.isString(name + 2) ? tokens.text(name + 2) : "", tokens.line(name));
    switch (tokens.text(name)) {
      case "name" -> draft.name(value.value(), value.line());
      case "version" -> draft.version(value.value(), value.line());
      case "description" -> draft.description(value.value(), value.line());
      case "license" -> draft.license(value.value(), value.line());
      case "python_requires" -> {
        if (!value.value().isEmpty()) {
          draft.runtime("Python " + value.value(), value.line());
        }
      }
      case "install_requires" -> listed(tokens, name + 2, draft, Scope.RUN);
      case "tests_require" -> listed(tokens, name + 2, draft, Scope.TEST);
      case "setup_requires" -> listed(tokens, name + 2, draft, Scope.BUILD);
      case "entry_points" -> programs(tokens, name + 2, draft);
      default -> {
        // nothing else is read
      }
    }
  }

  private static void listed(Tokens tokens, int open, Draft draft, Scope scope) {
    for (int i = open + 1; i < tokens.close(open); i++) {
      if (tokens.isString(i)) {
        TomlProjects.requirement(draft, scope, new Fact(tokens.text(i), tokens.line(i)));
      }
    }
  }

  private static void programs(Tokens tokens, int open, Draft draft) {
    for (int i = open + 1; i < tokens.close(open); i++) {
      if (tokens.isString(i) && tokens.text(i).equals("console_scripts")) {
        int list = i + 2;
        for (int j = list + 1; j < tokens.close(list) && tokens.is(list, '['); j++) {
          if (tokens.isString(j)) {
            program(draft, new Fact(tokens.text(j), tokens.line(j)));
          }
        }
      }
    }
  }
}
