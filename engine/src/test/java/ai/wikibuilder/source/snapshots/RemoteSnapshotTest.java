package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.wikibuilder.generations.FolderTree;
import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.HostResolver;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.source.ReadOutcome;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.fetch.FetchException;
import ai.wikibuilder.source.fetch.FetchLimits;
import ai.wikibuilder.source.fetch.FetchRequest;
import ai.wikibuilder.source.fetch.RemoteRepositories;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteSnapshotTest {
  private static final SourceLimits LIMITS = SourceLimits.forCommandLine();
  private static final String TOKEN = "glpat-hunter2-canary";

  @TempDir private Path temporary;

  private GitWorkbench workbench;
  private LocalGitServer server;

  @BeforeEach
  void start() throws IOException {
    workbench = GitWorkbench.in(temporary.resolve("repositories"), "team/tool.git");
    server = LocalGitServer.over(temporary.resolve("repositories"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aHostIsAskedForACommitWithoutFetchingIt() throws IOException {
    String commit = workbench.write("src/a.py", "print(1)\n").commit("one");
    Path clones = temporary.resolve("asked-clones");
    SnapshotSource source =
        new SnapshotSource(
            new OutboundGuard(
                new OutboundSettings(
                    AllowedHosts.of(List.of(server.hostPort())),
                    Optional.empty(),
                    Optional.empty()),
                HostResolver.ofThisMachine()),
            LIMITS,
            clones);
    SourceRequest.Origin.Remote there =
        new SourceRequest.Origin.Remote(server.address("team/tool.git"), Optional.empty());

    assertThat(source.find(there, Optional.empty())).isEqualTo(commit);
    assertThatThrownBy(() -> source.find(there, Optional.of("no-such-branch")))
        .isInstanceOf(SourceException.class);
    assertThat(clones).isEmptyDirectory();
  }

  @Test
  void theDefaultBranchIsReadAtItsCommit() throws IOException {
    String commit = workbench.write("src/a.py", "print(1)\n").commit("one");

    try (Snapshot snapshot = open(Optional.empty())) {
      assertThat(snapshot.id().commit()).contains(commit);
      assertThat(snapshot.id().name()).isEqualTo("tool");
      assertThat(snapshot.files()).extracting(SourceFile::path).containsExactly("src/a.py");
      assertThat(text(snapshot, "src/a.py")).isEqualTo("print(1)\n");
    }
  }

  @Test
  void branchesTagsAndCommitsAreFoundByName() throws IOException {
    String first = workbench.write("a.py", "first\n").commit("one");
    workbench.run("tag", "plain");
    workbench.run("tag", "-a", "v1.0", "-m", "annotated");
    workbench.run("branch", "feature/x");
    String second = workbench.write("a.py", "second\n").commit("two");

    for (String ref : List.of("feature/x", "plain", "v1.0", "refs/tags/v1.0", first)) {
      try (Snapshot snapshot = open(Optional.of(ref))) {
        assertThat(snapshot.id().commit()).as(ref).contains(first);
        assertThat(text(snapshot, "a.py")).isEqualTo("first\n");
      }
    }
    try (Snapshot snapshot = open(Optional.of("main"))) {
      assertThat(snapshot.id().commit()).contains(second);
    }
  }

  @Test
  void aCommitThatNoNameLeadsToIsFetchedByItsId() throws IOException {
    String first = workbench.write("a.py", "first\n").commit("one");
    workbench.write("a.py", "second\n").commit("two");

    try (Snapshot snapshot = open(Optional.of(first.toUpperCase(Locale.ROOT)))) {
      assertThat(snapshot.id().commit()).contains(first);
    }
  }

  @Test
  void anUnknownNameIsAnsweredWithNamesThatComeNear() throws IOException {
    workbench.write("a.py", "x\n").commit("one");
    workbench.run("branch", "release-2.0");
    workbench.push();

    assertThat(failure(Optional.of("relase-2.0")).getMessage())
        .contains("There is no branch or tag relase-2.0")
        .contains("release-2.0, ");
    assertThat(failure(Optional.of("abcdef1")).getMessage()).contains("full id of 40 digits");
    assertThat(failure(Optional.of("0".repeat(39) + "1")).kind())
        .isEqualTo(SourceException.Kind.NOT_FOUND);
    assertThat(failure(Optional.of("--upload-pack=x y")).kind())
        .isEqualTo(SourceException.Kind.NOT_FOUND);
  }

  @Test
  void aRepositoryWithoutACommitIsEmpty() {
    assertThat(failure(Optional.empty()).kind()).isEqualTo(SourceException.Kind.EMPTY);
  }

  @Test
  void anUnknownRepositoryIsNotFound() throws IOException {
    SourceException failure =
        catchThrowableOfType(
            SourceException.class, () -> open(server.address("no/such.git"), LIMITS));

    assertThat(failure.kind()).isEqualTo(SourceException.Kind.NOT_FOUND);
    try (Stream<Path> left = Files.list(temporary.resolve("clones"))) {
      assertThat(left).allMatch(file -> file.toString().endsWith(".lock"));
    }
  }

  @Test
  void aHostThatIsNotThereIsUnreachable() throws IOException {
    String address = server.address("team/tool.git");
    server.close();

    assertThat(catchThrowableOfType(SourceException.class, () -> open(address, LIMITS)).kind())
        .isEqualTo(SourceException.Kind.UNREACHABLE);
  }

  @Test
  void aPageThatIsNoRepositoryIsSaidSo() {
    server.behave(exchange -> {
      exchange.getResponseHeaders().add("Content-Type", "text/html");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("<html>".getBytes(UTF_8));
      return true;
    });

    assertThat(failure(Optional.empty()))
        .hasMessageContaining("there is no git repository")
        .extracting(SourceException::kind)
        .isEqualTo(SourceException.Kind.NOT_FOUND);
    // Git's old protocol, file by file, is not tried.
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void thePreviousFetchIsBuiltUpon() throws IOException {
    Random random = new Random(7);
    byte[] noise = new byte[300_000];
    random.nextBytes(noise);
    workbench.write("big.bin", noise).write("a.py", "first\n").commit("one");
    AtomicLong bytes = new AtomicLong();
    open(server.address("team/tool.git"), LIMITS, bytes).close();
    assertThat(bytes.get()).isGreaterThan(300_000);
    String second = workbench.write("a.py", "second\n").commit("two");

    try (Snapshot snapshot = open(server.address("team/tool"), LIMITS, bytes)) {
      assertThat(snapshot.id().commit()).contains(second);
      assertThat(text(snapshot, "a.py")).isEqualTo("second\n");
    }
    assertThat(bytes.get()).isLessThan(10_000);

    int requests = server.seen().size();
    open(Optional.of(second)).close();
    assertThat(server.seen()).as("a commit that is here needs no host").hasSize(requests);
  }

  @Test
  void largeFilesAreLeftAtTheHostAndCounted() throws IOException {
    byte[] noise = new byte[400_000];
    new Random(7).nextBytes(noise);
    workbench.write("big.py", noise).write("a.py", "x\n").commit("one");
    AtomicLong bytes = new AtomicLong();

    try (Snapshot snapshot =
        open(server.address("team/tool.git"), limits().blobBytes(100_000).build(), bytes)) {
      assertThat(snapshot.skipped()).containsEntry(SkipReason.TOO_LARGE, 1);
      assertThat(snapshot.files()).hasSize(1);
    }
    assertThat(bytes.get()).isLessThan(10_000);
  }

  @Test
  void aHostThatCannotLeaveThemOutSendsThemAndTheyAreStillCounted() throws IOException {
    server.allowFilter(false);
    byte[] noise = new byte[400_000];
    new Random(7).nextBytes(noise);
    workbench.write("big.py", noise).write("a.py", "x\n").commit("one");

    try (Snapshot snapshot =
        open(server.address("team/tool.git"), limits().blobBytes(100_000).build())) {
      assertThat(snapshot.skipped()).containsEntry(SkipReason.TOO_LARGE, 1);
      assertThat(snapshot.files()).hasSize(1);
    }
  }

  @Test
  void nothingIsCheckedOutAndNoTagOrHistoryComesAlong() throws IOException {
    workbench.write("a.py", "first\n").commit("one");
    workbench.run("tag", "v1");
    workbench.write("a.py", "second\n").commit("two");

    open(Optional.empty()).close();

    Path clone = cloneFolder();
    assertThat(clone.resolve("shallow")).isRegularFile();
    assertThat(files(clone)).noneMatch(file -> file.toString().contains("tags/"));
    assertThat(files(clone)).noneMatch(file -> file.endsWith("a.py"));
  }

  @Test
  void aTokenOpensAPrivateRepository() throws IOException {
    workbench.write("a.py", "x\n").commit("one");
    server.requireToken(TOKEN);

    assertThat(failure(Optional.empty()).kind()).isEqualTo(SourceException.Kind.UNAUTHORIZED);
    SourceException wrong =
        catchThrowableOfType(
            SourceException.class, () -> openWithToken(server.address("team/tool.git"), "wrong-x"));
    assertThat(wrong.kind()).isEqualTo(SourceException.Kind.UNAUTHORIZED);
    assertThat(everything(wrong)).doesNotContain("wrong-x");
    openWithToken(server.address("team/tool.git"), TOKEN).close();
    assertThat(Files.readString(cloneFolder().resolve("config"))).doesNotContain(TOKEN);
  }

  @Test
  void aTokenStaysWithItsHostWhenTheHostLeadsElsewhere() throws IOException {
    workbench.write("a.py", "x\n").commit("one");
    try (LocalGitServer other = LocalGitServer.over(temporary.resolve("repositories"))) {
      server.redirect(302, "/moved/", "http://" + other.hostPort() + "/team/");

      openVia(other, server.address("moved/tool.git"), Optional.of(TOKEN)).close();

      assertThat(server.seen()).allSatisfy(seen -> assertThat(seen.authorization()).isNotNull());
      assertThat(other.seen())
          .isNotEmpty()
          .allSatisfy(seen -> assertThat(seen.authorization()).isNull());
    }
  }

  @Test
  void anAddressWithoutGitAtItsEndIsFollowedOnTheSameHostWithTheToken() throws IOException {
    workbench.write("a.py", "x\n").commit("one");
    server.redirect(301, "/team/tool/", "/team/tool.git/").requireToken(TOKEN);

    try (Snapshot snapshot = openWithToken(server.address("team/tool"), TOKEN)) {
      assertThat(snapshot.files()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/",
        "https://127.0.0.1/x/",
        "http://[::1]:80/x/",
        "https://user:pass@example.com/x/",
        "https://0x7f.1/x/",
        "http://localhost:1/x/",
        "https://intranet/x/",
      })
  void aRedirectToWhereNobodyMayGoIsRefused(String target) {
    server.redirect(302, "/team/tool.git/", target);

    assertThat(failure(Optional.empty()).kind()).isEqualTo(SourceException.Kind.REFUSED);
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void otherSchemesAreNotFollowed() {
    for (String target : List.of("file:///etc/", "ssh://x/", "git://x/", "ftp://example.com/")) {
      try (LocalGitServer sly = LocalGitServer.over(temporary.resolve("repositories"))) {
        sly.redirect(302, "/team/tool.git/", target);

        SourceException failure =
            catchThrowableOfType(
                SourceException.class,
                () -> openVia(sly, sly.address("team/tool.git"), Optional.empty()));
        assertThat(failure.kind()).as(target).isEqualTo(SourceException.Kind.REFUSED);
        assertThat(sly.seen()).hasSize(1);
      }
    }
  }

  @Test
  void aChainOfRedirectsEnds() {
    server.redirect(302, "/team/", "/team/again/");

    assertThat(failure(Optional.empty()).kind()).isEqualTo(SourceException.Kind.REFUSED);
    assertThat(server.seen()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void onlyHttpIsLeftOfGitsTransports() {
    source(LIMITS);

    assertThat(Transport.getTransportProtocols())
        .singleElement()
        .extracting(TransportProtocol::getSchemes)
        .satisfies(schemes -> assertThat(schemes).containsExactlyInAnyOrder("http", "https"));
  }

  @Test
  void aTruncatedPackLeavesNothingAndTheNextFetchWorks() throws IOException {
    workbench.write("a.py", "x\n".repeat(5_000)).commit("one");
    int[] left = {1};
    server.transformPacks((original, changed) -> {
      byte[] all = original.readAllBytes();
      changed.write(all, 0, all.length - (left[0]-- > 0 ? 40 : 0));
    });

    assertThat(failureOnce().kind()).isEqualTo(SourceException.Kind.CORRUPT);
    assertThat(temporaryFiles()).isEmpty();
    open(Optional.empty()).close();
  }

  @Test
  void aDamagedPackIsNoticed() throws IOException {
    byte[] noise = new byte[50_000];
    new Random(7).nextBytes(noise);
    workbench.write("a.bin", noise).commit("one");
    server.transformPacks((original, changed) -> {
      byte[] all = original.readAllBytes();
      all[all.length / 2] ^= 0x55;
      changed.write(all);
    });

    SourceException failure = failure(Optional.empty());

    assertThat(failure.kind()).as(everything(failure)).isEqualTo(SourceException.Kind.CORRUPT);
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void garbageInsteadOfAPackIsNoticed() throws IOException {
    workbench.write("a.py", "x\n").commit("one");
    server.transformPacks(
        (original, changed) -> changed.write("zzzz not git at all".getBytes(UTF_8)));

    assertThat(failure(Optional.empty()).kind()).isEqualTo(SourceException.Kind.CORRUPT);
  }

  @Test
  void anEndlessPackEndsAtItsLimit() throws IOException {
    workbench.write("a.py", "x\n").commit("one");
    server.transformPacks((original, changed) -> {
      changed.write(upToThePack(original.readAllBytes()));
      // One object of a enormous size, in blocks that say that another follows.
      sendPacket(changed, "PACK\0\0\0\2\0\0\0\1\277\377\377\377\5\170\1");
      String block = "\0\140\352\237\025" + "x".repeat(60_000);
      for (long sent = 0; sent < (1L << 32); sent += block.length()) {
        sendPacket(changed, block);
      }
    });

    SourceException failure =
        catchThrowableOfType(
            SourceException.class,
            () -> open(server.address("team/tool.git"), limits().packBytes(3_000_000).build()));

    assertThat(failure.kind()).as(everything(failure)).isEqualTo(SourceException.Kind.LIMIT);
    assertThat(failure).hasMessageContaining("packBytesMax").hasMessageContaining("3,000,000");
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void tooManyObjectsAreRefusedWhenTheyAreAnnounced() throws IOException {
    for (int i = 0; i < 20; i++) {
      workbench.write("f" + i + ".py", "x" + i + "\n");
    }
    workbench.commit("one");

    SourceException failure =
        catchThrowableOfType(
            SourceException.class,
            () -> open(server.address("team/tool.git"), limits().objects(10).build()));

    assertThat(failure.kind()).isEqualTo(SourceException.Kind.LIMIT);
    assertThat(failure).hasMessageContaining("objectCountMax");
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void aHostThatFallsSilentIsGivenUp() throws IOException {
    workbench.write("a.py", "x\n").commit("one");
    CountDownLatch end = new CountDownLatch(1);
    server.transformPacks((original, changed) -> {
      changed.write(original.readNBytes(20));
      changed.flush();
      awaitEnd(end, 30_000);
    });

    SourceException failure =
        catchThrowableOfType(
            SourceException.class,
            () ->
                open(
                    server.address("team/tool.git"),
                    limits().silence(Duration.ofMillis(400)).build()));

    end.countDown();
    assertThat(failure.kind()).isEqualTo(SourceException.Kind.UNREACHABLE); // it may speak again
    assertThat(failure).hasMessageContaining("silenceMax");
  }

  @Test
  void aHostThatDripsIsGivenUpWhenTheTimeIsOver() throws IOException {
    workbench.write("a.py", "x\n").commit("one");
    CountDownLatch end = new CountDownLatch(1);
    server.transformPacks((original, changed) -> {
      for (int unit = original.read(); unit >= 0; unit = original.read()) {
        changed.write(unit);
        changed.flush();
        if (awaitEnd(end, 100)) {
          return;
        }
      }
    });
    long start = System.nanoTime();

    SourceException failure =
        catchThrowableOfType(
            SourceException.class,
            () ->
                open(
                    server.address("team/tool.git"),
                    limits().time(Duration.ofMillis(1_500)).build()));

    end.countDown();
    assertThat(failure.kind()).isEqualTo(SourceException.Kind.LIMIT);
    assertThat(failure).hasMessageContaining("fetchTimeMax");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(6_500));
  }

  @Test
  void anEarlierFetchStaysUsableAfterAFailure() throws IOException {
    String first = workbench.write("a.py", "first\n").commit("one");
    open(Optional.empty()).close();
    workbench.write("a.py", "second\n").commit("two");
    server.transformPacks((original, changed) -> changed.write(original.readNBytes(90)));

    assertThatThrownBy(() -> open(Optional.of("main"))).isInstanceOf(SourceException.class);

    try (Snapshot snapshot = open(Optional.of(first))) {
      assertThat(text(snapshot, "a.py")).isEqualTo("first\n");
    }
  }

  @Test
  void aCloneThatIsBrokenInAnyWayIsThrownAwayAndFetchedAgain() throws IOException {
    workbench.write("a.py", "first\n").commit("one");
    open(Optional.empty()).close();
    Path clone = cloneFolder();
    Path sound = temporary.resolve("sound");
    copy(clone, sound);
    List<String> names =
        files(sound).stream().map(file -> sound.relativize(file).toString()).sorted().toList();
    assertThat(names).contains("HEAD", "config", "shallow").hasSizeGreaterThan(5);
    int commit = 0;

    for (String name : names) {
      for (Damage damage : Damage.values()) {
        FolderTree.delete(clone);
        copy(sound, clone);
        damage.to(clone.resolve(name));
        String text = "commit %d\n".formatted(commit++);
        String id = workbench.write("a.py", text).commit("next");

        try (Snapshot snapshot = open(Optional.empty())) {
          assertThat(snapshot.id().commit()).as("%s %s", name, damage).contains(id);
          assertThat(text(snapshot, "a.py")).as("%s %s", name, damage).isEqualTo(text);
        }
      }
    }
  }

  /** Files that the last commits did not change were missing from the wiki, as if too large. */
  @Test
  void aCloneThatLostOneOfItsPacksIsFetchedAgain() throws IOException {
    int packCount = 20; // more than the commits that a clone remembers
    String last = "";
    for (int i = 0; i < packCount; i++) {
      last = workbench.write("%d.py".formatted(i), "number %d\n".formatted(i)).commit("next");
      open(Optional.empty()).close();
    }
    Path clone = cloneFolder();
    Path sound = temporary.resolve("sound");
    copy(clone, sound);
    List<Path> packs = endingWith(sound, ".pack");
    assertThat(packs).hasSize(packCount);

    for (Path pack : packs) {
      FolderTree.delete(clone);
      copy(sound, clone);
      Path lost = clone.resolve(sound.relativize(pack));
      Files.delete(lost);
      Files.delete(Path.of(lost.toString().replaceFirst("pack$", "idx")));

      try (Snapshot snapshot = open(Optional.of(last))) {
        assertThat(snapshot.skipped()).as("%s", lost).isEmpty();
        assertThat(snapshot.files()).hasSize(packCount);
      }
    }
  }

  private static List<Path> endingWith(Path folder, String end) throws IOException {
    return files(folder).stream().filter(file -> file.toString().endsWith(end)).toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** What may have become of a file. */
  private enum Damage {
    GONE,
    EMPTY,
    HALF,
    OTHER;

    void to(Path file) throws IOException {
      byte[] all = Files.readAllBytes(file);
      boolean _ = file.toFile().setWritable(true);
      switch (this) {
        case GONE -> Files.delete(file);
        case EMPTY -> Files.write(file, new byte[0]);
        case HALF -> Files.write(file, Arrays.copyOf(all, all.length / 2));
        case OTHER -> Files.write(file, "[ nothing of the kind \0\n".getBytes(UTF_8));
      }
    }
  }

  /** Git locks single files; a process that was killed has left them. */
  @Test
  void whatAKilledFetchHadLockedIsNotLockedForEver() throws IOException {
    String first = workbench.write("a.py", "first\n").commit("one");
    open(Optional.empty()).close();
    workbench.write("a.py", "second\n").commit("two");
    Files.createDirectories(cloneFolder().resolve("refs/left"));
    for (String name :
        List.of(
            "shallow.lock", "config.lock", "packed-refs.lock", "refs/left/" + first + ".lock")) {
      Files.createFile(cloneFolder().resolve(name));
    }

    try (Snapshot snapshot = open(Optional.of("main"))) {
      assertThat(text(snapshot, "a.py")).isEqualTo("second\n");
    }
  }

  @Test
  void aDamagedFolderIsMadeAnew() throws IOException {
    workbench.write("a.py", "first\n").commit("one");
    open(Optional.empty()).close();
    for (Path file : files(cloneFolder())) {
      if (file.toString().endsWith(".pack")) {
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 0x55;
        Files.delete(file);
        Files.write(file, content);
      }
    }

    try (Snapshot snapshot = open(Optional.empty())) {
      assertThat(text(snapshot, "a.py")).isEqualTo("first\n");
    }
  }

  @Test
  void aFolderThatLostItsObjectsIsMadeAnew() throws IOException {
    workbench.write("a.py", "first\n").commit("one");
    open(Optional.empty()).close();
    for (Path file : files(cloneFolder())) {
      if (file.toString().contains("/pack/")) {
        Files.delete(file);
      }
    }

    try (Snapshot snapshot = open(Optional.empty())) {
      assertThat(text(snapshot, "a.py")).isEqualTo("first\n");
    }
  }

  @Test
  void fetchesOfOneRepositoryAtOnceDoNotDisturbEachOther() throws Exception {
    workbench.write("a.py", "first\n").commit("one");
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try (Snapshot snapshot = open(Optional.empty())) {
                  assertThat(text(snapshot, "a.py")).isEqualTo("first\n");
                } catch (RuntimeException | AssertionError e) {
                  failures.add(e);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(failures).isEmpty();
  }

  @Test
  void noMessageOfAnyFailureHoldsTheToken() throws IOException {
    workbench.write("a.py", "x\n").commit("one");
    List<LocalGitServer.Behaviour> misbehaviours =
        List.of(
            exchange -> answer(exchange, 401),
            exchange -> answer(exchange, 403),
            exchange -> answer(exchange, 404),
            exchange -> answer(exchange, 429),
            exchange -> answer(exchange, 500),
            exchange -> {
              throw new IOException("gone");
            });
    for (LocalGitServer.Behaviour behaviour : misbehaviours) {
      try (LocalGitServer host = LocalGitServer.over(temporary.resolve("repositories"))) {
        host.behave(behaviour);
        SourceException failure =
            catchThrowableOfType(
                SourceException.class,
                () -> openVia(host, host.address("team/tool.git"), Optional.of(TOKEN)));

        assertThat(everything(failure)).doesNotContain(TOKEN).doesNotContain("Basic ");
      }
    }
  }

  private static boolean answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    return true;
  }

  private static boolean awaitEnd(CountDownLatch end, long millis) {
    try {
      return end.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static byte[] upToThePack(byte[] answer) {
    String text = new String(answer, ISO_8859_1);
    int end = text.indexOf("packfile\n") + "packfile\n".length();
    return text.substring(0, end).getBytes(ISO_8859_1);
  }

  private static void sendPacket(OutputStream out, String content) throws IOException {
    String length = "%04x".formatted(content.length() + 5);
    out.write((length + "\u0001" + content).getBytes(ISO_8859_1));
  }

  private static String everything(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private static String text(Snapshot snapshot, String path) {
    SourceFile file =
        snapshot.files().stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow();
    return ((ReadOutcome.Text) snapshot.read(file)).text().toString();
  }

  private SourceException failure(Optional<String> ref) {
    return catchThrowableOfType(SourceException.class, () -> open(ref));
  }

  /** Without the second try that a damaged answer gets. */
  private SourceException failureOnce() {
    FetchException failure =
        catchThrowableOfType(
            FetchException.class,
            () ->
                new RemoteRepositories(
                        guard(server.hostPort()),
                        new FetchLimits(
                            LIMITS.fetchTimeMax(),
                            LIMITS.silenceMax(),
                            LIMITS.packBytesMax(),
                            LIMITS.objectCountMax(),
                            LIMITS.blobBytesMax()),
                        temporary.resolve("clones"))
                    .fetch(
                        new FetchRequest(
                            server.address("team/tool.git"),
                            Optional.empty(),
                            Optional.empty(),
                            false),
                        (objects, total, bytes) -> {}));
    return new SourceException(
        SourceException.Kind.valueOf(failure.kind().name()), "" + failure.getMessage(), failure);
  }

  private Snapshot open(Optional<String> ref) {
    return source(LIMITS)
        .open(request(server.address("team/tool.git"), Optional.empty(), ref), (a, b, c) -> {});
  }

  private Snapshot open(String address, SourceLimits limits) {
    return open(address, limits, new AtomicLong());
  }

  private Snapshot open(String address, SourceLimits limits, AtomicLong bytes) {
    return source(limits)
        .open(
            request(address, Optional.empty(), Optional.empty()),
            (objects, total, count) -> bytes.set(count));
  }

  private Snapshot openWithToken(String address, String token) {
    return source(LIMITS)
        .open(request(address, Optional.of(token), Optional.empty()), (a, b, c) -> {});
  }

  private Snapshot openVia(LocalGitServer other, String address, Optional<String> token) {
    return new SnapshotSource(
            guard(server.hostPort(), other.hostPort()), LIMITS, temporary.resolve("clones"))
        .open(request(address, token, Optional.empty()), (a, b, c) -> {});
  }

  private SnapshotSource source(SourceLimits limits) {
    return new SnapshotSource(guard(server.hostPort()), limits, temporary.resolve("clones"));
  }

  private static OutboundGuard guard(String... hosts) {
    return new OutboundGuard(
        new OutboundSettings(AllowedHosts.of(List.of(hosts)), Optional.empty(), Optional.empty()),
        HostResolver.ofThisMachine());
  }

  private static SourceRequest request(
      String address, Optional<String> token, Optional<String> ref) {
    return new SourceRequest(
        new SourceRequest.Origin.Remote(address, token), ref, "", List.of(), List.of());
  }

  private Path cloneFolder() throws IOException {
    try (Stream<Path> folders = Files.list(temporary.resolve("clones"))) {
      return folders.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  private List<Path> temporaryFiles() throws IOException {
    return files(temporary.resolve("clones")).stream()
        .filter(file -> file.getFileName().toString().startsWith("incoming_"))
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static LimitsBuilder limits() {
    return new LimitsBuilder();
  }

  /** The usual limits with one of them changed. */
  private static final class LimitsBuilder {
    private Duration time = LIMITS.fetchTimeMax();
    private Duration silence = LIMITS.silenceMax();
    private long packBytes = LIMITS.packBytesMax();
    private long objects = LIMITS.objectCountMax();
    private long blobBytes = LIMITS.blobBytesMax();

    LimitsBuilder time(Duration value) {
      time = value;
      return this;
    }

    LimitsBuilder silence(Duration value) {
      silence = value;
      return this;
    }

    LimitsBuilder packBytes(long value) {
      packBytes = value;
      return this;
    }

    LimitsBuilder objects(long value) {
      objects = value;
      return this;
    }

    LimitsBuilder blobBytes(long value) {
      blobBytes = value;
      return this;
    }

    SourceLimits build() {
      return new SourceLimits(
          time,
          silence,
          packBytes,
          objects,
          LIMITS.treeEntryCountMax(),
          LIMITS.treeDepthMax(),
          blobBytes,
          LIMITS.textBytesMax());
    }
  }
}
