package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader says that a statement is wrong, and it stays away. */
class CorrectCommandTest {
  private static final String SAID =
      "Ferry carries parcels between shops and keeps one timeline for each.";

  @TempDir Path home;
  private SampleRepository sample;

  @BeforeEach
  void build() {
    sample = SampleRepository.committed(home.resolve("ferry")).withParts().commit("parts");
    rebuild();
  }

  private void rebuild() {
    CommandLineRun build = run("build", sample.folder().toString(), "--out", wiki().toString());
    assertThat(build.exit()).as(build.err()).isZero();
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(home, arguments);
  }

  private Path wiki() {
    return home.resolve("out");
  }

  private String overview() throws IOException {
    return Files.readString(wiki().resolve("markdown/overview.md"));
  }

  /** The part of the page before its foot, where removed statements are struck through. */
  private String told() throws IOException {
    return overview().replaceAll("(?m)^- ~~.*$", "");
  }

  @Test
  void whatIsReportedAsWrongGoesNowAndDoesNotComeBack() throws IOException {
    assertThat(told()).contains("keeps one timeline for each");

    CommandLineRun correct = run("correct", "--page", "overview", "--sentence", SAID, "--wrong");

    assertThat(correct.exit()).as(correct.err()).isZero();
    assertThat(correct.out()).contains("removed: ");
    assertThat(told()).doesNotContain("keeps one timeline for each");
    assertThat(overview()).contains("~~").contains("keeps one timeline for each");
    assertThat(Files.readString(wiki().resolve("index.html"))).contains("<del>");
    assertThat(run("check").exit()).isZero();
    assertThatNoListRepeatsIt();

    String readme = Files.readString(sample.folder().resolve("README.md"));
    sample
        .write("README.md", readme.replace("# Ferry\n", "# Ferry\n\n<!-- moved -->\n\n"))
        .write("src/main/java/harbour/New.java", "package harbour;\nclass New {}\n")
        .commit("moved lines");
    rebuild();

    assertThat(told()).doesNotContain("keeps one timeline for each");
    assertThat(run("check").exit()).isZero();
    assertThatNoListRepeatsIt();
  }

  /** What a user saw: gone from the page, and still said of it wherever pages are listed. */
  private void assertThatNoListRepeatsIt() throws IOException {
    for (String list : List.of("markdown/README.md", "llms.txt", "AGENTS.md")) {
      assertThat(Files.readString(wiki().resolve(list)))
          .as(list)
          .doesNotContain("keeps one timeline for each");
    }
    assertThat(Files.readString(wiki().resolve("index.html")))
        .doesNotContainPattern("<meta name=\"description\"[^>]*keeps one timeline for each");
  }

  @Test
  void whatHoldsIsKeptUnlessSomebodyInsists() throws IOException {
    CommandLineRun correct = run("correct", "--page", "overview", "--sentence", SAID, "--json");

    assertThat(correct.exit()).isZero();
    assertThat(correct.out()).startsWith("{\"outcome\":\"kept\"").contains("README.md:");
    assertThat(told()).contains("keeps one timeline for each");
  }

  @Test
  void otherWordsTakeItsPlaceWhereTheCitedLinesAllowThem() throws IOException {
    String instead = "It “carries parcels between shops”, as the README has it.";

    CommandLineRun correct =
        run("correct", "--page", "overview", "--sentence", SAID, "--instead", instead);
    CommandLineRun refused =
        run(
            "correct",
            "--page",
            "overview",
            "--sentence",
            instead,
            "--instead",
            "It “sails to the moon and back again”.");

    assertThat(correct.exit()).as(correct.err()).isZero();
    assertThat(correct.out()).contains("replaced: ").contains("by: It “carries parcels");
    assertThat(told()).contains("as the README has it").doesNotContain("one timeline for each");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.out()).contains("does not hold").contains("quote: expected");

    sample
        .write("src/main/java/harbour/New.java", "package harbour;\nclass New {}\n")
        .commit("more");
    rebuild();

    assertThat(told()).contains("as the README has it").doesNotContain("one timeline for each");
  }

  @Test
  void aSentenceThatIsNotThereIsSaidWithThoseThatAreLikeIt() {
    CommandLineRun none =
        run("correct", "--page", "overview", "--sentence", "Ferry carries whales between shops.");
    CommandLineRun page = run("correct", "--page", "nowhere", "--sentence", SAID);
    CommandLineRun both =
        run("correct", "--page", "overview", "--sentence", SAID, "--wrong", "--instead", "x");

    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("did you mean “").contains("Ferry carries parcels");
    assertThat(page.exit()).isEqualTo(2);
    assertThat(page.err()).contains("expected one of the pages overview");
    assertThat(both.exit()).isEqualTo(2);
  }

  @Test
  void damagedCorrectionsStopABuildInsteadOfBringingBackWhatWasWrong() throws IOException {
    run("correct", "--page", "overview", "--sentence", SAID, "--wrong");
    Path file = wiki().resolve(".aiwiki/corrections");
    Files.writeString(file, Files.readString(file).replace("timeline", "tineline"));
    sample
        .write("src/main/java/harbour/New.java", "package harbour;\nclass New {}\n")
        .commit("more");

    CommandLineRun build = run("build", sample.folder().toString(), "--out", wiki().toString());

    assertThat(build.exit()).isEqualTo(2);
    assertThat(build.err()).contains("is damaged; restore it");
  }
}
