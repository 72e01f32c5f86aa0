package ai.wikibuilder.benchmarks.ranking.questions;

import ai.wikibuilder.benchmarks.MeasuredProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the history of a repository by calling git. May be shared by threads. */
public final class History {
  private final Path repository;

  /** {@code repository}: a work tree or a bare repository. */
  public History(Path repository) {
    this.repository = repository;
  }

  /**
   * The full id of a commit.
   *
   * @throws IllegalStateException when there is no such commit, like the other methods
   */
  public String resolve(String reference) {
    return git("rev-parse", "--verify", reference + "^{commit}").strip();
  }

  /** A commit and its first parents, newest first. */
  public List<String> mainLine(String commit) {
    return git("rev-list", "--first-parent", commit).lines().toList();
  }

  /** Commits that {@code to} has and {@code from} has not, without merges, newest first. */
  public List<Commit> between(String from, String to) {
    String log =
        git(
            "-c",
            "core.quotepath=off",
            "log",
            "--no-merges",
            "--no-renames",
            "--name-only",
            "--format=%x1e%H%x1f%B%x1f",
            from + ".." + to);
    List<Commit> commits = new ArrayList<>();
    for (String record : log.split("\u001e", -1)) {
      String[] parts = record.split("\u001f", -1);
      if (parts.length == 3) {
        commits.add(
            new Commit(
                parts[0], parts[1], parts[2].lines().filter(line -> !line.isEmpty()).toList()));
      }
    }
    return commits;
  }

  /** Paths of all files at a commit, sorted. */
  public Set<String> files(String commit) {
    return new TreeSet<>(
        git("-c", "core.quotepath=off", "ls-tree", "-r", "--name-only", commit).lines().toList());
  }

  private String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(arguments));
    return MeasuredProcess.run(command, Map.of()).output();
  }
}
