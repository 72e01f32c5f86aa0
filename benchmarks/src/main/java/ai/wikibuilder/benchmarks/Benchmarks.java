package ai.wikibuilder.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs all measurements on the repositories that are named, and writes the tables. */
public final class Benchmarks {
  private Benchmarks() {}

  /** Arguments: the project's folder, then the folders of the repositories. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    PeersBenchmark.require();
    Path document = root.resolve("docs/benchmarks.md");
    StringBuilder tables = new StringBuilder(heading(root));
    Path scratch = Files.createTempDirectory("benchmarks");
    try {
      for (String folder : List.of(arguments).subList(1, arguments.length)) {
        System.err.println("measuring " + folder);
        tables.append(new RepositoryBenchmark(root, scratch, Path.of(folder)).section());
        tables.append('\n');
        Files.writeString(document, tables); // after each: a later one may fail
      }
    } finally {
      delete(scratch);
    }
    System.err.println("written: " + document);
  }

  private static String heading(Path root) throws IOException {
    return """
    # Benchmarks

    Made by `benchmarks/run FOLDER...`. Whole processes, measured from outside: wall clock from start to end, and the
    largest sum of the proportional set sizes of the process and its children. Medians of three runs, each into a new
    folder with a warm page cache, unless said otherwise; ctags and cindex run on the same files. Latencies are measured
    in a warm process, over %d queries made from the repository's own names and doc comments.

    %s

    """
        .formatted(SearchBenchmark.QUERY_COUNT, Machine.sentence(root));
  }

  /** Deletes a folder with all that is in it; nothing happens when there is none. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
