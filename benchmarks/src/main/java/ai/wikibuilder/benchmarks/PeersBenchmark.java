package ai.wikibuilder.benchmarks;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.generations.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two indexers that people have at hand, on the very files the product keeps: ctags knows
 * definitions and no references, cindex finds strings and knows no code. And what each leaves on
 * disk.
 */
final class PeersBenchmark {
  private static final int RUNS = 3;

  private static final String INDEX = "codesearch.index";
  private static final String TAGS = "tags";

  private final Path scratch;
  private final Path work;
  private final Path output;

  /**
   * @param work the files of the repository
   * @param output a finished build of them
   */
  PeersBenchmark(Path scratch, Path work, Path output) {
    this.scratch = scratch;
    this.work = work;
    this.output = output;
  }

  /** Says by name which peer is missing, before anything was measured. */
  static void require() {
    String hint = " is not on the PATH; Debian, Ubuntu: apt-get install ";
    if (!MeasuredProcess.isInstalled("ctags", "--version")) {
      throw new IllegalStateException("ctags" + hint + "universal-ctags");
    }
    if (!MeasuredProcess.isInstalled("cindex", "-help")) {
      throw new IllegalStateException("cindex" + hint + "codesearch");
    }
  }

  List<String> rows() throws IOException {
    Path kept = scratch.resolve("kept");
    Benchmarks.delete(kept);
    long bytes = 0;
    List<String> rows = new ArrayList<>();
    try (Generation generation = GenerationStore.existing(output).current().orElseThrow()) {
      for (StoredFile file : generation.files()) {
        if (file.text().isPresent()) {
          Path copy = kept.resolve(file.path());
          Files.createDirectories(copy.getParent());
          Files.copy(work.resolve(file.path()), copy);
          bytes += Files.size(copy);
        }
      }
      rows.add(
          "| on disk | | | | index %s, stored texts and facts %s of the source |"
              .formatted(
                  share(size(generation.indexFolder()), bytes),
                  share(size(generation.folder()) - size(generation.indexFolder()), bytes)));
    }
    Path tags = scratch.resolve(TAGS);
    rows.add(
        row(
            "ctags, definitions alone",
            List.of("ctags", "-R", "-f", tags.toString(), kept.toString()),
            tags,
            bytes));
    rows.add(
        row(
            "cindex, trigrams alone",
            List.of("cindex", "-reset", kept.toString()),
            scratch.resolve(INDEX),
            bytes));
    return rows;
  }

  private String row(String what, List<String> command, Path result, long bytes)
      throws IOException {
    Map<String, String> environment = Map.of("CSEARCHINDEX", scratch.resolve(INDEX).toString());
    double[] seconds = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      Files.deleteIfExists(result);
      seconds[i] = MeasuredProcess.run(command, environment).seconds();
    }
    Files.deleteIfExists(result);
    long peak = MeasuredProcess.sampled(command, environment).peakBytes();
    double median = new Samples(seconds).median();
    return new Row(
            what,
            median,
            String.format(Locale.ROOT, "%.1f", bytes / 1e6 / median),
            peak,
            "on disk " + share(Files.size(result), bytes) + " of the source")
        .toString();
  }

  private static String share(long part, long whole) {
    return String.format(Locale.ROOT, "%.0f %%", 100.0 * part / whole);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
