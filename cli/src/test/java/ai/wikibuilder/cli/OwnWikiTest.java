package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product on its own repository: what it writes of us must hold. */
class OwnWikiTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** What a checkout has and a commit has not. */
  private static final Set<String> NOT_OURS = Set.of(".git", "target", ".idea", ".vscode");

  @TempDir Path home;

  /** The tree without git: a checkout may be a work tree that borrows its objects. */
  private Path copy() throws IOException {
    Path copy = home.resolve("ai-wiki-builder");
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_OURS.contains(String.valueOf(folder.getFileName()))
                || Files.exists(folder.resolve(".aiwiki"))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy.resolve(ROOT.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && !file.endsWith(".git")) {
              Files.copy(file, copy.resolve(ROOT.relativize(file).toString()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return copy;
  }

  @Test
  void everyStatementOfTheWikiOfThisRepositoryHolds() throws IOException {
    Path wiki = home.resolve("wiki");

    CommandLineRun build =
        CommandLineRun.of(home, "build", copy().toString(), "--out", wiki.toString(), "-q");
    CommandLineRun check = CommandLineRun.of(home, "check");

    assertThat(build.exit()).as(build.err()).isZero();
    assertThat(check.out()).contains("all of it holds");
    assertThat(check.exit()).isZero();
    assertThat(wiki.resolve("pages/architecture.html")).isRegularFile();
    assertThat(wiki.resolve("index.html"))
        .content()
        .contains("AI Wiki Builder")
        .contains("engine")
        .contains("cli");
  }
}
