package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.source.FetchProgress;
import ai.wikibuilder.source.ReadOutcome;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.pictures.DrawnPictures;
import ai.wikibuilder.source.pictures.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSnapshotsTest {
  @TempDir Path temp;
  private Path folder;
  private final List<String> found = new ArrayList<>();
  private final FolderSnapshots snapshots = new FolderSnapshots(new TextReading());

  @BeforeEach
  void namedFolder() throws IOException {
    folder = Files.createDirectories(temp.toRealPath().resolve("project"));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private RevCommit commitAll() throws GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      return git.commit()
          .setMessage("x")
          .setSign(false)
          .setAuthor("A", "a@a")
          .setCommitter("A", "a@a")
          .call();
    }
  }

  private Snapshot open(SourceRequest request) {
    return snapshots.open(request, SourceLimits.forCommandLine(), new Found());
  }

  /** Keeps the commits that were found. */
  private final class Found implements FetchProgress {
    @Override
    public void received(long objectCount, long objectTotal, long byteCount) {}

    @Override
    public void found(String commit) {
      found.add(commit);
    }
  }

  private Snapshot open() {
    return open(LocalRequests.of(folder));
  }

  private static List<String> paths(Snapshot snapshot) {
    return snapshot.files().stream().map(SourceFile::path).toList();
  }

  private static String text(Snapshot snapshot, String path) {
    SourceFile file =
        snapshot.files().stream()
            .filter(each -> each.path().equals(path))
            .findFirst()
            .orElseThrow();
    return snapshot.read(file) instanceof ReadOutcome.Text text ? text.text().toString() : "(none)";
  }

  @Test
  void aCleanWorkTreeIsItsCommit() throws Exception {
    write("a.txt", "a\n");
    write("src/b.txt", "b\n");
    RevCommit commit = commitAll();
    write("untracked.txt", "not read\n");

    try (Snapshot snapshot = open()) {
      assertThat(snapshot.id())
          .isEqualTo(
              new SnapshotId(
                  "project",
                  Optional.empty(),
                  Optional.of(commit.name()),
                  commit.getTree().name(),
                  "",
                  false));
      assertThat(paths(snapshot)).containsExactly("a.txt", "src/b.txt");
      assertThat(text(snapshot, "src/b.txt")).isEqualTo("b\n");
      assertThat(found).containsExactly(commit.name());
    }
  }

  @Test
  void changesAreShownAsTheyAreAndNamedByTheTreeTheyMake() throws Exception {
    write("a.txt", "a\n");
    write("src/b.txt", "b\n");
    write("src.txt", "sorts between\n");
    write("gone.txt", "gone\n");
    RevCommit before = commitAll();
    write("src/b.txt", "changed\n");
    Files.delete(folder.resolve("gone.txt"));

    SnapshotId id;
    try (Snapshot snapshot = open()) {
      id = snapshot.id();
      assertThat(paths(snapshot)).containsExactly("a.txt", "src.txt", "src/b.txt");
      assertThat(text(snapshot, "a.txt")).isEqualTo("a\n");
      assertThat(text(snapshot, "src/b.txt")).isEqualTo("changed\n");
    }
    assertThat(id.changed()).isTrue();
    assertThat(id.label()).isEqualTo(before.name().substring(0, 7) + " + changes");
    try (Git git = Git.open(folder.toFile())) {
      git.rm().addFilepattern("gone.txt").call();
    }
    assertThat(id.treeId()).isEqualTo(commitAll().getTree().name());
  }

  @Test
  void imagesAreGivenFromTheCommitAndFromTheFolder() throws Exception {
    byte[] raw = DrawnPictures.png(60, 40, 0);
    byte[] other = DrawnPictures.png(60, 40, 0xFF0000);
    Files.createDirectories(folder.resolve("docs/node_modules"));
    Files.createDirectories(folder.resolve("docs"));
    Files.write(folder.resolve("docs/quay.png"), raw);
    Files.write(folder.resolve("docs/node_modules/quay.png"), raw);
    Files.write(folder.resolve("docs/huge.png"), new byte[PictureReader.BYTES_MAX + 1]);
    Files.createSymbolicLink(folder.resolve("docs/link.png"), Path.of("quay.png"));
    write("docs/layers.svg", "<svg/>");
    write("a.txt", "a\n");
    commitAll();

    String before;
    try (Snapshot snapshot = open()) {
      assertThat(snapshot.picture("docs/quay.png")).hasValue(raw);
      assertPicturesAreGuarded(snapshot);
    }
    write("a.txt", "changed\n");
    try (Snapshot snapshot = open()) {
      before = snapshot.id().treeId();
      assertThat(snapshot.picture("docs/quay.png")).hasValue(raw);
      assertPicturesAreGuarded(snapshot);
    }
    Files.write(folder.resolve("docs/quay.png"), other);
    try (Snapshot snapshot = open()) {
      assertThat(snapshot.picture("docs/quay.png")).hasValue(other);
      assertThat(snapshot.id().treeId()).isNotEqualTo(before);
      Files.write(folder.resolve("docs/quay.png"), raw);
      assertThat(snapshot.picture("docs/quay.png")).as("no longer what was named").isEmpty();
    }
  }

  private static void assertPicturesAreGuarded(Snapshot snapshot) {
    for (String path :
        List.of(
            "a.txt",
            "docs/huge.png",
            "docs/link.png",
            "docs/layers.svg",
            "docs/node_modules/quay.png",
            "../project/docs/quay.png",
            "/docs/quay.png")) {
      assertThat(snapshot.picture(path)).as(path).isEmpty();
    }
    assertThat(snapshot.hasPicture("docs/layers.svg")).isTrue();
    assertThat(snapshot.hasPicture("docs/nothing.svg")).isFalse();
  }

  @Test
  void aFileWrittenAgainWithTheSameContentIsNoChange() throws Exception {
    write("a.txt", "a\n");
    commitAll();
    write("a.txt", "a\n");

    try (Snapshot snapshot = open()) {
      assertThat(snapshot.id().changed()).isFalse();
    }
  }

  /** By git itself: no Java writes such a name. */
  @Test
  void aNameThatIsNoTextIsLeftOutAndIsNoChange() throws Exception {
    write("a.txt", "a\n");
    Process git =
        new ProcessBuilder(
                "sh",
                "-ec",
                "echo b > \"$(printf 'b\\377.txt')\"; git init -q; git add .;"
                    + " git -c user.name=A -c user.email=a@a -c commit.gpgsign=false commit -qm x")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(new String(git.getInputStream().readAllBytes(), UTF_8)).isEmpty();
    assertThat(git.waitFor()).isZero();

    try (Snapshot snapshot = open()) {
      assertThat(snapshot.id().changed()).isFalse();
      assertThat(paths(snapshot)).containsExactly("a.txt");
      assertThat(snapshot.skipped()).containsEntry(SkipReason.UNSAFE_NAME, 1);
    }
  }

  @Test
  void windowsLineEndsInTheWorkTreeAreNoChange() throws Exception {
    write("a.txt", "a\nb\n");
    commitAll();
    write("a.txt", "a\r\nb\r\n");

    try (Snapshot snapshot = open()) {
      assertThat(snapshot.id().changed()).isFalse();
      assertThat(text(snapshot, "a.txt")).isEqualTo("a\nb\n");
    }
  }

  @Test
  void aFileThatChangesAfterOpeningIsNotGivenWithOtherLines() throws Exception {
    write("a.txt", "a\n");
    try (Snapshot snapshot = open()) {
      write("a.txt", "later\n");

      assertThat(snapshot.read(snapshot.files().getFirst()))
          .isEqualTo(new ReadOutcome.LeftOut(SkipReason.UNREADABLE));
    }
  }

  @Test
  void aPartOfAWorkTreeIsASubPathOfItsRepository() throws Exception {
    write("a.txt", "a\n");
    write("services/auth/b.txt", "b\n");
    commitAll();

    try (Snapshot snapshot = open(LocalRequests.of(folder.resolve("services")))) {
      assertThat(paths(snapshot)).containsExactly("services/auth/b.txt");
      assertThat(snapshot.id().subPath()).isEqualTo("services");
      assertThat(snapshot.skipped()).containsEntry(SkipReason.EXCLUDED, 1);
    }
  }

  @Test
  void aNamedReferenceIsReadWhateverTheWorkTreeHolds() throws Exception {
    write("a.txt", "first\n");
    RevCommit first = commitAll();
    write("a.txt", "second\n");
    commitAll();
    write("a.txt", "third\n");

    try (Snapshot main = open(LocalRequests.at(folder, "main"));
        Snapshot old = open(LocalRequests.at(folder, first.name().substring(0, 10)))) {
      assertThat(text(main, "a.txt")).isEqualTo("second\n");
      assertThat(text(old, "a.txt")).isEqualTo("first\n");
    }
    assertKind(LocalRequests.at(folder, "no-such-branch"), SourceException.Kind.NOT_FOUND);
  }

  @Test
  void aBareRepositoryIsItsHead() throws Exception {
    Path bare = temp.resolve("lib.git");
    try (RepositoryDraft draft = new RepositoryDraft(bare)) {
      draft.commitFile("a.txt", new byte[] {'x'});
    }

    try (Snapshot snapshot = open(LocalRequests.of(bare))) {
      assertThat(snapshot.id().name()).isEqualTo("lib");
      assertThat(paths(snapshot)).containsExactly("a.txt");
    }
  }

  @Test
  void aLinkedWorkTreeIsReadThroughTheRepositoryItBelongsTo() throws Exception {
    write("a.txt", "a\n");
    RevCommit commit = commitAll();
    Path linked = Files.createDirectories(temp.toRealPath().resolve("linked"));
    Path git = Files.createDirectories(folder.resolve(".git/worktrees/linked"));
    Files.writeString(linked.resolve(".git"), "gitdir: " + git + "\n");
    Files.writeString(git.resolve("gitdir"), linked.resolve(".git") + "\n");
    Files.writeString(git.resolve("commondir"), "../..\n");
    Files.writeString(git.resolve("HEAD"), commit.name() + "\n");
    Files.writeString(linked.resolve("a.txt"), "a\n");

    try (Snapshot snapshot = open(LocalRequests.of(linked))) {
      assertThat(snapshot.id().commit()).contains(commit.name());
      assertThat(snapshot.id().changed()).isFalse();
    }
  }

  @Test
  void theAddressOfOriginIsShownWithoutCredentials() throws Exception {
    write("a.txt", "a\n");
    commitAll();
    Files.writeString(
        folder.resolve(".git/config"),
        "[remote \"origin\"]\n url = https://user:t0ken@git.example.org/team/app.git\n");

    try (Snapshot snapshot = open()) {
      assertThat(snapshot.id().address()).contains("https://git.example.org/team/app");
    }
  }

  @Test
  void withoutGitEveryFileIsReadExceptWhatIgnoreFilesNameAndTheOutput() throws Exception {
    write(".gitignore", "*.log.txt\nbuild/\n");
    write("a.txt", "a\n");
    write("x.log.txt", "no\n");
    write("build/b.txt", "no\n");
    write("sub/.gitignore", "!x.log.txt\nlocal.txt\n");
    write("sub/x.log.txt", "yes\n");
    write("sub/local.txt", "no\n");
    write("wiki/index.txt", "output\n");
    SourceRequest request =
        new SourceRequest(
            new SourceRequest.Origin.Folder(folder, Optional.of(folder.resolve("wiki"))),
            Optional.empty(),
            "",
            List.of(),
            List.of());

    try (Snapshot snapshot = open(request)) {
      assertThat(paths(snapshot))
          .containsExactly(".gitignore", "a.txt", "sub/.gitignore", "sub/x.log.txt");
      assertThat(snapshot.skipped()).containsEntry(SkipReason.IGNORED, 3);
      assertThat(snapshot.id().commit()).isEmpty();
      assertThat(snapshot.id().treeId()).hasSize(40);
    }
    assertKind(LocalRequests.at(folder, "main"), SourceException.Kind.NOT_FOUND);
  }

  @Test
  void aCommittedOutputFolderIsNotSource() throws Exception {
    write("a.txt", "a\n");
    write("docs/wiki/index.txt", "output\n");
    commitAll();
    SourceRequest request =
        new SourceRequest(
            new SourceRequest.Origin.Folder(folder, Optional.of(folder.resolve("docs/wiki"))),
            Optional.empty(),
            "",
            List.of(),
            List.of());

    try (Snapshot snapshot = open(request)) {
      assertThat(paths(snapshot)).containsExactly("a.txt");
    }
  }

  @Test
  void aRepositoryBeforeItsFirstCommitShowsItsFiles() throws Exception {
    write("a.txt", "a\n");
    Git.init().setDirectory(folder.toFile()).call().close();

    try (Snapshot snapshot = open()) {
      assertThat(paths(snapshot)).containsExactly("a.txt");
    }
  }

  @Test
  void whatIsNotThereAndWhatIsEmptyIsSaid() throws Exception {
    assertKind(LocalRequests.of(temp.resolve("nowhere")), SourceException.Kind.NOT_FOUND);
    assertKind(LocalRequests.of(folder), SourceException.Kind.EMPTY);
    try (RepositoryDraft draft = new RepositoryDraft(temp.resolve("empty.git"))) {
      assertKind(LocalRequests.of(draft.folder()), SourceException.Kind.EMPTY);
    }
  }

  private void assertKind(SourceRequest request, SourceException.Kind kind) {
    assertThatThrownBy(() -> open(request).close())
        .isInstanceOfSatisfying(SourceException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
