package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildAndSearchTest {
  @TempDir Path home;

  @Test
  void aRepositoryBecomesAWikiThatCanBeOpenedAndSearched() {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));

    CommandLineRun build = build(sample);

    assertThat(build.exit()).as(build.err()).isZero();
    assertThat(build.out()).contains("1 page of ferry").contains("index.html");
    assertThat(output().resolve("index.html")).isRegularFile();
    assertThat(output().resolve("markdown")).isDirectory();
    assertThat(output().resolve("wiki.json")).isRegularFile();
    assertThat(output().resolve("llms.txt")).isRegularFile();
    assertThat(output().resolve("llms-full.txt")).isRegularFile();
    assertThat(output().resolve("index.html")).content().contains("Ferry carries parcels");
    CommandLineRun search = run("search", "ParcelTracker.apply", "--no-rerank", "--json");
    assertThat(search.exit()).as(search.err()).isZero();
    assertThat(search.out())
        .startsWith(
            "[{\"rank\":1,\"path\":\"src/main/java/org/example/ferry/tracking/ParcelTracker.java\"");
  }

  @Test
  void questionsFromAFileAreAnsweredLineByLine() throws IOException {
    build(SampleRepository.committed(home.resolve("ferry")));
    Path queries =
        Files.writeString(
            home.resolve("queries.txt"), "median_days\nzzqqxx\n\nwhere are parcels kept\n");

    CommandLineRun search = run("search", "--queries", queries.toString(), "--no-rerank");

    assertThat(search.out().lines().toList())
        .hasSize(4)
        .satisfies(lines -> {
          assertThat(lines.get(0)).contains("tools/estimate.py");
          assertThat(lines.get(1)).isEqualTo("[]");
          assertThat(lines.get(2)).isEqualTo("[]");
          assertThat(lines.get(3)).contains("ParcelStore.java");
        });
  }

  @Test
  void theSameCommitAgainIsNothingToDo() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    build(sample);
    Map<String, String> before = contents();

    CommandLineRun again = build(sample, "--json");

    assertThat(again.exit()).isZero();
    assertThat(again.out()).contains("\"unchanged\":true").contains("\"changedFiles\":0");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void theNextCommitReadsOnlyWhatChanged() {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    build(sample);
    sample
        .write("tools/estimate.py", "def other_name():\n    return 4\n")
        .git("rm", "-q", "web/src/view.ts")
        .commit("second");

    CommandLineRun next = build(sample, "--json");

    assertThat(next.out()).contains("\"unchanged\":false").contains("\"changedFiles\":1");
    assertThat(run("search", "other_name", "--no-rerank", "--json").out()).contains("estimate.py");
    assertThat(run("search", "median_days", "--no-rerank", "--json").out())
        .doesNotContain("estimate.py");
    assertThat(run("search", "web/src/view.ts", "--no-rerank", "--json").out())
        .doesNotContain("view.ts\"");
  }

  @Test
  void anIncrementalBuildEqualsAFreshOneButForTheCommitsItsPagesWereWrittenAt() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    Files.write(sample.folder().resolve("quay.png"), picture());
    sample.write("README.md", "# Ferry\n\nFerry carries parcels.\n\n![The quay](quay.png)\n");
    sample.commit("a picture");
    build(sample);
    assertThat(output().resolve("index.html")).content().contains("<img src=\"assets/images/");
    String first = sample.head();
    sample.write("tools/estimate.py", "def other_name():\n    return 4\n").commit("second");
    build(sample);
    Map<String, String> incremental = contents();

    Path fresh = home.resolve("fresh");
    run("build", sample.folder().toString(), "--out", fresh.toString());

    assertThat(sameCommit(incremental, first, sample.head()))
        .isEqualTo(sameCommit(contents(fresh), first, sample.head()));
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(80, 60, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  /** The files as if all were written at one commit. */
  private static Map<String, String> sameCommit(
      Map<String, String> files, String first, String second) {
    Map<String, String> same = new TreeMap<>();
    files.forEach((name, text) ->
        same.put(
            name,
            text.replaceAll(first + "|" + second, "COMMIT")
                .replaceAll(first.substring(0, 7) + "|" + second.substring(0, 7), "LABEL")
                .replace(",\"LABEL\"]", "]")));
    return same;
  }

  @Test
  void onlyThePagesOfWhatChangedAreWrittenAgain() throws IOException {
    SampleRepository sample =
        SampleRepository.committed(home.resolve("ferry")).withParts().commit("parts");
    build(sample);
    Map<String, String> before = contents();
    sample.write("src/main/java/harbour/crane/Notes.txt", "Nothing to see.\n");
    sample.replace(
        "src/main/java/harbour/keel/Keel7.java", "the most room for it", "no room at all");
    sample.commit("another comment");

    CommandLineRun build = build(sample, "--json");

    Map<String, String> after = contents();
    List<String> changed =
        before.keySet().stream()
            .filter(name -> name.startsWith("pages/") && name.endsWith(".html"))
            .filter(name -> !Objects.equals(before.get(name), after.get(name)))
            .toList();
    assertThat(changed).containsExactly("pages/harbour-keel.html");
    assertThat(build.out()).contains("\"unchanged\":false").contains("\"writtenPages\":2");
    assertThat(run("check").exit()).isZero();
  }

  @Test
  void aWikiThatWouldLoseMostOfItsPagesStaysUntilThatIsMeant() throws IOException {
    SampleRepository sample =
        SampleRepository.committed(home.resolve("ferry")).withParts().commit("parts");
    build(sample);
    Map<String, String> before = contents();
    sample.git("rm", "-rq", "src/main/java/harbour").commit("all of it gone");

    CommandLineRun refused = build(sample);

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("would be lost").contains("--fewer-pages");
    assertThat(contents()).isEqualTo(before);
    CommandLineRun meant = build(sample, "--fewer-pages");
    assertThat(meant.exit()).as(meant.err()).isZero();
    assertThat(meant.err()).contains("pages are lost, as was asked for");
    assertThat(output().resolve("pages/harbour-keel.html")).content().contains("is no more");
    CommandLineRun check = run("check");
    assertThat(check.exit()).as(check.out()).isZero();
  }

  @Test
  void aPageWhoseFolderWasRenamedLeadsToItsNewAddress() {
    SampleRepository sample =
        SampleRepository.committed(home.resolve("ferry")).withParts().commit("parts");
    build(sample);
    sample
        .git("mv", "src/main/java/harbour/keel", "src/main/java/harbour/bilge")
        .commit("keel is bilge");

    build(sample);

    assertThat(output().resolve("pages/harbour-bilge.html")).isRegularFile();
    assertThat(output().resolve("pages/harbour-keel.html"))
        .content()
        .contains("content=\"0; url=harbour-bilge.html\"");
  }

  @Test
  void goingBackToAKeptCommitShowsItsWikiAgain() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    String first = sample.head();
    build(sample, "--ref", first);
    Map<String, String> before = contents();
    sample.write("tools/estimate.py", "def other_name():\n    return 4\n").commit("second");
    build(sample, "--ref", sample.head());

    CommandLineRun back = build(sample, "--ref", first, "--json");

    assertThat(back.out()).contains("\"unchanged\":true").contains("\"generation\":\"000001-");
    assertThat(contents()).isEqualTo(before);
    assertThat(run("search", "median_days", "--no-rerank", "--json").out()).contains("estimate.py");
  }

  @Test
  void aFolderWithoutGitIsBuiltToo() {
    SampleRepository sample = SampleRepository.files(home.resolve("ferry"));

    CommandLineRun build = build(sample, "--json");

    assertThat(build.exit()).as(build.err()).isZero();
    assertThat(build.out()).contains("\"commit\":null").contains("\"files\":7");
  }

  @Test
  void changesThatAreNotCommittedAreShownAsSuch() {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    sample.write("tools/estimate.py", "def not_committed():\n    return 1\n");

    CommandLineRun build = build(sample);

    assertThat(build.out()).contains("+ changes");
    assertThat(run("search", "not_committed", "--no-rerank", "--json").out())
        .contains("estimate.py");
  }

  @Test
  void anIndexAloneIsEnoughToSearch() {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));

    CommandLineRun build = build(sample, "--index-only", "--json");

    assertThat(build.out()).contains("\"pages\":0");
    assertThat(output().resolve("index.html")).doesNotExist();
    assertThat(run("search", "DeliveryEstimator", "--no-rerank", "--json").out())
        .contains("tools/estimate.py");
  }

  @Test
  void theRerankedOrderExplainsItself() {
    build(SampleRepository.committed(home.resolve("ferry")));

    CommandLineRun search = run("search", "how long does a carrier take", "--explain");

    assertThat(search.exit()).as(search.err()).isZero();
    assertThat(search.out()).contains("tools/estimate.py").contains("meaning");
  }

  /** A runtime of the embedding model read the command line and broke on a long one. */
  @Test
  void aQuestionAsLongAsACommandLineMayBeIsAnswered() {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    build(sample, "--index-only");
    String question = "how is the delivery estimated? ".repeat(4_000);

    CommandLineProcess search =
        CommandLineProcess.start(home, "search", "--wiki", output().toString(), question);

    assertThat(search.exit()).as(search.said()).isZero();
  }

  @Test
  void damagedResultsAreFoundAndBuiltAnew() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    build(sample);
    Path damaged;
    try (Stream<Path> files = Files.walk(output().resolve(".aiwiki/generations"))) {
      damaged =
          files.filter(file -> file.toString().endsWith(".segment")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);

    CommandLineRun again = build(sample);

    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.err()).contains("differs from its checksum").contains("built anew");
    assertThat(run("search", "ParcelStore", "--no-rerank", "--json").out())
        .contains("ParcelStore.java");
  }

  @Test
  void aWikiThatFilesWereTakenFromIsPutBack() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    build(sample);
    Map<String, String> before = contents();
    Files.delete(output().resolve("index.html"));
    Files.delete(output().resolve("wiki.json"));

    CommandLineRun check = run("check", "--wiki", output().toString());
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out())
        .contains("index.html, site: expected the file as it was published, found no such file")
        .contains("wiki.json, site:");

    CommandLineRun again = build(sample);
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.err())
        .contains("the wiki was not as it was published (index.html and 1 more) and is put back");
    assertThat(contents()).isEqualTo(before);
    assertThat(run("check", "--wiki", output().toString()).exit()).isZero();
  }

  @Test
  void aDamagedPointerCostsNoMoreThanPuttingTheWikiBack() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    build(sample);
    Map<String, String> before = contents();
    for (String name : List.of("format", "current", "published")) {
      Files.writeString(output().resolve(".aiwiki").resolve(name), "\u0000 damaged");

      CommandLineRun again = build(sample);

      assertThat(again.exit()).as(again.err()).isZero();
      assertThat(again.out()).as(name).contains("up to date");
      assertThat(contents()).isEqualTo(before);
      assertThat(run("search", "ParcelStore", "--no-rerank", "--json").exit()).isZero();
    }
  }

  private CommandLineRun build(SampleRepository sample, String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of("build", sample.folder().toString(), "--out", output().toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return run(arguments);
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(home, arguments);
  }

  private Path output() {
    return home.resolve("out");
  }

  private Map<String, String> contents() throws IOException {
    return contents(output());
  }

  /** The published files: everything but what belongs to the builds. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith(".aiwiki")) {
          contents.put(name, Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
      }
    }
    return contents;
  }
}
