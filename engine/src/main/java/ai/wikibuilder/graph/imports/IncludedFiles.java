package ai.wikibuilder.graph.imports;

/** A path relative to the file, else below whatever folder the compiler is told to look in. */
final class IncludedFiles implements ModuleFinder {
  private final SourceFiles files;
  private final PathEndings endings;

  IncludedFiles(SourceFiles files, PathEndings endings) {
    this.files = files;
    this.endings = endings;
  }

  @Override
  public int file(int from, String module) {
    String path = Paths.joined(Paths.folder(files.path(from)), module);
    int beside = files.find(path);
    if (beside >= 0 || path.equals(Paths.OUTSIDE)) {
      return beside;
    }
    String bare = Paths.joined("", module.replace("../", ""));
    return endings.find(from, bare);
  }
}
