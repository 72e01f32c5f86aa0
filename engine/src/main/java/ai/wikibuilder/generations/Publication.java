package ai.wikibuilder.generations;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts the wiki of a generation where readers look: the output folder itself.
 *
 * <p>Idea: the new wiki is laid out beside the old one under {@code .aiwiki/publishing}, as links
 * to the generation's files. A note then lists it and says that it is complete; from there on the
 * switch is a few renames, and a process that dies among them is finished by the next one that
 * finds the note. Before the note nothing of the old wiki has been touched. What an earlier
 * publication put into the output folder and the new wiki does not have is taken away; all else is
 * left alone.
 */
final class Publication {
  private static final String READY = "ready";
  private static final String PUBLISHED = "published";

  /** Names of files and folders, which have no slash. */
  private static final String LIST_MAGIC = "aiwiki-names 1";

  private final Path output;
  private final Path work;
  private final Path incoming;
  private final Path outgoing;

  Publication(Path output, Path store) {
    this.output = output;
    this.work = store.resolve("publishing");
    this.incoming = work.resolve("new");
    this.outgoing = work.resolve("old");
  }

  /** Shows {@code wiki} in the output folder; an empty or missing folder shows nothing new. */
  void publish(Path wiki) throws IOException {
    FolderTree.delete(work);
    if (!Files.isDirectory(wiki) || isEmpty(wiki)) {
      return;
    }
    Files.createDirectories(incoming);
    linkTree(wiki, incoming);
    write(work.resolve(READY), entries(incoming));
    finish();
  }

  /**
   * Names of the files of a shown wiki that are missing in the output folder or are not as they
   * were published, sorted.
   */
  List<String> strayed(Generation shown) throws IOException {
    String prefix = Staging.WIKI + "/";
    List<String> strayed = new ArrayList<>();
    for (Map.Entry<String, Manifest.Entry> file : shown.manifest().files().entrySet()) {
      if (file.getKey().startsWith(prefix)) {
        String name = file.getKey().substring(prefix.length());
        Path there = output.resolve(name);
        // Mostly a link to the generation's own file, which needs no second reading.
        boolean same =
            Files.exists(there) && Files.isSameFile(there, shown.place().file(file.getKey()));
        if (!same && !Manifest.isAsWritten(there, file.getValue())) {
          strayed.add(name);
        }
      }
    }
    return strayed;
  }

  /** Completes a switch that was interrupted, or throws away an unfinished preparation. */
  void recover() throws IOException {
    if (Files.exists(work.resolve(READY))) {
      finish();
    } else {
      FolderTree.delete(work);
    }
  }

  private void finish() throws IOException {
    Files.createDirectories(outgoing);
    Set<String> names = new TreeSet<>(published());
    List<String> arriving = entries(incoming);
    for (String name : arriving) {
      moveAway(name);
      Files.move(incoming.resolve(name), output.resolve(name), ATOMIC_MOVE);
      names.add(name);
      note(names);
    }
    removeOthers(names);
    FolderTree.delete(work);
  }

  /** Takes away what an earlier wiki put there and this one does not have. */
  private void removeOthers(Set<String> names) throws IOException {
    List<String> wanted = names(work.resolve(READY));
    if (wanted.isEmpty()) {
      return; // not listed by an early version, or damaged
    }
    for (String name : List.copyOf(names)) {
      if (!wanted.contains(name)) {
        moveAway(name);
        names.remove(name);
        note(names);
      }
    }
  }

  private void moveAway(String name) throws IOException {
    Path shown = output.resolve(name);
    if (Files.exists(shown, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      Path old = outgoing.resolve(name);
      FolderTree.delete(old);
      Files.move(shown, old, ATOMIC_MOVE);
    }
  }

  /** Names in the output folder that earlier publications put there. */
  private List<String> published() {
    return names(work.resolveSibling(PUBLISHED));
  }

  private void note(Set<String> names) {
    write(work.resolveSibling(PUBLISHED), List.copyOf(names));
  }

  private static void write(Path list, List<String> names) {
    SealedText.write(list, LIST_MAGIC, String.join("/", names));
  }

  /** None when the list is damaged: what it named stays, which is better than what it did not. */
  private static List<String> names(Path list) {
    try {
      return SealedText.read(list, LIST_MAGIC)
          .map(names -> List.of(names.split("/")))
          .orElse(List.of());
    } catch (GenerationException e) {
      return List.of();
    }
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return new ArrayList<>(entries.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void linkTree(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Segments.link(file, to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
