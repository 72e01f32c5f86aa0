package ai.wikibuilder.benchmarks.languages;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by its name alone whether an imported module may be one of the repository. It says yes too
 * often ({@code typing} where some folder has a file of that name), never too seldom on purpose: a
 * share of what is known is at least as good as it looks.
 */
final class ModuleNames {
  private static final Pattern BORDER = Pattern.compile("[/.:\\\\]+");

  /** Parts of a module below the namespace: a type, and a type in it. */
  private static final int TYPE_DEPTH_MAX = 2;

  private final Set<String> namespaces = new HashSet<>();

  /** File names; names and last two parts of folders and of files without their endings. */
  private final Set<String> tails = new HashSet<>();

  ModuleNames(ParsedRepository repository) {
    repository
        .files()
        .forEach((path, parsed) -> {
          namespaces.add(parsed.facts().namespace());
          tails.add(path.substring(path.lastIndexOf('/') + 1));
          int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
          addTails(dot > 0 ? path.substring(0, dot) : path);
        });
    namespaces.remove("");
  }

  private void addTails(String path) {
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      tails.add(parts[i]);
      if (i > 0) {
        tails.add(parts[i - 1] + "/" + parts[i]);
      }
    }
  }

  /** Whether a module as an import names it may be in the repository. */
  boolean known(String module) {
    String namespace = module;
    for (int depth = 0; depth <= TYPE_DEPTH_MAX && !namespace.isEmpty(); depth++) {
      if (namespaces.contains(namespace)) {
        return true;
      }
      int cut = Math.max(namespace.lastIndexOf('.'), namespace.lastIndexOf('\\'));
      namespace = cut < 0 ? "" : namespace.substring(0, cut);
    }
    if (tails.contains(module.substring(module.lastIndexOf('/') + 1)) || module.matches("[./]+")) {
      return true;
    }
    String bare = module.replaceFirst("^[./]+", "");
    String[] parts = BORDER.split(bare, -1);
    String last = parts[parts.length - 1];
    boolean relative = bare.length() < module.length();
    return (relative || parts.length == 1)
        ? tails.contains(last)
        : tails.contains(parts[parts.length - 2] + "/" + last);
  }
}
