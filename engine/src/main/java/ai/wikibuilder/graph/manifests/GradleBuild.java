package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.graph.tokens.Lexis;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Locale;

/**
 * Reads what Gradle builds state literally, in Groovy or Kotlin: coordinates, projects of the same
 * build, aliases of a version catalog as they are written. A build is a program; what it works out
 * is not known here.
 */
final class GradleBuild {
  /** Tokens looked at after the name of a configuration. */
  private static final int REACH = 12;

  private final Tokens tokens;
  private final Draft draft;

  private GradleBuild(Tokens tokens, Draft draft) {
    this.tokens = tokens;
    this.draft = draft;
  }

  static void readSettings(SourceText text, Draft draft) {
    Tokens tokens = Tokens.of(text, Lexis.SCRIPT);
    for (int i = 0; i < tokens.count(); i++) {
      boolean include = tokens.is(i, "include") || tokens.is(i, "includeBuild");
      if (include && !tokens.is(i - 1, '.')) {
        included(tokens, i + 1, draft);
      } else if (tokens.sequence(i, "rootProject", ".", "name") && tokens.isString(i + 4)) {
        draft.name(tokens.text(i + 4), tokens.line(i + 4));
      }
    }
  }

  /** {@code include 'a:b', 'c'} or {@code include(":a:b")}: paths with slashes are kept. */
  private static void included(Tokens tokens, int from, Draft draft) {
    int at = tokens.is(from, '(') ? from + 1 : from;
    while (tokens.isString(at)) {
      String path = tokens.text(at).replace(':', '/');
      String plain = path.startsWith("/") ? path.substring(1) : path;
      if (plain.indexOf('$') < 0) {
        draft.module(plain, tokens.line(at));
      }
      at += tokens.is(at + 1, ',') ? 2 : 1;
    }
  }

  static void readBuild(SourceText text, Draft draft) {
    GradleBuild build = new GradleBuild(Tokens.of(text, Lexis.SCRIPT), draft);
    build.read();
  }

  private void read() {
    int depth = 0;
    for (int i = 0; i < tokens.count(); i++) {
      if (!tokens.isWord(i)) {
        depth += tokens.is(i, '{') ? 1 : tokens.is(i, '}') ? -1 : 0;
        continue;
      }
      switch (tokens.text(i)) {
        case "dependencies" -> {
          if (tokens.is(i + 1, '{')) {
            dependencies(i + 1);
          }
        }
        case "plugins" -> {
          if (tokens.is(i + 1, '{')) {
            plugins(i + 1);
          }
        }
        case "version", "description" -> {
          if (depth == 0) {
            top(i);
          }
        }
        case "sourceCompatibility", "jvmToolchain", "JavaLanguageVersion" -> runtime(i);
        case "register", "create", "task" -> task(i);
        case "registering" -> delegated(i);
        default -> {
          // nothing else is read
        }
      }
    }
  }

  private void top(int at) {
    int value = tokens.is(at + 1, '=') ? at + 2 : at + 1;
    boolean outermost = tokens.startsLine(at) && !tokens.is(at - 1, '.');
    if (outermost && tokens.isString(value) && tokens.text(value).indexOf('$') < 0) {
      if (tokens.is(at, "version")) {
        draft.version(tokens.text(value), tokens.line(value));
      } else {
        draft.description(tokens.text(value), tokens.line(value));
      }
    }
  }

  /** {@code JavaLanguageVersion.of(17)}, {@code sourceCompatibility = JavaVersion.VERSION_17}. */
  private void runtime(int at) {
    for (int i = at + 1; i < at + 6 && tokens.line(i) == tokens.line(at); i++) {
      String word = tokens.text(i);
      String number = word.startsWith("VERSION_") ? word.substring("VERSION_".length()) : word;
      if (!number.isEmpty() && number.length() < 5 && Character.isDigit(number.charAt(0))) {
        draft.runtime("Java " + number.replace('_', '.'), tokens.line(at));
        return;
      }
    }
  }

  /** {@code tasks.register("name")}, {@code task name}. */
  private void task(int at) {
    boolean registered = tokens.sequence(at - 2, "tasks", ".") && !tokens.is(at, "task");
    int open = tokens.is(at + 1, '<') && tokens.is(at + 3, '>') ? at + 4 : at + 1;
    if (registered && tokens.is(open, '(') && tokens.isString(open + 1)) {
      draft.command(tokens.text(open + 1), "", tokens.line(at));
    } else if (tokens.is(at, "task") && tokens.startsLine(at)) {
      int name = tokens.is(at + 1, '(') ? at + 2 : at + 1;
      if (tokens.isWord(name) || tokens.isString(name)) {
        draft.command(tokens.text(name), "", tokens.line(at));
      }
    }
  }

