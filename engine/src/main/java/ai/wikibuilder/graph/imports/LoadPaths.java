package ai.wikibuilder.graph.imports;

/**
 * A path below any of the folders the interpreter looks in, its ending left out or not; dots at its
 * front make it relative to the file.
 */
final class LoadPaths implements ModuleFinder {
  private final SourceFiles files;
  private final PathEndings endings;
  private final String ending;

  LoadPaths(SourceFiles files, PathEndings endings, String ending) {
    this.files = files;
    this.endings = endings;
    this.ending = ending;
  }

  @Override
  public int file(int from, String module) {
    boolean relative = module.startsWith("./") || module.startsWith("../");
    boolean dotted = ending.equals(".lua") && !module.contains("/") && !module.endsWith(ending);
    String path = dotted ? module.replace('.', '/') : module;
    String bare = path.endsWith(ending) ? path : path + ending;
    if (relative) {
      int beside = files.find(Paths.joined(Paths.folder(files.path(from)), bare));
      if (beside >= 0) {
        return beside;
      }
    }
    int found = endings.find(from, Paths.joined("", bare.replace("../", "")));
    return found < 0 && dotted ? endings.find(from, path + "/init" + ending) : found;
  }
}
