package ai.wikibuilder.source;

/** Links into the code in the form of one git host, pinned to the commit. Immutable. */
public interface HostLinks {
  /** Address of a file's lines {@code first} to {@code last} at the snapshot's commit. */
  String lines(String path, int first, int last);

  /** Address of a file at the snapshot's commit. */
  default String file(String path) {
    String first = lines(path, 1, 1);
    int place = first.indexOf('#');
    return place < 0 ? first : first.substring(0, place);
  }

  /** Address of the repository for people. */
  String repository();
}
