package ai.wikibuilder.generations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import ai.wikibuilder.generations.GenerationException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The generations of one output folder.
 *
 * <p>Layout below the output folder: {@code .aiwiki/format} (says that the folder is ours), {@code
 * repo.lock}, {@code generations/<id>/}, {@code current} (the id that is shown), {@code staging/}
 * (unfinished work), {@code publishing/} and {@code published} (see {@link Publication}), and what
 * others keep beside the generations ({@link #folder}). Not safe for several threads; several
 * processes are kept apart by {@link #lock()}.
 */
public final class GenerationStore {
  /** How many generations are kept, the current one included (ARCHITECTURE, Command line). */
  private static final int KEPT_MAX = 5;

  private static final String FOLDER = ".aiwiki";
  private static final String FORMAT = "aiwiki-output 1\n";
  private static final String CURRENT_MAGIC = "aiwiki-current 1";

  private final Path output;
  private final Path store;
  private boolean begunHere;

  private GenerationStore(Path output) {
    this.output = output;
    this.store = output.resolve(FOLDER);
  }

  /**
   * Opens the store of an output folder that a build wrote.
   *
   * @throws GenerationException of kind {@code NOT_FOUND} when there is none
   */
  public static GenerationStore existing(Path output) {
    GenerationStore found = new GenerationStore(output);
    if (!Files.exists(found.formatFile())) {
      throw new GenerationException(
          Kind.NOT_FOUND,
          "no wiki of ours in "
              + output
              + "; make one with: aiwiki build <url or folder> --out "
              + output);
    }
    try {
      if (!found.isFormatWhole()) {
        throw new GenerationException(
            Kind.CORRUPT, found.formatFile() + " is damaged; build again");
      }
      return found;
    } catch (IOException e) {
      throw new GenerationException(
          Kind.CORRUPT, found.formatFile() + " cannot be read; build again", e);
    }
  }

  /**
   * Opens the store of a folder to be written; makes the folder when it does not exist.
   *
   * @throws GenerationException of kind {@code NOT_OURS} for a folder with other content, {@code
   *     READ_ONLY} for one that may not be written, {@code OUTDATED} for another version's
   */
  public static GenerationStore forWriting(Path output) {
    GenerationStore opened = new GenerationStore(output);
    try {
      if (Files.exists(opened.formatFile())) {
        if (!opened.isFormatWhole()) {
          opened.writeFormat();
        }
      } else {
        opened.begin();
      }
      return opened;
    } catch (IOException e) {
      throw writeFailure(output, e);
    }
  }

  private void begin() throws IOException {
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw new GenerationException(
          Kind.NOT_OURS, output + " is not a folder; name another one with --out");
    }
    boolean ours = Files.isDirectory(generations()); // and lost its format
    if (Files.isDirectory(output) && !ours) {
      try (Stream<Path> entries = Files.list(output)) {
        Optional<Path> foreign = entries.findFirst();
        if (foreign.isPresent()) {
          throw new GenerationException(
              Kind.NOT_OURS,
              "%s is not empty and was not written by aiwiki (it has %s, for example); name another folder with --out"
                  .formatted(output, foreign.get().getFileName()));
        }
      }
    }
    begunHere = !ours;
    Files.createDirectories(store);
    writeFormat();
  }

  /** Takes the folder away again when it was made by this store and nothing was published in it. */
  public void removeIfNothingWasBuilt() {
    boolean keeps = Files.exists(store.resolve("current")) || Files.exists(pagesFolder());
    if (!begunHere || keeps) {
      return;
    }
    try {
      FolderTree.delete(store);
      try (Stream<Path> entries = Files.list(output)) {
        if (entries.findAny().isPresent()) {
          return;
        }
      }
      Files.delete(output);
    } catch (IOException e) {
      throw writeFailure(output, e);
    }
  }

  /** Where finished pages of models are kept; made by whoever keeps the first. */
  public Path pagesFolder() {
    return store.resolve("pages");
  }

  private Path formatFile() {
    return store.resolve("format");
  }

  /** The format with its checksum, so that damage is not taken for another version. */
  private void writeFormat() throws IOException {
    Files.writeString(formatFile(), FORMAT + SealedText.digest(FORMAT) + "\n");
  }

  /**
   * Whether the format is written as it should be.
   *
   * @throws GenerationException of kind {@code OUTDATED} for another version's
   */
  private boolean isFormatWhole() throws IOException {
    String text = Files.readString(formatFile(), ISO_8859_1);
    String line = text.substring(0, text.indexOf('\n') + 1);
    boolean sealed = text.equals(line + SealedText.digest(line) + "\n");
    if (sealed && !line.equals(FORMAT)) {
      throw new GenerationException(
          Kind.OUTDATED,
          output
              + " was written by another version of aiwiki; build into another folder with --out");
    }
    return sealed || text.equals(FORMAT); // without checksum: by the first versions
  }

  /**
   * Takes the right to write, and clears up what an interrupted build left.
   *
   * @throws GenerationException of kind {@code LOCKED} when another process has it
   */
  public OutputLock lock() {
    OutputLock lock = OutputLock.take(store.resolve(LockFile.NAME));
    try {
      FolderTree.delete(store.resolve("staging"));
      new Publication(output, store).recover();
      return lock;
    } catch (IOException e) {
      lock.close();
      throw writeFailure(output, e);
    }
  }

  /**
   * The generation that is shown, empty when there is none yet.
   *
   * @throws GenerationException of kind {@code CORRUPT} or {@code OUTDATED} when there is one that
   *     cannot be used
   */
  public Optional<Generation> current() {
    return shownId().map(id -> Generation.open(generations().resolve(id)));
  }

  private Optional<String> shownId() {
    Path pointer = store.resolve("current");
    try {
      if (Files.exists(pointer)) {
        String text = Files.readString(pointer, ISO_8859_1);
        if (text.matches("\\d{6}-[0-9a-f]{1,12}\n")) {
          return Optional.of(text.strip()); // without checksum: by the first versions
        }
      }
      return SealedText.read(pointer, CURRENT_MAGIC);
    } catch (IOException | GenerationException e) {
      throw new GenerationException(Kind.CORRUPT, pointer + " is damaged; build again", e);
    }
  }

  /**
   * A generation that is kept, by its number or the beginning of its commit or tree id.
   *
   * @throws GenerationException of kind {@code NOT_FOUND} that names those that are kept
   */
  public Generation kept(String name) {
    try {
      List<String> ids = new ArrayList<>();
      for (Path folder : all()) {
        String id = folder.getFileName().toString();
        Generation generation = Generation.open(folder);
        String commit = generation.properties().getOrDefault("snapshot.commit", "");
        boolean number =
            name.matches("\\d{1,6}")
                && Integer.parseInt(name) == Integer.parseInt(id.substring(0, 6));
        boolean hash = name.length() >= 4 && (commit.startsWith(name) || id.endsWith(name));
        if (number || hash || id.equals(name)) {
          return generation;
        }
        generation.close();
        String shortCommit = commit.substring(0, Math.min(7, commit.length()));
        ids.add(Integer.parseInt(id.substring(0, 6)) + " (" + shortCommit + ")");
      }
      throw new GenerationException(
          Kind.NOT_FOUND,
          "expected one of the builds that are kept, %s; got %s"
              .formatted(String.join(", ", ids), name));
    } catch (IOException e) {
      throw new GenerationException(Kind.CORRUPT, generations() + " cannot be read", e);
    }
  }

  /**
   * The newest of those kept that is wanted; empty when none is. Such as cannot be opened are
   * passed over.
   */
  public Optional<Generation> newest(Predicate<Generation> wanted) {
    try {
      for (Path folder : all().reversed()) {
        Optional<Generation> generation = openable(folder);
        if (generation.filter(wanted).isPresent()) {
          return generation;
        }
        generation.ifPresent(Generation::close);
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new GenerationException(Kind.CORRUPT, generations() + " cannot be read", e);
    }
  }

  private static Optional<Generation> openable(Path folder) {
    try {
      return Optional.of(Generation.open(folder));
    } catch (GenerationException e) {
      return Optional.empty();
    }
  }

  /**
   * Shows a kept generation again: its wiki stands in the output folder, and it is the current one.
   */
  public void show(Generation kept) {
    try {
      show(kept.id());
    } catch (IOException e) {
      throw writeFailure(output, e);
    }
  }

  private void show(String id) throws IOException {
    // The wiki first: dying between the two leaves an older `current`, and the next build, which
    // compares with that, does the work again.
    new Publication(output, store).publish(generations().resolve(id).resolve(Staging.WIKI));
    SealedText.write(store.resolve("current"), CURRENT_MAGIC, id);
  }

  /**
   * Names of the files of a shown wiki that are missing in the output folder or are not as they
   * were published, sorted; none for an index alone.
   */
  public List<String> strayed(Generation shown) {
    try {
      return new Publication(output, store).strayed(shown);
    } catch (IOException e) {
      throw new GenerationException(Kind.CORRUPT, output + " cannot be read; build again", e);
    }
  }

  /** Starts a new generation; what it can take over comes from {@code previous}. */
  public Staging begin(Optional<Generation> previous) {
    try {
      return Staging.begin(store.resolve("staging").resolve("next"), previous);
    } catch (IOException e) {
      throw writeFailure(output, e);
    }
  }

  /**
   * Finishes a generation and shows it. Until the last step the earlier one stays as it was.
   *
   * @param files as {@link Staging#adopt} returned them, sorted by path
   * @return the id of the new generation
   */
  public String publish(
      Staging staging, String treeId, List<StoredFile> files, Map<String, String> properties) {
    staging.seal(files, properties);
    try {
      String id =
          "%06d-%s".formatted(lastNumber() + 1, treeId.substring(0, Math.min(12, treeId.length())));
      Files.createDirectories(generations());
      Path folder = generations().resolve(id);
      Files.move(staging.folder(), folder, ATOMIC_MOVE);
      show(id);
      prune(id);
      return id;
    } catch (IOException e) {
      throw writeFailure(output, e);
    }
  }

  /** The folder {@code .aiwiki}, for what belongs to the output and to no single generation. */
  public Path folder() {
    return store;
  }

  private Path generations() {
    return store.resolve("generations");
  }

  private int lastNumber() throws IOException {
    return all().stream()
        .mapToInt(folder -> Integer.parseInt(folder.getFileName().toString().substring(0, 6)))
        .max()
        .orElse(0);
  }

  /** Folders of all generations, oldest first. */
  private List<Path> all() throws IOException {
    if (!Files.isDirectory(generations())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(generations())) {
      return folders
          .filter(folder -> folder.getFileName().toString().matches("\\d{6}-.*"))
          .sorted(Comparator.comparing(folder -> folder.getFileName().toString()))
          .toList();
    }
  }

  private void prune(String current) throws IOException {
    List<Path> all = all();
    for (Path old : all.subList(0, Math.max(0, all.size() - KEPT_MAX))) {
      if (!old.getFileName().toString().equals(current)) {
        FolderTree.delete(old);
      }
    }
  }

  static GenerationException writeFailure(Path where, IOException cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof AccessDeniedException || message.contains("Read-only")) {
      return new GenerationException(
          Kind.READ_ONLY, where + " may not be written; name another folder with --out", cause);
    }
    if (message.matches("(?s).*(No space left|Disk quota|File too large).*")) {
      return new GenerationException(
          Kind.DISK_FULL,
          "no space left for %s (%s); free some, or name another folder with --out"
              .formatted(where, message),
          cause);
    }
    return new GenerationException(Kind.READ_ONLY, "cannot write " + where + ": " + message, cause);
  }
}
