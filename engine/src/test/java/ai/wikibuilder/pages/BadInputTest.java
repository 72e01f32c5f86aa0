package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.steering.SteeringReader;
import org.junit.jupiter.api.Test;

/** Repositories nobody would call tidy: each gets a wiki whose evidence holds. */
class BadInputTest {
  private static final String TYPE = "package p;\nclass Type {\n  void run() {\n  }\n}\n";

  private static TestRepository withReadme(String readme) {
    return new TestRepository().file("README.md", readme).file("src/Type.java", TYPE);
  }

  @Test
  void aReadmeOfBadgesAndHtmlIsNotQuoted() {
    Wiki wiki =
        PageComposerTest.compose(
            withReadme(
                """
                <div align="center"><img src="https://x.example.org/logo.svg" width="200"/></div>

                [![build](https://ci.example.org/b.svg)](https://ci.example.org) ![cov](https://c.example.org/c.svg)

                <table><tr><td>a</td></tr></table>
                """));

    assertThat(wiki.summary()).doesNotContain("img", "http", "<").contains("Type");
  }

  /** The text of a licence stood as the description of a library on its first page. */
  @Test
  void theLineBelowTheTitleDescribesAndTheLicenceDoesNot() {
    Wiki wiki =
        PageComposerTest.compose(
            withReadme(
                """
                # parcels

                Tiny parcel reader in plain C.

                ## Table of contents
                * [License](#license)

                ## License

                >  The above copyright notice and this permission notice shall be included in all copies.
                """));

    assertThat(wiki.summary()).isEqualTo("“Tiny parcel reader in plain C.”");
  }

  /** “Parcels provides …” of a tutorial was taken for what stands right below the title. */
  @Test
  void wordsBelowTheTitleComeBeforeADefinitionFurtherDown() {
    Wiki wiki =
        PageComposerTest.compose(
            withReadme(
                """
                # Parcels

                <p><img src="https://x.example.org/a.png"/></p>

                A tool for careful parcels. It needs no network.

                ## Tutorial

                Parcels provides highly configurable commands for your scripts. Let's write one.
                """));

    assertThat(wiki.summary()).isEqualTo("“A tool for careful parcels. It needs no network.”");
  }

  @Test
  void aHeadOfAReadmeInHtmlOrAHeadingThatIsASentenceIsRead() {
    assertThat(
            PageComposerTest.compose(
                    withReadme(
                        """
                        <p align="center">
                          <img src="logo.svg" alt="parcels"><br>
                          <a href="#install">How to install it on Linux</a>
                          A <i>careful</i> counter of parcels and letters.
                        </p>

                        ## Installing
                        """))
                .summary())
        .isEqualTo("“A careful counter of parcels and letters.”");
    assertThat(
            PageComposerTest.compose(
                    withReadme(
                        """
                        [![x](https://x.example.org/b.svg)](https://x.example.org)

                        #### Parcels is a counter of letters and parcels.

                        ## Use
                        """))
                .summary())
        .isEqualTo("“Parcels is a counter of letters and parcels.”");
  }

  /** A file of Rust without a comment about itself held the build for minutes. */
  @Test
  void manyCommentLinesBeforeTheFirstItemAreReadAtOnce() {
    TestRepository repository =
        new TestRepository()
            .file(
                "src/lib.rs",
                "// one more line of words\n\n   \n".repeat(400) + "pub fn run() {\n}\n");

    assertThat(PageComposerTest.compose(repository).pages()).isNotEmpty();
  }

  @Test
  void aReadmeInAnotherLanguageIsQuotedAsItIs() {
    Wiki wiki =
        PageComposerTest.compose(
            withReadme(
                "# Paketler\n\nBu program küçük dükkânlar için paketleri izler ve bildirir.\n"));

    assertThat(wiki.summary()).contains("küçük dükkânlar için");
  }

  /** Of a README without blanks between its words nothing was quoted. */
  @Test
  void aReadmeInAWritingWithoutBlanksIsQuotedToo() {
    assertThat(
            PageComposerTest.compose(
                    withReadme("# 包裹\n\n这是一个用于小型商店的包裹跟踪程序。它会通知买家。还有更多。\n\n## 安装\n"))
                .summary())
        .isEqualTo("“这是一个用于小型商店的包裹跟踪程序。它会通知买家。”");
    assertThat(PageComposerTest.compose(withReadme("# 荷物\n\n小さな店のために荷物を追跡するプログラムです。\n")).summary())
        .contains("荷物を追跡するプログラムです。");
  }

