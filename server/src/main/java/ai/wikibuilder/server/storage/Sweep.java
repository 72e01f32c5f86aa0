package ai.wikibuilder.server.storage;

import ai.wikibuilder.generations.FolderTree;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes folders that no row knows any more: of repositories that were deleted, with their account
 * or by themselves, and of generations that a killed worker had stored and nobody was shown. For
 * one thread; workers run it from time to time.
 *
 * <p>Ids are never used twice, so what has no row never gets one back; still a folder goes only
 * when it was seen without one twice, with {@link #GRACE} between, and nobody in this process reads
 * it: a worker stores before it publishes, and another process may still be reading. The question
 * is the system's, since folders are of all tenants.
 */
public final class Sweep {
  /** Longer than storing and publishing take, and than a request reads. */
  static final Duration GRACE = Duration.ofMinutes(15);

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final List<String> KINDS = List.of("repos", "index", "wiki");

  private final SystemTransactions system;
  private final GenerationStore store;
  private final InstantSource clock;
  private final Map<Path, Instant> seenWithoutRow = new HashMap<>();

  public Sweep(SystemTransactions system, GenerationStore store, InstantSource clock) {
    this.system = system;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Looks once over everything that is stored.
   *
   * @return folders that were removed
   */
  public int sweep() {
    List<Path> unknown = new ArrayList<>();
    for (String kind : KINDS) {
      List<Path> repositories = new ArrayList<>();
      for (Path tenant : folders(store.folders().root().resolve(kind))) {
        repositories.addAll(folders(tenant));
      }
      Set<UUID> known = known("repositories", repositories);
      List<Path> generations = new ArrayList<>();
      for (Path repository : repositories) {
        if (!known.contains(id(repository))) {
          unknown.add(repository);
        } else if (!kind.equals("repos")) {
          generations.addAll(folders(repository));
        }
      }
      Set<UUID> shown = known("generations", generations);
      generations.stream()
          .filter(generation -> !shown.contains(id(generation)))
          .forEach(unknown::add);
    }
    return remove(unknown);
  }

  private int remove(List<Path> unknown) {
    Instant now = clock.instant();
    seenWithoutRow.keySet().retainAll(new HashSet<>(unknown));
    int removed = 0;
    for (Path folder : unknown) {
      Instant first = seenWithoutRow.computeIfAbsent(folder, _ -> now);
      if (now.isBefore(first.plus(GRACE)) || store.isPinnedBelow(folder)) {
        continue;
      }
      try {
        FolderTree.delete(folder);
        seenWithoutRow.remove(folder);
        removed++;
      } catch (IOException e) {
        LOG.warn("folder not removed kind={}", e.getClass().getSimpleName());
      }
    }
    if (removed > 0) {
      LOG.info("folders removed count={}", removed);
    }
    return removed;
  }

  private Set<UUID> known(String table, List<Path> folders) {
    Set<UUID> ids = folders.stream().map(Sweep::id).collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return Set.of();
    }
    String asked = ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    return system.run(rows ->
        Set.copyOf(
            rows.sql("SELECT id FROM %s WHERE id = ANY (CAST(:ids AS uuid[]))".formatted(table))
                .param("ids", asked)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list()));
  }

  /** Folders named by an id; what is written aside has another name. */
  private static List<Path> folders(Path above) {
    if (!Files.isDirectory(above)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(above)) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("[0-9a-f-]{36}"))
          .filter(Files::isDirectory)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UUID id(Path folder) {
    return UUID.fromString(folder.getFileName().toString());
  }
}
