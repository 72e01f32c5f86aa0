package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that read what a build left: check, ask, compare, open, export. */
class ReadingCommandsTest {
  @TempDir Path home;

  private SampleRepository built() {
    SampleRepository sample =
        SampleRepository.committed(home.resolve("ferry")).withParts().commit("parts");
    build(sample);
    return sample;
  }

  private void build(SampleRepository sample) {
    CommandLineRun build = run("build", sample.folder().toString(), "--out", wiki().toString());
    assertThat(build.exit()).as(build.err()).isZero();
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(home, arguments);
  }

  private Path wiki() {
    return home.resolve("out");
  }

  /** Replaces the file, as an editor does: the generation keeps its own. */
  private void edit(String name, String from, String to) throws IOException {
    Path file = wiki().resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.delete(file);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void aWikiAsItWasBuiltHolds() {
    built();

    CommandLineRun check = run("check", "--json");

    assertThat(check.out()).startsWith("{\"ok\":true,\"claims\":").contains("\"findings\":[]");
    assertThat(check.exit()).isZero();
  }

  @Test
  void whatDoesNotHoldIsListedAndEndsWithOne() throws IOException {
    built();
    edit("wiki.json", "ParcelTracker.java", "ParcelXylograph.java");
    edit("index.html", "pages/", "gone/");

    CommandLineRun check = run("check");
    CommandLineRun json = run("check", "--json");

    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out()).contains("file: expected a file of the snapshot").contains("link:");
    assertThat(json.exit()).isEqualTo(1);
    assertThat(json.out()).startsWith("{\"ok\":false").contains("\"kind\":\"file\"");
  }

  @Test
  void anIndexAloneHasNothingToCheck() {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    run("build", sample.folder().toString(), "--out", wiki().toString(), "--index-only");

    CommandLineRun check = run("check");

    assertThat(check.exit()).isEqualTo(2);
    assertThat(check.err()).contains("no pages in");
  }

  @Test
  void aQuestionIsAnsweredByTheBestEvidence() {
    built();

    CommandLineRun ask = run("ask", "where are parcels tracked", "--no-rerank", "--json");

    assertThat(ask.exit()).as(ask.err()).isZero();
    assertThat(ask.out())
        .contains("\"found\":true")
        .contains("ParcelTracker")
        .contains("\"startLine\":")
        .contains("\"commit\":\"");
  }

  @Test
  void aMapGoesThroughTheCodeAndIsWrittenWithItsDrawing() throws IOException {
    built();
    Path page = home.resolve("maps/tracker.html");
    Path markdown = home.resolve("tracker.md");

    CommandLineRun map = run("map", "what does ParcelTracker apply", "--no-rerank", "--json");
    CommandLineRun written =
        run("map", "what does ParcelTracker apply", "--no-rerank", "--out", page.toString());
    run("map", "what does ParcelTracker apply", "--no-rerank", "--out", markdown.toString());

    assertThat(map.exit()).as(map.err()).isZero();
    assertThat(map.out())
        .contains("\"found\":true")
        .contains("\"name\":\"ParcelTracker.apply\"")
        .contains("\"mermaid\":\"");
    assertThat(written.out()).contains("ParcelTracker.java:").contains(page.toString());
    assertThat(Files.readString(page)).contains("<svg").contains("ParcelTracker.apply");
    assertThat(Files.readString(markdown)).contains("ParcelTracker.apply");
    assertThat(run("map", "x", "--out", "map.pdf").exit()).isEqualTo(2);
    assertThat(run("map", "how are kafka consumers rebalanced", "--no-rerank").out())
        .contains("Not found in this repository");
  }

  @Test
  void aSearchShowsPagesBesideTheCode() {
    built();

    CommandLineRun pages = run("search", "kind:page", "architecture", "--no-rerank", "--json");
    CommandLineRun none = run("search", "architecture", "--no-pages", "--no-rerank", "--json");

    assertThat(pages.out()).contains("\"path\":\"markdown/").contains("\"kind\":\"page\"");
    assertThat(none.out()).doesNotContain("\"kind\":\"page\"");
    assertThat(run("search", "kind:page", "architecture", "--no-rerank").out())
        .contains("markdown/");
  }

