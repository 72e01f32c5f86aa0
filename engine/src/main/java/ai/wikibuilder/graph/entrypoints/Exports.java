package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.graph.tokens.Lexis;
import ai.wikibuilder.graph.tokens.Tokens;

/** Finds what a package offers to other code by name. */
final class Exports {
  private final Scene scene;
  private final Tokens tokens;

  private Exports(Scene scene) {
    this.scene = scene;
    this.tokens = scene.tokens;
  }

  static void find(Scene scene) {
    Exports exports = new Exports(scene);
    switch (scene.fileName()) {
      case "package.json" -> exports.npm();
      case "module-info.java" -> exports.java();
      case "__init__.py" -> exports.python();
      default -> {
        // other files offer nothing by name
      }
    }
  }

  private void export(String name, int line) {
    scene.add(EntryPoint.Kind.EXPORT, name, "", line);
  }

  /** The files named by {@code main}, {@code module} and {@code exports}. */
  private void npm() {
    Tokens json = Tokens.of(scene.file.text(), Lexis.HASH);
    int depth = 0;
    for (int i = 0; i < json.count(); i++) {
      depth += json.is(i, '{') || json.is(i, '[') ? 1 : json.is(i, '}') || json.is(i, ']') ? -1 : 0;
      boolean key = depth == 1 && json.isString(i) && json.is(i + 1, ':');
      if (!key) {
        continue;
      }
      String name = json.text(i);
      boolean file = name.equals("main") || name.equals("module");
      if ((file || name.equals("exports")) && json.isString(i + 2)) {
        export(json.text(i + 2), json.line(i));
      } else if (name.equals("exports") && json.is(i + 2, '{')) {
        subpaths(json, i + 2);
      }
    }
  }

  private void subpaths(Tokens json, int open) {
    int at = open + 1;
    while (at < json.close(open)) {
      if (json.isString(at) && json.is(at + 1, ':') && json.text(at).startsWith(".")) {
        export(json.text(at), json.line(at));
        int value = json.close(at + 2);
        at = value < json.count() ? value : at + 2;
      }
      at++;
    }
  }

  private void java() {
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.startsLine(i) && tokens.is(i, "exports")) {
        export(tokens.dotted(i + 1), tokens.line(i));
      }
    }
  }

  private void python() {
    for (int i = 0; i < tokens.count(); i++) {
      boolean list = tokens.is(i + 2, '[') || tokens.is(i + 2, '(');
      if (tokens.is(i, "__all__") && tokens.is(i + 1, '=') && list) {
        for (int j = i + 3; j < tokens.close(i + 2); j++) {
          if (tokens.isString(j)) {
            scene.add(EntryPoint.Kind.EXPORT, tokens.text(j), tokens.text(j), tokens.line(j));
          }
        }
        return;
      }
    }
    for (int i = 1; i < tokens.count(); i++) {
      // "from .core import Option as Option" is how a package says that it gives the name out
      boolean given = tokens.is(i, "as") && tokens.isWord(i - 1) && tokens.isWord(i + 1);
      if (given && tokens.text(i - 1).equals(tokens.text(i + 1))) {
        String name = tokens.text(i + 1);
        scene.add(EntryPoint.Kind.EXPORT, name, name, tokens.line(i));
      }
    }
  }
}
