package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.graph.tokens.Lexis;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.graph.tokens.YamlLines;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.StringJoiner;

/**
 * Reads build files that are short programs: Package.swift, build.sbt, rockspecs, mix.exs; and
 * pubspec.yaml.
 */
final class LanguagePackages {
  private LanguagePackages() {}

  static void readSwift(SourceText text, Draft draft) {
    Tokens tokens = Tokens.of(text, Lexis.CURLY);
    for (int i = 0; i < tokens.count(); i++) {
      if (!tokens.isWord(i) || !tokens.is(i + 1, '(')) {
        continue;
      }
      int name = tokens.argument(i + 1, "name");
      int line = tokens.line(i);
      switch (tokens.text(i)) {
        case "Package" -> draft.name(tokens.text(name), line);
        case "package" -> swiftDependency(tokens, i, draft);
        case "target", "executableTarget" -> {
          boolean program = tokens.is(i, "executableTarget");
          draft.target(new Manifest.Target(tokens.text(name), program, List.of(), line));
        }
        case "executable" -> draft.program(tokens.text(name), line);
        default -> {
          // nothing else is read
        }
      }
    }
    String first = text.lineCount() == 0 ? "" : Lines.of(text, 1, 200);
    int version = first.indexOf("swift-tools-version:");
    if (version >= 0) {
      draft.runtime(
          "Swift " + first.substring(version + "swift-tools-version:".length()).strip(), 1);
    }
  }

  private static void swiftDependency(Tokens tokens, int at, Draft draft) {
    int url = tokens.argument(at + 1, "url");
    int path = tokens.argument(at + 1, "path");
    String name = tokens.text(Math.max(url, path));
    String version = "";
    for (int i = at + 2; i < Math.min(tokens.close(at + 1), at + 30); i++) {
      if (tokens.isString(i) && i != url && i != path && !tokens.is(i - 2, "name")) {
        version = tokens.text(i);
        break;
      }
    }
    draft.dependency(name, version, Scope.RUN, tokens.line(at));
  }

  /** {@code "group" %% "artifact" % "version" % Test}. */
  static void readScala(SourceText text, Draft draft) {
    Tokens tokens = Tokens.of(text, Lexis.CURLY);
    int depth = 0;
    for (int i = 0; i < tokens.count(); i++) {
      depth += opens(tokens, i) ? 1 : closes(tokens, i) ? -1 : 0;
      if (tokens.isString(i) && tokens.is(i + 1, '%') && !tokens.is(i - 1, '%')) {
        scalaDependency(tokens, i, draft);
      } else if (depth == 0 && tokens.isWord(i) && tokens.sequence(i + 1, ":", "=")) {
        setting(tokens, i, draft);
      } else if (tokens.is(i, "project") && tokens.is(i + 1, '.') && tokens.is(i + 2, "in")) {
        folder(tokens, i + 3, draft);
      } else if (tokens.is(i, "in") && tokens.sequence(i + 1, "(", "file", "(")) {
        folder(tokens, i + 1, draft);
      }
    }
  }

  private static boolean opens(Tokens tokens, int at) {
    return tokens.is(at, '(') || tokens.is(at, '{');
  }

  private static boolean closes(Tokens tokens, int at) {
    return tokens.is(at, ')') || tokens.is(at, '}');
  }

  private static void setting(Tokens tokens, int at, Draft draft) {
    String value = tokens.isString(at + 3) ? tokens.text(at + 3) : "";
    switch (tokens.text(at)) {
      case "name" -> draft.name(value, tokens.line(at));
      case "version" -> draft.version(value, tokens.line(at));
      case "description" -> draft.description(value, tokens.line(at));
      case "scalaVersion" -> {
        if (!value.isEmpty()) {
          draft.runtime("Scala " + value, tokens.line(at));
        }
      }
      default -> {
        // nothing else is read
      }
    }
  }

  private static void folder(Tokens tokens, int open, Draft draft) {
    int path = tokens.firstString(open);
    if (path >= 0 && tokens.close(open) - open < 12) {
      draft.module(tokens.text(path), tokens.line(path));
    }
  }

  private static int skipPercents(Tokens tokens, int from) {
    int at = from;
    while (tokens.is(at, '%') && at < from + 4) {
      at++;
    }
    return at;
  }

