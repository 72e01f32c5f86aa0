package ai.wikibuilder.graph.world;

import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.manifests.Fact;
import ai.wikibuilder.graph.manifests.Manifest;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls commands of Python as people type them: a function that a build file installs under a name
 * is known by that name and not by its own. Used once, by one thread.
 */
final class InstalledNames {
  /** {@code tide = "tide.cli:main"}: what is imported, and the function in it. */
  private static final Pattern TARGET =
      Pattern.compile("([A-Za-z_]\\w*+)(?:\\.\\w++)*+\\s*+:\\s*+(\\w++)");

  private static final int LINE_LENGTH_MAX = 1_000;

  private record Installed(String name, String folder, String packageName, String function) {
    /** Whether a command is the installed function itself, with the name it has in the code. */
    boolean is(EntryPoint entry) {
      return entry.kind() == EntryPoint.Kind.COMMAND
          && entry.path().endsWith(".py")
          && entry.path().startsWith(folder)
          && entry.handler().equals(function)
          && entry.name().equals(function.replace('_', '-'))
          && ("/" + entry.path()).contains("/" + packageName + "/");
    }
  }

  private final List<Installed> installed = new ArrayList<>();

  /** Takes the programs of a build file of Python; of others nothing is taken. */
  void add(Manifest manifest, SourceText text) {
    if (manifest.tool() != Manifest.Tool.PYTHON) {
      return;
    }
    for (Fact program : manifest.programs()) {
      String line = text.lines(program.line(), program.line());
      Matcher target = TARGET.matcher(line.length() > LINE_LENGTH_MAX ? "" : line);
      if (target.find()) {
        String folder = manifest.folder().isEmpty() ? "" : manifest.folder() + "/";
        installed.add(new Installed(program.value(), folder, target.group(1), target.group(2)));
      }
    }
  }

  /** The entry points, those by their installed names of which there is one each. */
  List<EntryPoint> named(List<EntryPoint> entries) {
    List<EntryPoint> result = new ArrayList<>(entries);
    for (Installed one : installed) {
      List<Integer> found = new ArrayList<>();
      for (int i = 0; i < result.size(); i++) {
        if (one.is(result.get(i))) {
          found.add(i);
        }
      }
      if (found.size() == 1) {
        result.set(found.getFirst(), named(result.get(found.getFirst()), one.name()));
      }
    }
    return result;
  }

  private static EntryPoint named(EntryPoint entry, String name) {
    return new EntryPoint(
        entry.kind(), name, entry.handler(), entry.path(), entry.line(), entry.symbol());
  }
}
