package ai.wikibuilder.index.queries;

import java.util.Locale;

/** Tells whether a file is the one that a question names by its path or the end of its path. */
public final class PathFit {
  /** A file of that name in another folder than the one that was named. */
  private static final double ELSEWHERE = 0.4;

  private PathFit() {}

  /**
   * How well a file fits, 0 to 1; its ending need not have been typed.
   *
   * @param file its path from the root of the repository
   * @param asked in lower case
   */
  public static double of(String file, String asked) {
    String path = file.toLowerCase(Locale.ROOT);
    int dot = path.lastIndexOf('.');
    String stem = dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
    boolean below = path.endsWith("/" + asked) || stem.endsWith("/" + asked);
    if (below || path.equals(asked) || stem.equals(asked)) {
      return 1;
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.equals(asked.substring(asked.lastIndexOf('/') + 1)) ? ELSEWHERE : 0;
  }
}
