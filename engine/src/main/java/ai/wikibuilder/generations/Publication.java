package ai.wikibuilder.generations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
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
    Path listed = work.resolve("listed");
    Files.write(listed, entries(incoming), UTF_8);
    Files.move(listed, work.resolve(READY), ATOMIC_MOVE);
    finish();
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
    List<String> wanted = Files.readAllLines(work.resolve(READY));
    if (wanted.isEmpty()) {
      return; // noted by a version that did not list them
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
  private List<String> published() throws IOException {
    Path list = work.resolveSibling(PUBLISHED);
    return Files.exists(list) ? Files.readAllLines(list) : List.of();
  }

  private void note(Set<String> names) throws IOException {
    Path list = work.resolveSibling(PUBLISHED);
    Path next = work.resolve(PUBLISHED);
    Files.write(next, names, UTF_8);
    Files.move(next, list, ATOMIC_MOVE, REPLACE_EXISTING);
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
