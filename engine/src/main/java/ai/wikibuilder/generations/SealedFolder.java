package ai.wikibuilder.generations;

import ai.wikibuilder.generations.GenerationException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of {@link SealedText}s of one kind, each with an id. For one thread; of two processes
 * that write the same text at once the later is kept.
 */
public final class SealedFolder {
  private static final String ENDING = ".json";

  /** Letters of an id: none that is taken for another. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int ID_LENGTH = 8;
  private static final Pattern ID = Pattern.compile("[a-z0-9]{4,40}");

  private final Path folder;
  private final String magic;
  private final int countMax;
  private final RandomGenerator random;

  /**
   * @param folder is made when something is written
   * @param magic what the texts are, with the version of their format
   * @param countMax texts kept; the oldest goes when another comes
   */
  public SealedFolder(Path folder, String magic, int countMax, RandomGenerator random) {
    this.folder = folder;
    this.magic = magic;
    this.countMax = countMax;
    this.random = random;
  }

  /** An id that no text has. */
  public String newId() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return Files.exists(file(id.toString())) ? newId() : id.toString();
  }

  /**
   * Writes a text in place of an earlier one of its id.
   *
   * @throws GenerationException READ_ONLY when the disk refuses
   */
  public void write(String id, String text) {
    List<Path> files = files();
    for (int i = Files.exists(file(id)) ? countMax : countMax - 1; i < files.size(); i++) {
      delete(files.get(i));
    }
    SealedText.write(file(id), magic, text);
  }

  /**
   * Reads a text.
   *
   * @param as makes of id and text what it stands for; empty when it cannot
   * @return empty when there is none of this id
   * @throws GenerationException OUTDATED or CORRUPT
   */
  public <T> Optional<T> read(String id, BiFunction<String, String, Optional<T>> as) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    Path file = file(id);
    return SealedText.read(file, magic)
        .map(text ->
            as.apply(id, text)
                .orElseThrow(() ->
                    new GenerationException(
                        Kind.CORRUPT,
                        "%s is not what it should be; move it away to go on without it"
                            .formatted(file))));
  }

  /** Ids, the one that was written last first. */
  public List<String> ids() {
    return files().stream().map(SealedFolder::id).toList();
  }

  /** Removes a text; whether there was one. */
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
}
