package ai.wikibuilder.pages.material;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.modules.FileRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers of C and C++ and the file that has the bodies of what they declare: two files that people
 * think of as one place. Paired are files of one name in one folder, and those whose name no other
 * header and no other source of the product has. Immutable.
 */
public final class FilePairs {
  private static final Pattern HEADER = Pattern.compile("(.+)\\.(?:h|hh|hpp|hxx)");

  private static final Pattern SOURCE = Pattern.compile("(.+)\\.(?:c|cc|cpp|cxx|m|mm)");

  /** Of each header its source, -1 for none. */
  private final int[] sources;

  /** Of each source its header, -1 for none. */
  private final int[] headers;

  public FilePairs(CodeGraph graph) {
    this.sources = new int[graph.fileCount()];
    this.headers = new int[graph.fileCount()];
    Arrays.fill(sources, -1);
    Arrays.fill(headers, -1);
    Map<String, List<Integer>> declared = new HashMap<>();
    Map<String, List<Integer>> defined = new HashMap<>();
    for (int file = 0; file < graph.fileCount(); file++) {
      Matcher header = HEADER.matcher(graph.path(file));
      Matcher source = SOURCE.matcher(graph.path(file));
      if (graph.role(file) == FileRole.MAIN && header.matches()) {
        put(declared, header.group(1), file);
      } else if (graph.role(file) == FileRole.MAIN && source.matches()) {
        put(defined, source.group(1), file);
      }
    }
    pair(declared, defined);
    pair(byName(declared), byName(defined));
  }

  private static void put(Map<String, List<Integer>> files, String stem, int file) {
    files.computeIfAbsent(stem, _ -> new ArrayList<>()).add(file);
  }

  private static Map<String, List<Integer>> byName(Map<String, List<Integer>> byPath) {
    Map<String, List<Integer>> result = new HashMap<>();
    byPath.forEach((stem, files) ->
        files.forEach(file -> put(result, stem.substring(stem.lastIndexOf('/') + 1), file)));
    return result;
  }

  private void pair(Map<String, List<Integer>> declared, Map<String, List<Integer>> defined) {
    declared.forEach((stem, found) -> {
      List<Integer> bodies = defined.getOrDefault(stem, List.of());
      if (found.size() == 1 && bodies.size() == 1) {
        int header = found.getFirst();
        int source = bodies.getFirst();
        if (sources[header] < 0 && headers[source] < 0) {
          sources[header] = source;
          headers[source] = header;
        }
      }
    });
  }

  /** The file with the bodies of a header, -1 for none. */
  public int source(int header) {
    return sources[header];
  }

  /** The header of a file, -1 for none. */
  public int header(int source) {
    return headers[source];
  }

  /** Whether two files are one, or the two of a pair. */
  public boolean isOne(int file, int other) {
    return file == other || sources[file] == other || headers[file] == other;
  }
}
