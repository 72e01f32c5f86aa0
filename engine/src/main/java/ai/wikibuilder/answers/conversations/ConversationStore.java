package ai.wikibuilder.answers.conversations;

import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.generations.SealedFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps the conversations about one wiki in {@code .aiwiki/conversations}, one file each. For one
 * thread; two commands that continue the same conversation at once keep the turn of the later.
 */
public final class ConversationStore {
  /** Conversations of one wiki; the oldest goes when another begins. */
  private static final int COUNT_MAX = 1_000;

  private final SealedFolder folder;

  /**
   * @param store the folder {@code .aiwiki} of the output
   * @param random makes ids
   */
  public ConversationStore(Path store, RandomGenerator random) {
    this.folder =
        new SealedFolder(
            store.resolve("conversations"), "aiwiki.conversation 1", COUNT_MAX, random);
  }

  /**
   * Keeps a conversation.
   *
   * @return the same, with its id
   * @throws GenerationException READ_ONLY when the disk refuses
   */
  public Conversation keep(Conversation conversation) {
    Conversation kept =
        conversation.id().isEmpty()
            ? new Conversation(folder.newId(), conversation.turns(), conversation.summary())
            : conversation;
    folder.write(kept.id(), ConversationText.json(kept));
    return kept;
  }

  /**
   * A conversation; empty when there is none of this id.
   *
   * @throws GenerationException when it is damaged or of another version
   */
  public Optional<Conversation> find(String id) {
    return folder.read(id, ConversationText::read);
  }

  /** Ids, the one that was continued last first. */
  public List<String> ids() {
    return folder.ids();
  }

  /** The one that was continued last. */
  public Optional<Conversation> latest() {
    return ids().stream().findFirst().flatMap(this::find);
  }

  /** Removes a conversation; whether there was one. */
  public boolean remove(String id) {
    return folder.remove(id);
  }
}