  @Test
  void aTurkishQuestionIsAnsweredInTurkish() {
    built();

    CommandLineRun ask = run("ask", "ParcelTracker nerede?", "--no-rerank");
    CommandLineRun none = run("ask", "xylograph nerede saklanıyor?", "--no-rerank");

    assertThat(ask.out()).contains("ParcelTracker.java` dosyasındaki bir sınıf.");
    assertThat(none.out()).contains("Bu depoda bulunamadı.").contains("xylograph");
  }

  @Test
  void whatTheRepositoryDoesNotSayIsNotFound() {
    built();

    CommandLineRun ask = run("ask", "how does the flux capacitor recharge", "--no-rerank");

    assertThat(ask.exit()).isZero();
    assertThat(ask.out()).contains("Not found").contains("flux, capacitor, recharge");
  }

  @Test
  void twoBuildsAreCompared() {
    SampleRepository sample = built();
    sample.write("tools/extra.py", "def extra():\n    return 1\n").commit("second");
    build(sample);

    CommandLineRun compare = run("compare", "1", "2", "--json");

    assertThat(compare.exit()).as(compare.err()).isZero();
    assertThat(compare.out())
        .contains("\"files added\":[\"tools/extra.py\"]")
        .contains("\"subject\":\"parts\"")
        .contains("compare-1-2.html");
    assertThat(wiki().resolve("compare-1-2.html"))
        .content()
        .contains("What changed: 1 → 2", "tools/extra.py")
        .doesNotContain("src=\"assets");
    assertThat(wiki().resolve("compare-1-2.md")).content().contains("tools/extra.py");
    assertThat(run("compare", "2", "2").out()).contains("nothing changed");
    assertThat(run("compare", "1", "7").exit()).isEqualTo(2);
    assertThat(run("check").exit()).isZero();
  }

  @Test
  void statesThatAreNotKeptAreBuiltFromTheSource() {
    SampleRepository sample =
        SampleRepository.committed(home.resolve("ferry")).withParts().commit("parts");
    sample.git("tag", "v1");
    String first = sample.head();
    sample.git("rm", "-rq", "src/main/java/harbour/keel").commit("keel is gone");
    sample.git("tag", "v2");
    String source = sample.folder().toString();
    String out = home.resolve("pages").toString();

    CommandLineRun compare = run("compare", "v1", "v2", source, "--out", out);
    CommandLineRun again = run("compare", first, "v2", source, "--out", out, "--json");

    assertThat(compare.exit()).as(compare.err()).isZero();
    assertThat(compare.out())
        .contains("parts removed: 1", "harbour/keel")
        .contains("dependencies removed:", "harbour/keel -> harbour/jetty")
        .contains("compare-v1-v2.html");
    assertThat(home.resolve("pages/compare-v1-v2.html"))
        .content()
        .contains("class=\"edge removed\"", "class=\"node removed\"");
    assertThat(home.resolve("pages/compare-v1-v2.md")).content().contains("```mermaid");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.err()).doesNotContain("facts"); // both are kept by now
    assertThat(run("compare", "v1", "nowhere", source, "--out", out).exit()).isEqualTo(3);
  }

  @Test
  void aPageIsFoundByItsShortName() {
    built();

    assertThat(run("open", "--print").out()).contains("index.html");
    assertThat(run("open", "architecture", "--print", "--json").out())
        .contains("architecture.html")
        .contains("\"opened\":false");
    assertThat(run("open", "nowhere", "--print").exit()).isEqualTo(2);
    assertThat(run("open", "../../etc", "--print").exit()).isEqualTo(2);
  }

  @Test
  void aWikiIsPutIntoOneFile() throws IOException {
    built();
    Path html = home.resolve("one.html");
    Path zip = home.resolve("one.zip");

    assertThat(run("export", "--out", html.toString()).exit()).isZero();
    assertThat(run("export", "--format", "zip", "--out", zip.toString()).exit()).isZero();

    assertThat(html).content().contains("Ferry carries parcels").doesNotContain("src=\"assets");
    assertThat(zip).isNotEmptyFile();
    assertThat(run("export", "--out", wiki().resolve("x.html").toString()).exit()).isEqualTo(2);
  }
}