  private static void scalaDependency(Tokens tokens, int group, Draft draft) {
    int artifact = skipPercents(tokens, group + 1);
    if (!tokens.isString(artifact) || !tokens.is(artifact + 1, '%')) {
      return;
    }
    int version = skipPercents(tokens, artifact + 1);
    int afterVersion = version + 1;
    while (tokens.is(afterVersion, '.') && tokens.isWord(afterVersion + 1)) {
      afterVersion += 2;
    }
    int scope = skipPercents(tokens, afterVersion);
    String written = scope == afterVersion ? "" : tokens.text(scope);
    boolean plugin = tokens.is(group - 2, "addSbtPlugin");
    Scope of = written.equalsIgnoreCase("test") ? Scope.TEST : plugin ? Scope.BUILD : Scope.RUN;
    draft.dependency(
        tokens.text(group) + ":" + tokens.text(artifact),
        tokens.isString(version) ? tokens.text(version) : "",
        of,
        tokens.line(group));
  }

  static void readRock(SourceText text, Draft draft) {
    Tokens tokens = Tokens.of(text, Lexis.LUA);
    for (int i = 0; i < tokens.count(); i++) {
      if (!tokens.isWord(i) || !tokens.is(i + 1, '=')) {
        continue;
      }
      String value = tokens.isString(i + 2) ? tokens.text(i + 2) : "";
      switch (tokens.text(i)) {
        case "package" -> draft.name(value, tokens.line(i));
        case "version" -> draft.version(value, tokens.line(i));
        case "summary" -> draft.description(value, tokens.line(i));
        case "license" -> draft.license(value, tokens.line(i));
        case "dependencies" -> rocks(tokens, i + 2, Scope.RUN, draft);
        case "build_dependencies" -> rocks(tokens, i + 2, Scope.BUILD, draft);
        case "test_dependencies" -> rocks(tokens, i + 2, Scope.TEST, draft);
        default -> {
          // nothing else is read
        }
      }
    }
  }

  private static void rocks(Tokens tokens, int open, Scope scope, Draft draft) {
    for (int i = open + 1; tokens.is(open, '{') && i < tokens.close(open); i++) {
      if (tokens.isString(i)) {
        String words = tokens.text(i).strip();
        int end = Lines.nameLength(words);
        String constraint = words.substring(end).strip();
        if (words.startsWith("lua ")) {
          draft.runtime("Lua " + constraint, tokens.line(i));
        } else {
          draft.dependency(words.substring(0, end), constraint, scope, tokens.line(i));
        }
      }
    }
  }

  /** Nim: the package is called like its file. */
  static void readNimble(String name, SourceText text, Draft draft) {
    draft.name(name, 1);
    Tokens tokens = Tokens.of(text, Lexis.HASH);
    for (int i = 0; i < tokens.count(); i++) {
      if (!tokens.startsLine(i)) {
        continue;
      }
      int value = tokens.is(i + 1, '=') ? i + 2 : i + 1;
      String words = tokens.isString(value) ? tokens.text(value) : "";
      switch (tokens.text(i)) {
        case "version" -> draft.version(words, tokens.line(i));
        case "description" -> draft.description(words, tokens.line(i));
        case "license" -> draft.license(words, tokens.line(i));
        case "bin" -> nimPrograms(tokens, i, draft);
        case "task" -> draft.command(tokens.text(i + 1), "", tokens.line(i));
        case "requires" -> nimRequirements(tokens, i, Scope.RUN, draft);
        case "taskRequires" -> nimRequirements(tokens, i + 2, Scope.BUILD, draft);
        default -> {
          // nothing else is read
        }
      }
    }
  }

  /** {@code bin = @["name"]}. */
  private static void nimPrograms(Tokens tokens, int at, Draft draft) {
    int open = tokens.is(at + 2, '@') ? at + 3 : at + 2;
    for (int i = open + 1; tokens.is(open, '[') && i < tokens.close(open); i++) {
      if (tokens.isString(i)) {
        draft.program(tokens.text(i), tokens.line(i));
      }
    }
  }

  /** {@code requires "a >= 1.0", "b"}: texts up to one that no comma precedes. */
  private static void nimRequirements(Tokens tokens, int at, Scope scope, Draft draft) {
    int first = tokens.is(at + 1, '(') ? at + 2 : at + 1;
    for (int i = first; tokens.isString(i); i += 2) {
      String words = tokens.text(i).strip();
      int end = words.indexOf("://") > 0 ? words.indexOf(' ') : Lines.nameLength(words);
      String name = end < 0 ? words : words.substring(0, end);
      String constraint = words.substring(name.length()).strip();
      if (name.equals("nim")) {
        draft.runtime("Nim " + constraint, tokens.line(i));
      } else {
        draft.dependency(name, constraint, scope, tokens.line(i));
      }
      if (!tokens.is(i + 1, ',')) {
        return;
      }
    }
  }