  @Test
  void aMissingReadmeIsSaidAndWhatTheCodeLeansOnStandsInItsPlace() {
    assertThat(PageComposerTest.compose(new TestRepository().file("src/Type.java", TYPE)).summary())
        .contains("no document says what this is for", "Type");
  }

  @Test
  void aReadmeOfTwoMegabytesIsReadAtItsFront() {
    String readme =
        "# Long\n\nLong is a program with a very long story.\n\n"
            + "And so it goes on and on without an end in sight.\n".repeat(40_000);

    assertThat(PageComposerTest.compose(withReadme(readme)).summary())
        .contains("Long is a program with a very long story.");
  }

  @Test
  void modulesInACircleAreToldAsOne() {
    TestRepository repository = new TestRepository();
    for (int i = 0; i < 3; i++) {
      int next = (i + 1) % 3;
      repository.file(
          "src/main/java/c/p%d/A%d.java".formatted(i, i),
          """
          package c.p%d;
          import c.p%d.A%d;
          public class A%d {
            private A%d other;
            public void go%d() {
              other.go%d();
            }
          }
          """
              .formatted(i, next, next, i, next, i, next));
    }

    assertThat(WikiText.of(PageComposerTest.compose(repository))).contains("circle");
  }

  @Test
  void aFileOfSixtyThousandLinesIsOneFile() {
    StringBuilder text = new StringBuilder("package p;\nclass Long {\n");
    for (int i = 0; i < 20_000; i++) {
      text.append("  void run")
          .append(i)
          .append("() {\n    run")
          .append(i / 2)
          .append("();\n  }\n");
    }
    TestRepository repository = new TestRepository().file("src/Long.java", text + "}\n");

    assertThat(PageComposerTest.compose(repository).summary()).contains("Long");
  }

  @Test
  void documentsAloneAreAWiki() {
    TestRepository repository = new TestRepository();
    for (int i = 0; i < 30; i++) {
      repository.file(
          "docs/part%02d.md".formatted(i),
          "# Part " + i + "\n\nThis part tells of the number " + i + ".\n");
    }

    assertThat(WikiText.of(PageComposerTest.compose(repository))).contains("documents and no code");
  }

  @Test
  void configurationAloneIsAWiki() {
    TestRepository repository =
        new TestRepository()
            .file("compose.yaml", "services:\n  db:\n    image: postgres:16\n")
            .file("app.properties", "server.port=8080\n");

    assertThat(WikiText.of(PageComposerTest.compose(repository))).contains("postgres:16");
  }

  @Test
  void unknownLanguagesAreSaidToBeUnread() {
    TestRepository repository =
        new TestRepository().file("a.xyz", "hello\n").file("b.xyz", "world\n");

    assertThat(PageComposerTest.compose(repository).summary())
        .contains("no code that could be read");
  }

  @Test
  void aSteeringFileThatAsksForTenThousandPagesGetsAFew() {
    StringBuilder asked = new StringBuilder("pages:\n");
    for (int i = 0; i < 1_500; i++) {
      asked.append("- {title: Page ").append(i).append(", notes: What is asked for}\n");
    }
    TestRepository repository =
        new TestRepository().file(".aiwiki.yml", asked.toString()).file("src/Type.java", TYPE);

    assertThat(new Planner().plan(repository.graph(), SteeringReader.read(repository)).pages())
        .hasSizeLessThan(60);
    assertThat(PageComposerTest.compose(repository).pages()).hasSizeLessThan(60);
  }

  @Test
  void aTurkishWikiIsWrittenInTurkish() {
    TestRepository repository =
        new TestRepository().file(".aiwiki.yml", "language: tr\n").file("src/Type.java", TYPE);

    assertThat(WikiText.of(PageComposerTest.compose(repository)))
        .contains("# Genel bakış", "Sayılarla")
        .doesNotContain("Where to", "is written in");
  }
}
