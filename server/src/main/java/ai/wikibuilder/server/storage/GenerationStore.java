package ai.wikibuilder.server.storage;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import java.nio.file.Path;

/**
 * Generations in folders that every process of the installation sees. Threads may share it; pages,
 * questions and builds call it.
 */
public final class GenerationStore {
  private final Repositories repositories;
  private final StorageFolders folders;
  private final Accesses accesses;
  private final OpenGenerations open = new OpenGenerations();

  GenerationStore(Repositories repositories, StorageFolders folders, Accesses accesses) {
    this.repositories = repositories;
    this.accesses = accesses;
    this.folders = folders;
  }

  /**
   * The generation that readers of a repository are shown now. Close it soon: its files are kept
   * for it.
   *
   * @throws ai.wikibuilder.server.tenants.TenantException NOT_FOUND when the tenant has no such
   *     repository
   * @throws StorageException NOT_BUILT, DAMAGED
   */
  public PinnedGeneration open(TenantId tenant, RepositoryId id) {
    Repository repository = repositories.find(tenant, id);
    return StoredAt.shown(repository)
        .map(at -> read(repository, at))
        .orElseThrow(() ->
            new StorageException(
                StorageException.Kind.NOT_BUILT,
                "There is no wiki of this repository yet. Ask for one with POST /api/generate."));
  }

  private PinnedGeneration read(Repository repository, StoredAt at) {
    PinnedGeneration opened = open(at);
    accesses.note(repository.id());
    repository.shared().ifPresent(accesses::note);
    return opened;
  }

  /**
   * One generation, current or not.
   *
   * @throws StorageException DAMAGED, also when it is not there
   */
  public PinnedGeneration open(StoredAt at) {
    try {
      return open.pin(at, folders.of(at));
    } catch (GenerationException e) {
      throw new StorageException(
          StorageException.Kind.DAMAGED,
          "Generation %s of this repository is damaged; the next build makes it anew."
              .formatted(at.generation()),
          e);
    }
  }

  /**
   * Whether a generation is there, each file as its checksum says.
   *
   * @throws StorageException DAMAGED naming the generation
   */
  public void verify(StoredAt at) {
    try (PinnedGeneration pinned = open(at)) {
      pinned.generation().verify();
    } catch (GenerationException e) {
      open.forget(at);
      throw new StorageException(
          StorageException.Kind.DAMAGED,
          "Generation %s of this repository is damaged; the next build makes it anew."
              .formatted(at.generation()),
          e);
    }
  }

  /**
   * What the last build left in the working folder of a repository.
   *
   * @throws GenerationException of any kind, when there is none or it cannot be used
   */
  public Generation built(TenantId tenant, RepositoryId repository) {
    return ai.wikibuilder.generations.GenerationStore.existing(folders.work(tenant, repository))
        .current()
        .orElseThrow(() ->
            new GenerationException(
                GenerationException.Kind.NOT_FOUND, "the build left no generation"));
  }

  /**
   * Keeps a finished generation under an id that nobody reads yet. Dying in the middle leaves
   * nothing that could be opened.
   *
   * @throws StorageException UNWRITABLE
   */
  public void keep(StoredAt at, Generation generation) {
    try {
      folders.of(at).receive(generation);
    } catch (GenerationException e) {
      throw unwritable(e);
    }
  }

  /** Takes away what nobody was shown, such as what lost the race to be published. */
  public void discard(StoredAt at) {
    try {
      folders.of(at).remove();
    } catch (GenerationException e) {
      throw unwritable(e);
    }
  }

  /** Whether somebody in this process reads something in the folder. */
  boolean isPinnedBelow(Path folder) {
    return open.pinned().stream()
        .map(folders::of)
        .anyMatch(place -> place.folder().startsWith(folder) || place.wiki().startsWith(folder));
  }

  /** Where things are. */
  public StorageFolders folders() {
    return folders;
  }

  private static StorageException unwritable(GenerationException cause) {
    return new StorageException(
        StorageException.Kind.UNWRITABLE,
        "The storage of this installation takes nothing more; its operator has to look at it.",
        cause);
  }
}
