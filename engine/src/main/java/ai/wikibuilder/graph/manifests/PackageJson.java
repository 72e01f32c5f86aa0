package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.graph.tokens.YamlLines;
import ai.wikibuilder.source.SourceText;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads package.json and composer.json, which write the same facts in nearly the same words. */
final class PackageJson {
  /** What Composer itself starts at a point of its work; nobody types it. */
  private static final Pattern EVENT_OF_COMPOSER =
      Pattern.compile(
          "(?:pre|post)-(?:(?:install|update|status|archive|create-project)-cmd|autoload-dump"
              + "|root-package-install|operations-exec|package-(?:install|update|uninstall)"
              + "|file-download|command-run|pool-create|dependencies-solving)|init|command");

  /** What a script of Composer sets before it runs anything: a function, no command. */
  private static final Pattern SETTING_OF_COMPOSER =
      Pattern.compile("\\\\?Composer\\\\[\\w\\\\]+::\\w+");

  private PackageJson() {}

  static void readNpm(SourceText text, Draft draft) {
    JsonValues.read(
        text,
        value -> {
          if (value.depth() == 1) {
            takeTop(draft, value);
          } else if (value.depth() == 2) {
            takeNpm(draft, value);
          } else if (value.depth() == 3
              && value.container().equals("packages")
              && value.key().equals("packages")) {
            draft.module(value.text(), value.line());
          }
        });
  }

  /** The tasks of Deno. */
  static void readDeno(SourceText text, Draft draft) {
    JsonValues.read(
        text,
        value -> {
          if (value.depth() == 1) {
            takeTop(draft, value);
          } else if (value.depth() == 2 && value.container().equals("tasks")) {
            draft.command(value.key(), value.text(), value.line());
          }
        });
  }

  static void readWorkspace(SourceText text, Draft draft) {
    for (YamlLines.Entry entry : YamlLines.read(text)) {
      if (entry.key().equals("packages") && entry.item()) {
        draft.module(entry.value(), entry.line());
      }
    }
  }

  static void readComposer(SourceText text, Draft draft) {
    // the first command of a script of several steps stands below its name
    Map<String, Integer> listed = new HashMap<>();
    JsonValues.read(
        text,
        value -> {
          if (value.depth() == 1) {
            takeTop(draft, value);
          } else if (value.depth() == 2) {
            takeComposer(draft, value);
          } else if (value.depth() == 3 && value.container().equals("psr-4")) {
            draft.module(value.text(), value.line());
          } else if (value.depth() == 3
              && value.outer().equals("scripts")
              && value.key().equals(value.container())
              && !EVENT_OF_COMPOSER.matcher(value.key()).matches()) {
            int line = listed.computeIfAbsent(value.key(), _ -> value.line() - 1);
            if (!SETTING_OF_COMPOSER.matcher(value.text()).matches()) {
              draft.step(value.key(), value.text(), line);
            }
          }
        });
  }

  private static void takeTop(Draft draft, JsonValues.Value value) {
    switch (value.key()) {
      case "name" -> draft.name(value.text(), value.line());
      case "version" -> draft.version(value.text(), value.line());
      case "description" -> draft.description(value.text(), value.line());
      case "license" -> draft.license(value.text(), value.line());
      case "bin" -> draft.program(programName(value.text()), value.line());
      default -> {
        // nothing else is read
      }
    }
  }

  /** {@code ./bin/tool.js} installs {@code tool}. */
  private static String programName(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static void takeNpm(Draft draft, JsonValues.Value value) {
    switch (value.container()) {
      case "scripts" -> draft.command(value.key(), value.text(), value.line());
      case "bin" -> draft.program(value.key(), value.line());
      case "dependencies", "peerDependencies", "optionalDependencies" ->
          draft.dependency(value.key(), value.text(), Scope.RUN, value.line());
      case "devDependencies" ->
          draft.dependency(value.key(), value.text(), Draft.scopeOfWork(value.key()), value.line());
      case "workspaces" -> draft.module(value.text(), value.line());
      case "engines" -> {
        if (value.key().equals("node")) {
          draft.runtime("Node " + value.text(), value.line());
        }
      }
      default -> {
        // nothing else inside is read
      }
    }
  }

  private static void takeComposer(Draft draft, JsonValues.Value value) {
    switch (value.container()) {
      case "require" -> {
        if (value.key().equals("php")) {
          draft.runtime("PHP " + value.text(), value.line());
        } else {
          draft.dependency(value.key(), value.text(), Scope.RUN, value.line());
        }
      }
      case "require-dev" ->
          draft.dependency(value.key(), value.text(), Draft.scopeOfWork(value.key()), value.line());
      case "scripts" -> {
        if (!EVENT_OF_COMPOSER.matcher(value.key()).matches()) {
          draft.command(value.key(), value.text(), value.line());
        }
      }
      case "bin" -> draft.program(programName(value.text()), value.line());
      case "license" -> draft.license(value.text(), value.line());
      default -> {
        // nothing else inside is read
      }
    }
  }
}
