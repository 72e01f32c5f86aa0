package ai.wikibuilder.benchmarks;

import ai.wikibuilder.source.ReadOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much of real repositories is masked as a secret. Nobody can say without reading which of it
 * is none, so the document counts all of it, which the false ones cannot exceed, and names the
 * files to look into.
 */
final class SecretsBenchmark {
  private static final double LINES = 10_000.0;

  private final List<String> rows = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private long lineCount;
  private long maskCount;

  private SecretsBenchmark() {}

  /** Arguments: the project's folder, then folders with git. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    SecretsBenchmark benchmark = new SecretsBenchmark();
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      benchmark.count(Path.of(folder));
    }
    Files.writeString(root.resolve("docs/masked-secrets.md"), benchmark.document(root));
  }

  private void count(Path folder) {
    Map<String, ReadOutcome.Text> texts = SelectedTexts.readMasked(folder);
    long lines = texts.values().stream().mapToLong(read -> read.text().lineCount()).sum();
    long masks = texts.values().stream().mapToLong(ReadOutcome.Text::maskedSecretCount).sum();
    lineCount += lines;
    maskCount += masks;
    String name = SelectedTexts.name(folder);
    String commit = SelectedTexts.commit(folder).substring(0, 10);
    rows.add(row("%s %s".formatted(name, commit), lines, masks));
    texts.forEach((path, read) -> {
      if (read.maskedSecretCount() > 0) {
        places.add("- %s `%s`: %d".formatted(name, path, read.maskedSecretCount()));
      }
    });
  }

  private String document(Path root) throws IOException {
    return """
    # Masked secrets in real repositories

    Made by `benchmarks/run secrets FOLDER...`: what a build masks in the texts it keeps. Counted is every mask, also
    those of true keys, of which repositories have many in their tests and examples; masks of what is no secret are
    fewer than that. Asked is less than one false mask in 10,000 lines. That planted secrets of all kinds are masked is
    a test (`SecretMaskTest`, `SecretsTest`).

    %s

    | Repository | Lines | Masks | In 10,000 lines |
    |---|---|---|---|
    %s
    %s

    ## Where

    %s
    """
        .formatted(
            Machine.sentence(root),
            String.join("\n", rows),
            row("all", lineCount, maskCount),
            String.join("\n", places));
  }

  private static String row(String name, long lines, long masks) {
    return String.format(
        Locale.ROOT, "| %s | %,d | %d | %.2f |", name, lines, masks, masks * LINES / lines);
  }
}
