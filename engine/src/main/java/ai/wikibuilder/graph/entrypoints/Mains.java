package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where programs start, by the rule of each language. */
final class Mains {
  /** What the script of a page is called. */
  private static final Pattern PAGE_MAIN =
      Pattern.compile("(?:main|index|app|client|bootstrap|entry[.-]client)\\.(?:[jt]sx?|m[jt]s)");

  /** Lines of a module of Elixir above its functions. */
  private static final int APPLICATION_LINE_COUNT_MAX = 60;

  /** Longer manifests are those of no application. */
  private static final int MANIFEST_LINE_COUNT_MAX = 4_000;

  private static final Pattern ANDROID_NAME =
      Pattern.compile("android:name=\"(?:[\\w.]*\\.)?(\\w++)\"");

  private final Scene scene;
  private final Tokens tokens;

  private Mains(Scene scene) {
    this.scene = scene;
    this.tokens = scene.tokens;
  }

  static void find(Scene scene) {
    Mains mains = new Mains(scene);
    switch (scene.language()) {
      case "java" -> mains.java();
      case "kotlin" -> mains.word("fun");
      case "scala" -> mains.scala();
      case "go" -> mains.go();
      case "rust" -> {
        // Cargo runs it before it compiles the package; nobody else does
        if (!scene.fileName().equals("build.rs")) {
          mains.word("fn");
        }
      }
      case "c", "cpp" -> mains.c();
      case "csharp" -> mains.csharp();
      case "swift" -> mains.swift();
      case "haskell" -> mains.haskell();
      case "python" -> mains.python();
      case "php" -> mains.php();
      case "lua", "bash", "ruby" -> mains.script();
      case "javascript", "typescript", "tsx" -> mains.browser();
      case "elixir" -> mains.application();
      case "text" -> mains.shebang();
      case "xml" -> mains.android();
      default -> {
        // no rule tells where programs of other languages start
      }
    }
  }

  private void main(String name, String handler, int line) {
    scene.add(EntryPoint.Kind.MAIN, name, handler, line);
  }

  /** By the facts where there are any: a static method that takes texts. */
  private void java() {
    SourceText text = scene.file.text();
    List<Symbol> symbols = scene.facts().symbols();
    for (Symbol symbol : symbols) {
      if (symbol.kind() == SymbolKind.METHOD && symbol.name().equals("main")) {
        String head = text.slice(symbol.signature());
        if (head.contains("static") && head.contains("String")) {
          String owner = symbol.parent() < 0 ? "" : symbols.get(symbol.parent()).name();
          String name = owner.isEmpty() ? "main" : owner + ".main";
          main(name, name, symbol.nameLine());
        }
      }
    }
  }

  /** {@code fun main(} or {@code fn main(} outside of everything. */
  private void word(String keyword) {
    int depth = 0;
    for (int i = 0; i < tokens.count(); i++) {
      depth += tokens.is(i, '{') ? 1 : tokens.is(i, '}') ? -1 : 0;
      if (depth == 0 && tokens.sequence(i, keyword, "main", "(")) {
        main("main", "main", tokens.line(i + 1));
      }
    }
  }