  static void readMix(SourceText text, Draft draft) {
    Tokens tokens = Tokens.of(text, Lexis.HASH);
    for (int i = 0; i < tokens.count(); i++) {
      boolean keyed = tokens.isWord(i) && tokens.is(i + 1, ':');
      int line = tokens.line(i);
      if (keyed && tokens.is(i, "app") && tokens.is(i + 2, ':')) {
        draft.name(tokens.text(i + 3), line);
      } else if (keyed && tokens.isString(i + 2)) {
        mixSetting(tokens.text(i), tokens.text(i + 2), line, draft);
      } else if (tokens.is(i, '@') && tokens.isString(i + 2)) {
        mixSetting(tokens.text(i + 1), tokens.text(i + 2), line, draft);
      } else if (tokens.is(i, '{') && tokens.is(i + 1, ':') && tokens.is(i + 3, ',')) {
        mixDependency(tokens, i, draft);
      } else if (tokens.is(i, "defp") && tokens.is(i + 1, "aliases")) {
        mixAliases(tokens, tokens.is(i + 2, '(') ? i + 5 : i + 3, draft);
      }
    }
  }

  /** The list of aliases: {@code setup: ["deps.get", "ecto.setup"]}, {@code "ecto.reset": "…"}. */
  private static void mixAliases(Tokens tokens, int open, Draft draft) {
    int i = open + 1;
    while (tokens.is(open, '[') && i < tokens.close(open)) {
      boolean named = (tokens.isWord(i) || tokens.isString(i)) && tokens.is(i + 1, ':');
      if (!named) {
        return;
      }
      boolean several = tokens.is(i + 2, '[');
      int end = several ? tokens.close(i + 2) : i + 2;
      StringJoiner runs = new StringJoiner(", ");
      for (int at = i + 2; at <= end; at++) {
        if (tokens.isString(at)) {
          runs.add(tokens.text(at));
        }
      }
      draft.command("mix " + tokens.text(i), runs.toString(), tokens.line(i));
      i = tokens.is(end + 1, ',') ? end + 2 : end + 1;
    }
  }

  private static void mixSetting(String key, String value, int line, Draft draft) {
    switch (key) {
      case "version" -> draft.version(value, line);
      case "description" -> draft.description(value, line);
      case "elixir" -> draft.runtime("Elixir " + value, line);
      default -> {
        // nothing else is read
      }
    }
  }

  /** {@code {:name, "~> 1.0", only: :test}}, {@code {:name, github: "owner/name"}}. */
  private static void mixDependency(Tokens tokens, int open, Draft draft) {
    boolean version = tokens.isString(open + 4);
    boolean told = tokens.isWord(open + 4) && tokens.is(open + 5, ':');
    if (!version && !told) {
      return;
    }
    Scope scope = Scope.RUN;
    for (int i = open + 4; i < Math.min(tokens.close(open), open + 40); i++) {
      if (tokens.is(i, "only")) {
        scope = Scope.BUILD;
      } else if (scope == Scope.BUILD && tokens.is(i, "test")) {
        scope = Scope.TEST;
      }
    }
    draft.dependency(
        tokens.text(open + 2), version ? tokens.text(open + 4) : "", scope, tokens.line(open));
  }

  static void readPub(SourceText text, Draft draft) {
    for (YamlLines.Entry entry : YamlLines.read(text)) {
      String key = entry.key();
      int dot = key.indexOf('.');
      String below = dot < 0 ? "" : key.substring(dot + 1);
      switch (dot < 0 ? key : key.substring(0, dot + 1)) {
        case "name" -> draft.name(entry.value(), entry.line());
        case "version" -> draft.version(entry.value(), entry.line());
        case "description" -> draft.description(entry.value(), entry.line());
        case "environment." -> {
          if (below.equals("sdk")) {
            draft.runtime("Dart " + entry.value(), entry.line());
          }
        }
        case "dependencies." -> pubDependency(below, Scope.RUN, entry, draft);
        case "dev_dependencies." -> pubDependency(below, Scope.TEST, entry, draft);
        default -> {
          // nothing else is read
        }
      }
    }
  }

  private static void pubDependency(String name, Scope scope, YamlLines.Entry entry, Draft draft) {
    if (name.indexOf('.') < 0) {
      draft.dependency(name, entry.value(), scope, entry.line());
    }
  }
}
