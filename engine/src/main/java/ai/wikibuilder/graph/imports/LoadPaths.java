package ai.wikibuilder.graph.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A path below any of the folders the interpreter looks in, its ending left out or not; dots at its
 * front make it relative to the file.
 */
final class LoadPaths implements ModuleFinder {
  /** More votes say no more; keeps a rank in an int. */
  private static final int VOTE_COUNT_MAX = 1_000_000;

  /** Folders that paths have in common beyond this do not count. */
  private static final int DEPTH_MAX = 64;

  private final SourceFiles files;
  private final PathEndings endings;
  private final String ending;
  private final Map<String, Integer> votes = new HashMap<>();

  LoadPaths(SourceFiles files, PathEndings endings, String ending) {
    this.files = files;
    this.endings = endings;
    this.ending = ending;
  }

  /** A folder is looked in the likelier, the more imports it alone explains. */
  @Override
  public void learn(int from, String module) {
    String bare = withEnding(module);
    List<Integer> found = endings.candidates(bare);
    if (found.size() == 1) {
      votes.merge(rootOf(found.getFirst(), bare), 1, Integer::sum);
    }
  }

  private String rootOf(int file, String bare) {
    String path = files.path(file);
    return path.substring(0, path.length() - bare.length());
  }

  private int find(int from, String bare) {
    return endings.find(
        bare,
        file ->
            Math.min(VOTE_COUNT_MAX, votes.getOrDefault(rootOf(file, bare), 0)) * DEPTH_MAX
                + Math.min(DEPTH_MAX - 1, endings.shared(from, file)));
  }

  private boolean isDotted(String module) {
    return ending.equals(".lua") && !module.contains("/") && !module.endsWith(ending);
  }

  private String withEnding(String module) {
    String path = isDotted(module) ? module.replace('.', '/') : module;
    return path.endsWith(ending) ? path : path + ending;
  }

  @Override
  public int file(int from, String module) {
    boolean relative = module.startsWith("./") || module.startsWith("../");
    boolean dotted = isDotted(module);
    String bare = withEnding(module);
    if (relative) {
      int beside = files.find(Paths.joined(Paths.folder(files.path(from)), bare));
      if (beside >= 0) {
        return beside;
      }
    }
    int found = find(from, Paths.joined("", bare.replace("../", "")));
    return found < 0 && dotted ? find(from, module.replace('.', '/') + "/init" + ending) : found;
  }
}
