package ai.wikibuilder.answers.research;

import ai.wikibuilder.generations.SealedFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps the researches about one wiki in {@code .aiwiki/research}, one file each, replaced after
 * each step. For one thread.
 */
public final class ResearchStore {
  /** Researches of one wiki; the oldest goes when another begins. */
  private static final int COUNT_MAX = 200;

  private final SealedFolder folder;

  /**
   * @param store the folder {@code .aiwiki} of the output
   * @param random makes ids
   */
  public ResearchStore(Path store, RandomGenerator random) {
    this.folder =
        new SealedFolder(store.resolve("research"), "aiwiki.research 1", COUNT_MAX, random);
  }

  /** An id that no run has. */
  public String newId() {
    return folder.newId();
  }

  /**
   * Keeps a run in place of an earlier state of it.
   *
   * @throws ai.wikibuilder.generations.GenerationException READ_ONLY when the disk refuses
   */
  public void keep(ResearchRun run) {
    folder.write(run.id(), ResearchText.json(run));
  }

  /**
   * A run; empty when there is none of this id.
   *
   * @throws ai.wikibuilder.generations.GenerationException when it is damaged or of another version
   */
  public Optional<ResearchRun> find(String id) {
    return folder.read(id, ResearchText::read);
  }

  /** Ids, the one that was gone on with last first. */
  public List<String> ids() {
    return folder.ids();
  }

  /** Removes a run; whether there was one. */
  public boolean remove(String id) {
    return folder.remove(id);
  }
}
