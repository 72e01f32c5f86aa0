package ai.wikibuilder.benchmarks.languages;

import ai.wikibuilder.graph.languages.LanguageRules;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells by its name alone whether an imported module may be one of the repository, in the way its
 * language names modules. It says yes too often (a relative path to what the build makes), never
 * too seldom on purpose: a share of what is known is at least as good as it looks.
 */
final class ModuleNames {
  private static final Pattern NPM_NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern CARGO_NAME = Pattern.compile("(?m)^name\\s*=\\s*\"([^\"]+)\"");
  private static final Pattern GO_NAME = Pattern.compile("(?m)^module\\s+(\\S+)");

  /** Parts of a module below the namespace: a type, and a type in it. */
  private static final int TYPE_DEPTH_MAX = 2;

  private final Set<String> namespaces = new HashSet<>();

  /** Every end of every path, with its ending and without. */
  private final Set<String> ends = new HashSet<>();

  /** Names that manifests give to packages of the repository. */
  private final Set<String> packages = new HashSet<>();

  ModuleNames(ParsedRepository repository) {
    repository
        .files()
        .forEach((path, parsed) -> {
          namespaces.add(parsed.facts().namespace());
          addEnds(path);
          addEnds(path.substring(0, Math.max(path.lastIndexOf('/') + 1, path.lastIndexOf('.'))));
          addPackage(path, parsed);
        });
    namespaces.remove("");
  }

  private void addEnds(String path) {
    for (int at = 0; at >= 0; at = path.indexOf('/', at) + 1) {
      ends.add(path.substring(at));
      if (path.indexOf('/', at) < 0) {
        return;
      }
    }
  }

  private void addPackage(String path, ParsedRepository.Parsed parsed) {
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "package.json" -> addName(NPM_NAME, parsed);
      case "Cargo.toml" -> addName(CARGO_NAME, parsed);
      case "go.mod" -> addName(GO_NAME, parsed);
      default -> {
        // no manifest whose name an import says
      }
    }
  }

  private void addName(Pattern pattern, ParsedRepository.Parsed parsed) {
    Matcher name = pattern.matcher(parsed.text().lines(1, parsed.text().lineCount()));
    if (name.find()) {
      packages.add(name.group(1));
      packages.add(name.group(1).replace('-', '_'));
    }
  }

  /**
   * Whether a module may be in the repository.
   *
   * @param language id of the language of the import
   * @param module as the import names it
   */
  boolean known(String language, String module) {
    return switch (LanguageRules.of(language).imports()) {
      case PACKAGE, DECLARED_MODULE -> inNamespace(module, '.');
      case PHP_NAME -> inNamespace(module, '\\') || isEnd(module);
      case PYTHON_MODULE ->
          module.startsWith(".")
              || isEnd(module.replace('.', '/'))
              || isEnd(module.replace('.', '/') + "/__init__");
      case SCRIPT_PATH -> module.startsWith(".") || module.startsWith("@/") || inPackage(module);
      case GO_PACKAGE -> inPackage(module);
      case RUST_PATH -> inRust(module.replace("::", "/"));
      case LUA_MODULE -> isEnd(module) || isEnd(module.replace('.', '/'));
      case INCLUDE, LOAD_PATH, SHELL_PATH, NONE -> isEnd(module);
    };
  }

  private boolean inNamespace(String module, char divider) {
    String namespace = module;
    for (int depth = 0; depth <= TYPE_DEPTH_MAX && !namespace.isEmpty(); depth++) {
      if (namespaces.contains(namespace)) {
        return true;
      }
      namespace = namespace.substring(0, Math.max(0, namespace.lastIndexOf(divider)));
    }
    return false;
  }

  private boolean inPackage(String module) {
    for (int end = module.length(); end > 0; end = module.lastIndexOf('/', end - 1)) {
      if (packages.contains(module.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private boolean inRust(String path) {
    String first = path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/'));
    return switch (first) {
      case "crate", "self", "super" -> true;
      case "std", "core", "alloc" -> false;
      default -> packages.contains(first) || ends.contains(first);
    };
  }

  private boolean isEnd(String module) {
    String bare = module.replaceFirst("^(\\.{0,2}/)+", "");
    return !bare.isEmpty() && ends.contains(bare);
  }
}