  /** {@code val name by tasks.registering(Copy::class)}. */
  private void delegated(int at) {
    boolean named =
        tokens.sequence(at - 3, "by", "tasks", ".")
            && tokens.isWord(at - 4)
            && tokens.is(at - 5, "val");
    if (named) {
      draft.command(tokens.text(at - 4), "", tokens.line(at - 4));
    }
  }

  private void plugins(int open) {
    int end = Math.min(tokens.close(open), tokens.count());
    for (int i = open + 1; i < end; i++) {
      if (tokens.is(i, "id")) {
        int value = tokens.is(i + 1, '(') ? i + 2 : i + 1;
        int after = tokens.is(value + 1, ')') ? value + 2 : value + 1;
        if (tokens.isString(value)) {
          boolean version = tokens.is(after, "version") && tokens.isString(after + 1);
          String constraint = version ? literal(tokens.text(after + 1)) : "";
          draft.dependency(tokens.text(value), constraint, Scope.BUILD, tokens.line(i));
        }
      } else if (tokens.is(i, "alias") && tokens.sequence(i + 1, "(", "libs", ".")) {
        draft.dependency(tokens.dotted(i + 2), "", Scope.BUILD, tokens.line(i));
      }
    }
  }

  private void dependencies(int open) {
    int end = Math.min(tokens.close(open), tokens.count());
    for (int i = open + 1; i < end; i++) {
      if (tokens.isWord(i) && tokens.startsLine(i) && !tokens.is(i + 1, '=')) {
        dependency(i);
      }
    }
  }

  private void dependency(int configuration) {
    String name = tokens.text(configuration);
    Scope scope = scopeOfConfiguration(name);
    int line = tokens.line(configuration);
    if (!isConfiguration(name)) {
      return;
    }
    int last = configuration + REACH;
    for (int i = configuration + 1; i < last && tokens.line(i) == line; i++) {
      if (tokens.is(i, "project") && tokens.is(i + 1, '(')) {
        project(i + 1, scope);
        return;
      }
      if (tokens.isString(i)) {
        coordinates(i, scope);
        return;
      }
      if (tokens.is(i, "libs") && tokens.is(i + 1, '.')) {
        draft.dependency(tokens.dotted(i), "", scope, line);
        return;
      }
    }
  }

  private void project(int open, Scope scope) {
    int path = tokens.firstString(open);
    if (path >= 0) {
      String name = tokens.text(path);
      draft.dependency(name.startsWith(":") ? name : ":" + name, "", scope, tokens.line(path));
    }
  }

  /** {@code 'group:artifact:version'} or {@code group: 'g', name: 'a', version: 'v'}. */
  private void coordinates(int at, Scope scope) {
    String written = tokens.text(at);
    int line = tokens.line(at);
    if (tokens.is(at - 2, "group") && tokens.is(at + 2, "name") && tokens.isString(at + 4)) {
      boolean version = tokens.is(at + 6, "version") && tokens.isString(at + 8);
      String name = written + ":" + tokens.text(at + 4);
      draft.dependency(name, version ? literal(tokens.text(at + 8)) : "", scope, line);
      return;
    }
    List<String> parts = List.of(written.split(":", -1));
    if (parts.size() >= 2 && written.indexOf(' ') < 0) {
      String version = parts.size() > 2 ? literal(parts.get(2)) : "";
      draft.dependency(parts.get(0) + ":" + parts.get(1), version, scope, line);
    }
  }

  private static String literal(String version) {
    return version.indexOf('$') < 0 ? version : "";
  }

  private static boolean isConfiguration(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("implementation")
        || lower.endsWith("api")
        || lower.endsWith("compileonly")
        || lower.endsWith("compileonlyapi")
        || lower.endsWith("runtimeonly")
        || lower.endsWith("annotationprocessor")
        || lower.endsWith("classpath")
        || lower.equals("compile")
        || lower.equals("testcompile")
        || lower.equals("runtime")
        || lower.equals("kapt")
        || lower.equals("ksp")
        || lower.equals("shadow")
        || lower.equals("provided");
  }

  private static Scope scopeOfConfiguration(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("test")) {
      return Scope.TEST;
    }
    boolean build =
        lower.endsWith("processor")
            || lower.endsWith("classpath")
            || lower.endsWith("compileonly")
            || lower.equals("kapt")
            || lower.equals("ksp")
            || lower.equals("provided");
    return build ? Scope.BUILD : Scope.RUN;
  }

  /** A list of versions does not say what they are for; well-known names of test tools do. */
  static Scope scopeOfName(String name) {
    for (String word :
        List.of("junit", "mockito", "assertj", "hamcrest", "kotest", "mockk", "testng")) {
      if (name.contains(word)) {
        return Scope.TEST;
      }
    }
    return Scope.RUN;
  }
}
