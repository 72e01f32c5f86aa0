package ai.wikibuilder.graph.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Paths of Rust modules: {@code crate}, {@code self}, {@code super}, a crate of the workspace or a
 * module below this one, then folders and files {@code x.rs} or {@code x/mod.rs}. Modules written
 * inside a file are symbols of it and not found here.
 */
final class RustModules implements ModuleFinder {
  private static final List<String> CRATE_ROOTS = List.of("lib.rs", "main.rs");

  /** Folders beside a manifest whose files are crates of their own. */
  private static final Set<String> OWN_CRATES = Set.of("tests", "benches", "examples");

  private final SourceFiles files;
  private final Map<String, String> crates;
  private final Set<String> folders;

  RustModules(SourceFiles files, PackageFolders folders) {
    this.files = files;
    this.crates = folders.cargo();
    this.folders = Set.copyOf(crates.values());
  }

  @Override
  public int file(int from, String module) {
    String[] parts = module.split("\\.", -1);
    int at = from;
    for (int i = 0; i < parts.length && at >= 0; i++) {
      at =
          switch (parts[i]) {
            case "crate" -> crateRoot(from);
            case "self" -> at;
            case "super" -> parent(at);
            default -> i == 0 ? first(from, parts[0]) : child(at, parts[i]);
          };
    }
    return at;
  }

  private int first(int from, String name) {
    int below = child(from, name);
    if (below >= 0) {
      return below;
    }
    String folder = crates.get(name);
    if (folder == null) {
      return NONE;
    }
    for (String root : CRATE_ROOTS) {
      int inSources = files.find(Paths.inside(folder, "src/" + root));
      int found = inSources >= 0 ? inSources : files.find(Paths.inside(folder, root));
      if (found >= 0) {
        return found;
      }
    }
    return NONE;
  }

  private int crateRoot(int from) {
    String folder = Paths.folder(files.path(from));
    while (true) {
      int root = rootIn(folder);
      if (root >= 0) {
        return root;
      }
      if (isOwnCrate(folder)) {
        return anyIn(folder, from);
      }
      if (folder.isEmpty() || folder.endsWith("src")) {
        return from;
      }
      folder = Paths.folder(folder);
    }
  }

  /** A file of a folder of crates that stands for the folder: the one that asks, or main.rs. */
  private int anyIn(String folder, int from) {
    if (Paths.folder(files.path(from)).equals(folder)) {
      return from;
    }
    String below = files.path(from).substring(folder.length() + 1);
    int crate = module(Paths.inside(folder, below.substring(0, below.indexOf('/'))));
    return crate >= 0 ? crate : from;
  }

  private int rootIn(String folder) {
    for (String root : CRATE_ROOTS) {
      int found = files.find(Paths.inside(folder, root));
      if (found >= 0) {
        return found;
      }
    }
    return NONE;
  }

  /** The folder in which the modules below a file are. */
  String folderBelow(int file) {
    String path = files.path(file);
    String last = Paths.lastPart(path);
    String folder = Paths.folder(path);
    if (last.equals("mod.rs") || CRATE_ROOTS.contains(last) || isOwnCrate(folder)) {
      return folder;
    }
    return path.endsWith(".rs") ? path.substring(0, path.length() - ".rs".length()) : path;
  }

  /** Each file of such a folder may be a crate that has the files beside it for modules. */
  private boolean isOwnCrate(String folder) {
    String around = Paths.folder(folder);
    String last = Paths.lastPart(folder);
    return (OWN_CRATES.contains(last) && folders.contains(around))
        || (last.equals("bin") && Paths.lastPart(around).equals("src"));
  }

  private int child(int file, String name) {
    int below = module(Paths.inside(folderBelow(file), name));
    String path = files.path(file);
    return below < 0 && isOwnCrate(Paths.folder(path)) && path.endsWith(".rs")
        ? module(Paths.inside(path.substring(0, path.length() - ".rs".length()), name))
        : below;
  }

  private int module(String stem) {
    int found = files.find(stem + ".rs");
    return found >= 0 ? found : files.find(stem + "/mod.rs");
  }

  private int parent(int file) {
    String below = folderBelow(file);
    String last = Paths.lastPart(files.path(file));
    if (CRATE_ROOTS.contains(last)) {
      return NONE;
    }
    String folder = Paths.folder(below);
    int root = rootIn(folder);
    return root >= 0 ? root : module(folder);
  }
}
