package ai.wikibuilder.answers.conversations;

import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.generations.GenerationException.Kind;
import ai.wikibuilder.generations.SealedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the conversations about one wiki in {@code .aiwiki/conversations}, one file each. For one
 * thread; two commands that continue the same conversation at once keep the turn of the later.
 */
public final class ConversationStore {
  /** Conversations of one wiki; the oldest goes when another begins. */
  private static final int COUNT_MAX = 1_000;

  private static final String MAGIC = "aiwiki.conversation 1";
  private static final String ENDING = ".json";
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int ID_LENGTH = 8;
  private static final Pattern ID = Pattern.compile("[a-z0-9]{4,40}");

  private final Path folder;
  private final RandomGenerator random;

  /**
   * @param store the folder {@code .aiwiki} of the output
   * @param random makes ids
   */
  public ConversationStore(Path store, RandomGenerator random) {
    this.folder = store.resolve("conversations");
    this.random = random;
  }

  /**
   * Keeps a conversation.
   *
   * @return the same, with its id
   * @throws GenerationException READ_ONLY when the disk refuses
   */
  public Conversation keep(Conversation conversation) {
    boolean isNew = conversation.id().isEmpty();
    Conversation kept =
        isNew ? new Conversation(id(), conversation.turns(), conversation.summary()) : conversation;
    if (isNew) {
      makeRoom();
    }
    SealedText.write(file(kept.id()), MAGIC, ConversationText.json(kept));
    return kept;
  }

  private void makeRoom() {
    List<Path> files = files();
    for (int i = COUNT_MAX - 1; i < files.size(); i++) {
      delete(files.get(i));
    }
  }

  /**
   * A conversation; empty when there is none of this id.
   *
   * @throws GenerationException when it is damaged or of another version
   */
  public Optional<Conversation> find(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    Path file = file(id);
    return SealedText.read(file, MAGIC)
        .map(text ->
            ConversationText.read(id, text)
                .orElseThrow(() ->
                    new GenerationException(
                        Kind.CORRUPT,
                        "%s is no conversation; move it away to go on without it"
                            .formatted(file))));
  }

  /** Ids, the one that was continued last first. */
  public List<String> ids() {
    return files().stream().map(ConversationStore::id).toList();
  }

  /** The one that was continued last. */
  public Optional<Conversation> latest() {
    return ids().stream().findFirst().flatMap(this::find);
  }

  /** Removes a conversation; whether there was one. */
  public boolean remove(String id) {
    return ID.matcher(id).matches() && delete(file(id));
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new GenerationException(
          Kind.READ_ONLY, "cannot remove %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    record Aged(Path file, long time) {}
    List<Aged> aged = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(ENDING)).toList()) {
        aged.add(new Aged(file, Files.getLastModifiedTime(file).toMillis()));
      }
    } catch (IOException e) {
      throw new GenerationException(
          Kind.CORRUPT, "cannot list %s: %s".formatted(folder, e.getMessage()), e);
    }
    aged.sort(
        Comparator.comparingLong((Aged one) -> -one.time())
            .thenComparing(one -> one.file().toString()));
    return aged.stream().map(Aged::file).toList();
  }

  private Path file(String id) {
    return folder.resolve(id + ENDING);
  }

  private static String id(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }

  private String id() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
