package ai.wikibuilder.benchmarks;

import ai.wikibuilder.facts.Language;
import ai.wikibuilder.facts.Languages;
import ai.wikibuilder.facts.treesitter.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All measurements of one repository, one after another on an otherwise idle machine. */
final class RepositoryBenchmark {
  private static final int RUNS = 3;

  /** Files that the "next commit" touches. */
  private static final int CHANGED_FILES = 5;

  private final Path root;
  private final Path scratch;
  private final Path repository;
  private final Path work;
  private final Path output;
  private final List<String> rows = new ArrayList<>();

  RepositoryBenchmark(Path root, Path scratch, Path repository) {
    this.root = root;
    this.scratch = scratch;
    this.repository = repository;
    this.work = scratch.resolve("work");
    this.output = scratch.resolve("out");
  }

  /** Measures, and gives a section of the document. */
  String section() throws IOException {
    Benchmarks.delete(work);
    run("git", "clone", "-q", "--depth", "1", "file://" + repository, work.toString());

    build("index", Map.of(), "--index-only");
    List<String> peers = new PeersBenchmark(scratch, work, output).rows();
    Path bundled =
        new NativeLibraries(scratch.resolve("natives"), Optional.empty()).bundledCore().path();
    build("index, bundled core", Map.of("AIWIKI_PARSER_CORE", bundled.toString()), "--index-only");
    rows.addAll(peers);
    String summary = build("whole wiki", Map.of());
    sameCommit();
    nextCommit();
    rows.addAll(new FetchBenchmark(scratch, repository).rows());
    rows.addAll(new SearchBenchmark(root, output).rows());
    return "## %s\n\n%s\n\n| What | Median | MB/s | Peak memory | Beside it |\n|---|---|---|---|---|\n%s\n"
        .formatted(name(), summary, String.join("\n", rows));
  }

  /** The last part of the path that says something: bare repositories are often called repo. */
  private String name() {
    String last = "";
    for (Path part : repository.toAbsolutePath().normalize()) {
      String name = part.toString();
      last = name.equals("repo") || name.equals(".git") ? last : name.replace('+', '/');
    }
    return last;
  }

  /** Fresh builds; gives a sentence on the repository. */
  private String build(String what, Map<String, String> environment, String... more)
      throws IOException {
    double[] seconds = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      Benchmarks.delete(output);
      seconds[i] = MeasuredProcess.run(command(more), environment).seconds();
    }
    Benchmarks.delete(output);
    MeasuredProcess watched = MeasuredProcess.sampled(command(more), environment);
    long peak = watched.peakBytes();
    String result = watched.output();
    double median = new Samples(seconds).median();
    double megabytes = number(result, "bytes") / 1e6;
    add(
        new Row(
            what,
            median,
            String.format(Locale.ROOT, "%.1f", megabytes / median),
            peak,
            stages(result)));
    return String.format(
        Locale.ROOT,
        "%,.0f files, %.1f MB of text in the index, %,.0f symbols, %,.0f edges, %,.0f chunks.",
        number(result, "files"),
        megabytes,
        number(result, "symbols"),
        number(result, "edges"),
        number(result, "chunks"));
  }

  private void sameCommit() {
    MeasuredProcess process = MeasuredProcess.run(command(), Map.of());
    add(
        new Row(
            "same commit again", process.seconds(), "", process.peakBytes(), "nothing is done"));
  }

  private void nextCommit() throws IOException {
    for (boolean indexOnly : new boolean[] {true, false}) {
      double[] seconds = new double[RUNS];
      for (int i = 0; i < RUNS; i++) {
        change();
        List<String> command = indexOnly ? command("--index-only") : command();
        seconds[i] = MeasuredProcess.run(command, Map.of()).seconds();
      }
      String what = indexOnly ? "next commit searchable" : "next commit, whole wiki";
      add(new Row(what, new Samples(seconds).median(), "", 0, CHANGED_FILES + " files changed"));
    }
  }

  /** Adds a line to a few source files and commits. */
  private void change() throws IOException {
    Languages languages = Languages.load();
    List<Path> sources;
    try (Stream<Path> all = Files.walk(work)) {
      sources =
          all.filter(file ->
                  Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                      && !file.startsWith(work.resolve(".git"))
                      && languages.lookup(file.toString()).filter(Language::parsed).isPresent())
              .sorted()
              .toList();
    }
    for (int i = 0; i < CHANGED_FILES; i++) {
      Path file = sources.get(sources.size() * i / CHANGED_FILES);
      Files.writeString(file, "\n", StandardOpenOption.APPEND); // a comment in no language
    }
    run("git", "-C", work.toString(), "add", "-A");
    run(
        "git",
        "-C",
        work.toString(),
        "-c",
        "user.name=T",
        "-c",
        "user.email=t@example.org",
        "commit",
        "-q",
        "-m",
        "next");
  }

  private List<String> command(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(root.resolve("aiwiki").toString(), "build", work.toString(), "--json", "-q"));
    command.addAll(List.of("--out", output.toString()));
    command.addAll(List.of(more));
    return command;
  }

  static MeasuredProcess run(String... command) {
    return MeasuredProcess.run(List.of(command), Map.of());
  }

  private void add(Row row) {
    rows.add(row.toString());
  }

  private static String stages(String json) {
    Matcher stages = Pattern.compile("\"stageSeconds\":\\{([^}]*)}").matcher(json);
    return stages.find()
        ? stages.group(1).replace("\"", "").replace(":", " ").replace(",", ", ")
        : "";
  }

  private static double number(String json, String name) {
    Matcher number = Pattern.compile("\"" + name + "\":([0-9.]+)").matcher(json);
    if (!number.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return Double.parseDouble(number.group(1));
  }
}
