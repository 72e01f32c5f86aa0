package ai.wikibuilder.generations;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where one generation stands: its folder, and the folder of its wiki, which may be somewhere else.
 * Immutable. Whoever keeps generations outside the output folder they were built in receives and
 * opens them here; the files and the manifest are the same.
 *
 * @param folder of catalogue, content, index, graph and manifest
 * @param wiki of the site
 */
public record Placement(Path folder, Path wiki) {
  private static final String WIKI_PREFIX = Staging.WIKI + "/";

  /** As a build leaves it: the wiki inside the folder. */
  static Placement together(Path folder) {
    return new Placement(folder, folder.resolve(Staging.WIKI));
  }

  /** The place of a file that the manifest names. */
  Path file(String name) {
    return name.startsWith(WIKI_PREFIX)
        ? wiki.resolve(name.substring(WIKI_PREFIX.length()))
        : folder.resolve(name);
  }

  /**
   * Opens what stands here.
   *
   * @throws GenerationException CORRUPT or OUTDATED
   */
  public Generation open() {
    return Generation.open(this);
  }

  /**
   * Puts a generation here: every file linked or copied aside and forced to the disk, the manifest
   * last, then two renames, the wiki's first, so that a folder with its final name is whole.
   *
   * @throws GenerationException DISK_FULL or READ_ONLY; nothing stands here then that could be
   *     opened, and trying again is fine
   */
  public void receive(Generation generation) {
    Placement aside = new Placement(aside(folder), aside(wiki));
    try {
      clear(List.of(aside.folder, aside.wiki, folder, wiki));
      Set<Path> folders = new TreeSet<>(List.of(aside.folder, aside.wiki));
      Files.createDirectories(aside.folder);
      Files.createDirectories(aside.wiki);
      for (String name : generation.manifest().files().keySet()) {
        Path to = aside.file(name);
        for (Path above = above(to); folders.add(above); above = above(above)) {
          Files.createDirectories(above);
        }
        Segments.link(generation.place().file(name), to);
        force(to);
      }
      for (Path made : folders) {
        force(made);
      }
      Files.move(aside.wiki, wiki, ATOMIC_MOVE);
      force(above(wiki));
      Path manifest = aside.folder.resolve(Manifest.FILE_NAME);
      Segments.link(generation.place().file(Manifest.FILE_NAME), manifest);
      force(manifest);
      force(aside.folder);
      Files.move(aside.folder, folder, ATOMIC_MOVE);
      force(above(folder));
    } catch (IOException e) {
      throw GenerationStore.writeFailure(folder, e);
    }
  }

  /** Takes away what stands here; the manifest goes first, so that nobody opens half of it. */
  public void remove() {
    try {
      Files.deleteIfExists(folder.resolve(Manifest.FILE_NAME));
      clear(List.of(folder, wiki));
    } catch (IOException e) {
      throw GenerationStore.writeFailure(folder, e);
    }
  }

  private static void clear(List<Path> folders) throws IOException {
    for (Path one : folders) {
      FolderTree.delete(one);
    }
  }

  private static Path above(Path path) {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("a generation needs a folder to be in, got " + path);
    }
    return parent;
  }

  /** Beside the final place, so that the last step is a rename. */
  private static Path aside(Path place) {
    return place.resolveSibling("." + place.getFileName() + ".part");
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
