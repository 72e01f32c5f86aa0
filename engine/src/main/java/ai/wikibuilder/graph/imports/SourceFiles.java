package ai.wikibuilder.graph.imports;

/** The files of a snapshot, numbered from 0 in the order of their paths. */
public interface SourceFiles {
  int size();

  String path(int file);

  /** The file with a path, -1 when there is none. */
  int find(String path);

  /** Package, namespace or module the file declares, its parts divided by dots; empty when none. */
  String declaredName(int file);
}
