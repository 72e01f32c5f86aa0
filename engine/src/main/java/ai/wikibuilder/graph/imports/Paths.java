package ai.wikibuilder.graph.imports;

/** Paths inside a repository: parts divided by slashes, none at the front. */
final class Paths {
  /** Leads out of the repository; no file has it. */
  static final String OUTSIDE = "..";

  private Paths() {}

  static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  static String inside(String folder, String name) {
    return folder.isEmpty() ? name : name.isEmpty() ? folder : folder + "/" + name;
  }

  /** Joins a folder and a relative path; dots that lead out of the repository lead nowhere. */
  static String joined(String folder, String relative) {
    String at = folder;
    for (String part : relative.split("/", -1)) {
      if (part.equals("..")) {
        if (at.isEmpty()) {
          return OUTSIDE;
        }
        at = folder(at);
      } else if (!part.equals(".") && !part.isEmpty()) {
        at = inside(at, part);
      }
    }
    return at;
  }

  /** Folders that two paths have in common. */
  static int sharedFolders(String first, String second) {
    int shared = 0;
    for (int i = 0; i < Math.min(first.length(), second.length()); i++) {
      if (first.charAt(i) != second.charAt(i)) {
        break;
      }
      if (first.charAt(i) == '/') {
        shared++;
      }
    }
    return shared;
  }
}