  private void scala() {
    String object = "";
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, "object") && tokens.isWord(i + 1)) {
        object = tokens.text(i + 1);
        boolean app = tokens.is(i + 2, "extends") && isApp(tokens.text(i + 3));
        if (app) {
          main(object, object, tokens.line(i));
        }
      } else if (tokens.sequence(i, "def", "main", "(") && tokens.is(i + 5, "Array")) {
        main(object + ".main", object + ".main", tokens.line(i));
      } else if (tokens.sequence(i, "@", "main", "def")) {
        main(tokens.text(i + 3), tokens.text(i + 3), tokens.line(i + 2));
      }
    }
  }

  private static boolean isApp(String type) {
    return type.equals("App") || type.equals("IOApp") || type.equals("ZIOAppDefault");
  }

  private void go() {
    boolean program = false;
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.startsLine(i) && tokens.sequence(i, "package", "main")) {
        program = true;
      } else if (program && tokens.startsLine(i) && tokens.sequence(i, "func", "main", "(", ")")) {
        main(folderName(), "main", tokens.line(i));
      }
    }
  }

  /** A Go program is called by the name of its folder. */
  private String folderName() {
    String path = scene.file.path();
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "main" : path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
  }

  private void c() {
    for (int i = 0; i < tokens.count(); i++) {
      boolean named = tokens.is(i, "main") || tokens.is(i, "wmain") || tokens.is(i, "WinMain");
      if (named && tokens.is(i + 1, '(') && isReturnType(i - 1)) {
        int close = tokens.close(i + 1);
        boolean defined = tokens.is(close + 1, '{') || tokens.is(close + 1, "try");
        if (defined && !Conditions.isForTrial(scene.file.text(), tokens.line(i))) {
          main("main", "main", tokens.line(i));
        }
      }
    }
  }

  private boolean isReturnType(int at) {
    return tokens.is(at, "int")
        || tokens.is(at, "void")
        || tokens.is(at, "WINAPI")
        || tokens.is(at, "auto");
  }

  private void csharp() {
    boolean type = false;
    for (int i = 0; i < tokens.count(); i++) {
      type = type || tokens.is(i, "class") || tokens.is(i, "namespace") || tokens.is(i, "struct");
      if (tokens.is(i, "Main") && tokens.is(i + 1, '(') && isStatic(i)) {
        main("Main", "Main", tokens.line(i));
      }
    }
    boolean named = scene.fileName().equals("Program.cs");
    if (!type && named && tokens.count() > 0) {
      main("Program", "", tokens.line(0));
    }
  }

  private boolean isStatic(int at) {
    for (int i = at - 1; i > at - 8; i--) {
      if (tokens.is(i, "static")) {
        return true;
      }
      if (tokens.is(i, ';') || tokens.is(i, '{') || tokens.is(i, '}')) {
        return false;
      }
    }
    return false;
  }

  private void swift() {
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.sequence(i, "@", "main")) {
        for (int j = i + 2; j < i + 8; j++) {
          if (tokens.is(j, "struct") || tokens.is(j, "class") || tokens.is(j, "enum")) {
            main(tokens.text(j + 1), tokens.text(j + 1), tokens.line(j));
            return;
          }
        }
      }
    }
    if (scene.fileName().equals("main.swift") && tokens.count() > 0) {
      main("main.swift", "", tokens.line(0));
    }
  }

  /** {@code main} with its type or its equation, in a module called Main or one without a name. */
  private void haskell() {
    String module = scene.facts().namespace();
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.startsLine(i) && tokens.is(i, "module")) {
        module = tokens.dotted(i + 1);
      }
      boolean starts = tokens.startsLine(i) && tokens.is(i, "main");
      if (starts && (tokens.is(i + 1, '=') || tokens.sequence(i + 1, ":", ":"))) {
        if (module.isEmpty() || module.equals("Main")) {
          main("main", "main", tokens.line(i));
        }
        return;
      }
    }
  }

  private void python() {
    if (scene.fileName().equals("__main__.py") && tokens.count() > 0) {
      String path = scene.file.path();
      String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
      // at the root the folder itself is what is run
      String module = folder.substring(folder.lastIndexOf('/') + 1);
      main(module.isEmpty() ? "python ." : "python -m " + module, "", tokens.line(0));
      return;
    }
    for (int i = 0; i < tokens.count(); i++) {
      boolean asks = tokens.startsLine(i) && tokens.sequence(i, "if", "__name__", "=", "=");
      if (asks && tokens.text(i + 4).equals("__main__") && isOutermost(tokens.line(i))) {
        main(scene.fileName(), "", tokens.line(i));
      }
    }
  }

  private boolean isOutermost(int line) {
    return scene.file.text().utf8()[scene.file.text().startOfLine(line)] > ' ';
  }

  private void php() {
    String name = scene.fileName();
    boolean front =
        name.equals("index.php") && scene.file.path().matches("(public/|web/)?index.php");
    if (name.equals("artisan") || front) {
      main(name, "", 1);
    } else {
      shebang();
    }
  }

  private void script() {
    String path = scene.file.path();
    boolean program = path.startsWith("exe/") || path.startsWith("bin/") || path.contains("/exe/");
    if (program && scene.file.text().lineCount() > 0) {
      main(scene.fileName(), "", 1);
    } else {
      shebang();
    }
  }

  /** A page starts what is mounted in it: React, Vue, Svelte, Angular. */
  private void browser() {
    boolean named = PAGE_MAIN.matcher(scene.fileName()).matches();
    for (int i = 0; named && i < tokens.count(); i++) {
      boolean called = tokens.isWord(i) && tokens.is(i + 1, '(') && !tokens.is(i - 1, "function");
      boolean react = tokens.is(i, "createRoot") || tokens.is(i, "hydrateRoot");
      boolean angular = tokens.is(i, "bootstrapApplication") || tokens.is(i, "bootstrapModule");
      boolean older = tokens.is(i, "render") && tokens.sequence(i - 2, "ReactDOM", ".");
      boolean vue = tokens.is(i, "mount") && tokens.is(i - 1, '.') && tokens.isString(i + 2);
      boolean svelte = tokens.is(i, "mount") && tokens.sequence(i + 2, "App", ",");
      if (called && (react || angular || older || vue || svelte)) {
        main(scene.fileName(), "", tokens.line(i));
        return;
      }
    }
    shebang();
  }

  /** What the runtime of Erlang starts of an application: {@code use Application}. */
  private void application() {
    SourceText text = scene.file.text();
    String module = "";
    for (int line = 1; line <= Math.min(text.lineCount(), APPLICATION_LINE_COUNT_MAX); line++) {
      String words = text.lines(line, line).strip();
      if (module.isEmpty() && words.startsWith("defmodule ") && words.endsWith(" do")) {
        module = words.substring("defmodule ".length(), words.length() - " do".length()).strip();
      } else if (words.equals("use Application") && !module.isEmpty()) {
        main(module, "", line);
        return;
      }
    }
  }

  /** What a launcher of Android shows: the activity around {@code category.LAUNCHER}. */
  private void android() {
    SourceText text = scene.file.text();
    boolean manifest = scene.fileName().equals("AndroidManifest.xml");
    String activity = "";
    int named = 0;
    for (int line = 1;
        manifest && line <= Math.min(text.lineCount(), MANIFEST_LINE_COUNT_MAX);
        line++) {
      String words = text.lines(line, line);
      if (words.contains("<activity")) {
        activity = "";
      }
      Matcher name = ANDROID_NAME.matcher(words);
      if (activity.isEmpty() && name.find()) {
        activity = name.group(1);
        named = line;
      }
      if (words.contains("android.intent.category.LAUNCHER") && !activity.isEmpty()) {
        main(activity, activity, named);
      }
    }
  }

  private void shebang() {
    SourceText text = scene.file.text();
    if (text.byteCount() > 2 && text.utf8()[0] == '#' && text.utf8()[1] == '!') {
      scene.add(EntryPoint.Kind.SCRIPT, scene.fileName(), "", 1);
    }
  }
}
