package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A bare repository that tests fill with the real git. */
public final class GitWorkbench {
  private final Path bare;
  private final Path work;

  private GitWorkbench(Path bare, Path work) {
    this.bare = bare;
    this.work = work;
  }

  /** Makes {@code <folder>/<name>} and a work tree beside it. */
  public static GitWorkbench in(Path folder, String name) throws IOException {
    Path bare = folder.resolve(name);
    Path work = folder.resolveSibling(folder.getFileName() + "-work-" + name.replace('/', '-'));
    GitWorkbench made = new GitWorkbench(bare, work);
    Files.createDirectories(bare);
    Files.createDirectories(work);
    made.git(bare, "init", "-q", "--bare", "-b", "main", ".");
    made.git(work, "init", "-q", "-b", "main", ".");
    made.git(work, "remote", "add", "origin", bare.toAbsolutePath().toString());
    return made;
  }

  public GitWorkbench write(String path, String content) throws IOException {
    return write(path, content.getBytes(UTF_8));
  }

  public GitWorkbench write(String path, byte[] content) throws IOException {
    Path file = work.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  /** Commits everything and pushes every branch and tag; gives the commit's id. */
  public String commit(String message) throws IOException {
    git(work, "add", "-A");
    git(work, "commit", "-q", "--allow-empty", "-m", message);
    return push();
  }

  /** Pushes every branch and tag; gives the id of what is checked out. */
  public String push() throws IOException {
    git(work, "push", "-q", "--force", "--all", "origin");
    git(work, "push", "-q", "--force", "--tags", "origin");
    return run("rev-parse", "HEAD");
  }

  /** Runs git in the work tree; gives its output without the last line break. */
  public String run(String... arguments) throws IOException {
    return git(work, arguments);
  }

  public Path bare() {
    return bare;
  }

  private String git(Path folder, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.com", "-c"));
    command.add("init.templateDir=");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    Process git = builder.redirectErrorStream(true).start();
    String output = new String(git.getInputStream().readAllBytes(), UTF_8);
    try {
      if (git.waitFor() != 0) {
        throw new IOException(command + ": " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return output.strip();
  }
}
