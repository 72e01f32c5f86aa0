package ai.wikibuilder.pages.walks;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.plan.KeyDocument;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers of C that the README shows people how to include: a library that keeps none apart has its
 * public names in them. Immutable.
 */
public final class ShownHeaders {
  private static final Pattern INCLUDE =
      Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[ \\t]*[<\"]([\\w./+-]+)[>\"]");

  private final Set<String> paths = new LinkedHashSet<>();
  private final Set<String> folders = new LinkedHashSet<>();

  public ShownHeaders(Repository repository) {
    Set<String> names = new LinkedHashSet<>();
    for (KeyDocument document : repository.plan().documents()) {
      if (document.kind() == KeyDocument.Kind.README && document.path().indexOf('/') < 0) {
        String text =
            repository.text(document.path()).map(all -> all.lines(1, all.lineCount())).orElse("");
        Matcher matcher = INCLUDE.matcher(text);
        while (matcher.find()) {
          names.add(matcher.group(1));
        }
      }
    }
    CodeGraph graph = repository.graph();
    for (int file = 0; file < graph.fileCount() && !names.isEmpty(); file++) {
      String path = graph.path(file);
      for (String name : repository.isMain(file) ? names : Set.<String>of()) {
        if (path.equals(name) || path.endsWith("/" + name)) {
          paths.add(path);
          int slash = name.indexOf('/');
          if (slash > 0) {
            folders.add(path.substring(0, path.length() - name.length() + slash + 1));
          }
        }
      }
    }
  }

  /** Whether a file stands in a folder that is named where such a header is included. */
  public boolean isBeside(String path) {
    return folders.stream().anyMatch(path::startsWith);
  }

  /** In the order of the graph; empty when the README includes nothing of the repository. */
  public Set<String> paths() {
    return Set.copyOf(paths);
  }
}
