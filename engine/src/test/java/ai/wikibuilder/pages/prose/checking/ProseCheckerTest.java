package ai.wikibuilder.pages.prose.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.PageComposer;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.EvidencePiece.Kind;
import ai.wikibuilder.pages.prose.reading.Prose;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import ai.wikibuilder.pages.prose.reading.Statement;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of an invented harbour: what a model may say of it, and what it may not. */
class ProseCheckerTest {
  private static final String CRANE =
      """
      package harbour;
      /** Lifts crates from a ship, one after the other. */
      public class Crane extends Machine {
        private Tide tide;
        private static final int LOAD_MAX = 40;
        /** Lifts one crate when the water stands high enough. */
        public void lift() {
          tide.next();
          lower();
        }
        /** Puts a crate down on the quay without breaking it. */
        public void lower() {
          stop();
        }
        public void idle() {
        }
      }
      """;
  private static final String TIDE =
      """
      package harbour;
      /** When the water comes and goes, told for each day. */
      public class Tide {
        /** Says at which hour the water stands high the next time. */
        public int next() {
          return 6;
        }
        public int height() {
          return 3;
        }
      }
      """;

  private static final String CARD = "harbour.Tide\nnamed by: Crane.lift (Crane.java:8)\n";

  private final TestRepository repository =
      new TestRepository()
          .file("harbour/Crane.java", CRANE)
          .file("harbour/Tide.java", TIDE)
          .file(
              "harbour/Machine.java",
              """
              package harbour;
              /** Anything on the quay that moves by itself. */
              public class Machine {
                public void stop() {
                }
                void windUp() {
                }
              }
              """)
          .file(
              "README.md",
              "# Harbour\n\nA harbour for three ships, told as a game for children.\n");

  private final EvidencePack pack =
      new EvidencePack(
          List.of(
              piece(1, Kind.CODE, "harbour/Crane.java", 2, 10),
              piece(2, Kind.CODE, "harbour/Crane.java", 11, 16),
              piece(3, Kind.CODE, "harbour/Tide.java", 2, 11),
              piece(4, Kind.CODE, "harbour/Machine.java", 2, 8),
              piece(5, Kind.DOC, "README.md", 1, 3),
              new EvidencePiece(6, Kind.CARD, "harbour/Tide.java", 3, 3, CARD),
              new EvidencePiece(1, Kind.FACT, "", 0, 0, "3 machines, 14 transitions, 2 quays")));

  private final ProseChecker checker = new ProseChecker(repository.graph(), repository);

  private EvidencePiece piece(int number, Kind kind, String path, int first, int last) {
    SourceText text = repository.text(path).orElseThrow();
    return new EvidencePiece(number, kind, path, first, last, text.lines(first, last));
  }

  private Verdict judge(String language, String sentence) {
    List<Statement> statements = new ProseReader().read(sentence).statements();
    ProseChecker.Session session = checker.session("harbour", language, pack);
    List<Verdict> verdicts = new ArrayList<>();
    statements.forEach(one -> verdicts.add(session.judge(one)));
    return verdicts.getLast();
  }

  private CheckedProse check(String markdown) {
    return checker.check(new ProseReader().read(markdown), checker.session("harbour", "en", pack));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`Crane.lift` calls `Tide.next` [1].",
        "`Tide.next` is called by `Crane.lift` [1].",
        "`Crane` extends `Machine` [1].",
        "`Crane` has three methods [1].",
        "`Crane` says of itself: “Lifts crates from a ship, one after the other.” [1]",
        "`Tide` is defined in `harbour/Tide.java` [3].",
        "Only `Crane.lift` calls `Tide.next` [1].",
        "A crane carries at most 40 at once, see `LOAD_MAX` [1].",
        "`Crane.lower` puts a crate down on the quay without breaking it [2].",
        "There are fourteen transitions in `Crane` [1][F1].",
        "`Crane.lift` calls `Tide.next`, and then it calls `Crane.lower` [1].",
        "The harbour is a game for children [5].",
        "`int next()` is called by `Crane.lift` [1].",
        "`void lower()`: “Puts a crate down on the quay without breaking it.” [2]",
        "WindUp is a method of `Machine` [4]."
      })
  void whatHoldsIsVerified(String sentence) {
    assertThat(judge("en", sentence)).isInstanceOf(Verdict.Verified.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EVIDENCE   | `Crane` lifts crates [9].
          RELATION   | `Tide.next` calls `Crane.lift` [3].
          RELATION   | `Crane.lift` is called by `Tide.next` [1].
          RELATION   | `Machine` extends `Crane` [4].
          RELATION   | `Crane.lift` calls `Tide.height` [1][3].
          RELATION   | `Crane.lift` never calls `Tide.next` [1].
          COUNT      | `Crane` has four methods [1].
          COUNT      | There are fifteen transitions [F1].
          COUNT      | A crane carries at most 41 at once [1].
          QUOTE      | `Crane` says: “Lifts crates from a ship, all of them at once.” [1]
          QUOTE      | `Crane.lower` is documented as “Lifts one crate when the water stands high enough.” [1][2]
          IDENTIFIER | `Crane.swing` turns it round [1].
          IDENTIFIER | The `CraneManager` moves it [1].
          IDENTIFIER | `String next()` is called by `Crane.lift` [1].
          RELATION   | `int next()` is called by `Crane.lower` [2].
          IDENTIFIER | A crate and WindUp are parts of it [4].
          IDENTIFIER | `Tide` decides when a crate moves [5].
          FILE       | `harbour/Ship.java` has the ships [1].
          LINES      | The crane starts in line 7 [1].
          LINK       | Read https://harbour.example/more about it [1].
          PLACE      | `Crane.lift` calls `Tide.next` [3].
          PLACE      | `Crane` has three methods [2].
          PLACE      | `Crane.idle` puts a crate down on the quay without breaking it [2].
          """)
  void whatDoesNotHoldFails(Finding.Kind kind, String sentence) {
    assertThat(judge("en", sentence))
        .isInstanceOfSatisfying(
            Verdict.Failed.class,
            failed -> assertThat(failed.findings()).extracting(Finding::kind).contains(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tr | `Crane.lift`, `Tide.next` yöntemini çağırır [1]. | `Tide.next`, `Crane.lift` yöntemini çağırır [1].
          de | `Tide.next` wird von `Crane.lift` aufgerufen [1]. | `Crane.lift` wird von `Tide.next` aufgerufen [1].
          fr | `Crane` a trois méthodes [1]. | `Crane` a cinq méthodes [1].
          ru | `Crane.lift` вызывает `Tide.next` [1]. | `Tide.next` вызывает `Crane.lift` [1].
          ja | `Crane.lift` は `Tide.next` を呼び出します [1]。 | `Tide.next` は `Crane.lift` を呼び出します [1]。
          """)
  void otherLanguagesAreReadAsWell(String language, String holds, String fails) {
    assertThat(judge(language, holds)).isInstanceOf(Verdict.Verified.class);
    assertThat(judge(language, fails)).isInstanceOf(Verdict.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This is what makes the harbour safe.",
        "`Crane` is there for seven reasons [1].",
        "Its design is pleasant to work with."
      })
  void whatNothingProvesIsMarked(String sentence) {
    assertThat(judge("en", sentence)).isInstanceOf(Verdict.Uncited.class);
  }

  @Test
  void aPronounIsWhatTheSentenceBeforeWasAbout() {
    assertThat(judge("en", "`Crane.lift` lifts one crate [1]. It calls `Tide.next` [1]."))
        .isInstanceOf(Verdict.Verified.class);
    assertThat(judge("en", "`Tide.next` says the hour [3]. It calls `Crane.lift` [3]."))
        .isInstanceOf(Verdict.Failed.class);
  }

  /** A page whose first sentence began with a pronoun could not be checked at all. */
  @ParameterizedTest
  @ValueSource(strings = {"Only `Crane.lift` calls it [1].", "It calls them [1].", "[1]", "."})
  void aPronounThatStandsForNothingIsNeitherFatalNorVerified(String sentence) {
    assertThat(check(sentence).verified()).isEmpty();
  }

  @Test
  void marksAreNarrowedToTheLinesThatShowIt() {
    assertThat(judge("en", "`Crane.lift` calls `Tide.next` [1]."))
        .isInstanceOfSatisfying(
            Verdict.Verified.class,
            one ->
                assertThat(one.sentence().evidence())
                    .contains(new Evidence("harbour/Crane.java", 8, 8)));
    assertThat(judge("en", "The crane “Lifts crates from a ship, one after the other.” [1]"))
        .isInstanceOfSatisfying(
            Verdict.Verified.class,
            one ->
                assertThat(one.sentence().evidence())
                    .contains(new Evidence("harbour/Crane.java", 2, 2)));
  }

  /** A clause of Chinese counted as one word, and no page in it was long enough. */
  @Test
  void aPageWithoutBlanksBetweenItsWordsIsAsLongAsOneWithThem() {
    String chinese = "`Crane` 把木箱一个接一个地从船上吊下来，水位足够高的时候才会吊起一个木箱 [1]。";
    String english =
        "`Crane` lifts crates from a ship, one after the other, when water stands high [1]. ";

    int words = check(chinese.repeat(10)).verifiedWordCount();

    assertThat(words)
        .isCloseTo(check(english.repeat(10)).verifiedWordCount(), withinPercentage(30));
  }

  @Test
  void aPageLosesWhatFailsAndKeepsTheRest() {
    CheckedProse page =
        check(
            """
            ## The crane
            `Crane` extends `Machine` [1]. `Tide.next` calls `Crane.lift` [3].

            This is safe.

            ## `CraneManager`
            - `Crane.lift` calls `Tide.next` [1].

            ```java
            public void idle() {
            ```
            ```java
            public void explode() {
            ```
            """);

    assertThat(page.verified()).hasSize(2);
    assertThat(page.failed()).hasSize(2);
    assertThat(page.uncited()).hasSize(1);
    assertThat(page.givesWay()).isTrue();
    assertThat(page.sections().get(0).heading()).isEqualTo("The crane");
    assertThat(page.sections().get(1).heading()).isEmpty();
    assertThat(page.sections().get(1).blocks().get(1)).isInstanceOf(Block.CodeBlock.class);
    assertThat(page.sections().get(1).blocks()).hasSize(2);
    assertThat(page.dropped()).contains("code that stands in no piece of the evidence");
    assertThat(page.checking(1).removed()).hasSize(2);
  }

  @Test
  void aDiagramKeepsTheArrowsThatHaveAnEdge() {
    CheckedProse page =
        check(
            """
            ```json
            {"diagram": "sequence", "title": "One crate", "edges": [
              {"from": "Crane", "to": "Tide", "call": "next", "evidence": [1]},
              {"from": "Crane", "to": "Machine", "call": "stop", "evidence": [2]},
              {"from": "Tide", "to": "Crane", "call": "lift", "evidence": [3]}]}
            ```
            """);

    assertThat(page.sections().getFirst().blocks())
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Figure.class,
            figure -> {
              assertThat(figure.diagram().edges()).hasSize(2);
              assertThat(figure.diagram().inWords()).hasSize(2);
            });
    assertThat(page.dropped()).singleElement().asString().contains("Tide → Crane");
  }

  @Test
  void theRepairRequestSaysExactlyWhatWasFound() {
    RepairRequest request =
        RepairRequest.of(check("`Crane` has four methods [1]. `Crane` extends `Machine` [1]."))
            .orElseThrow();

    assertThat(request.statementCount()).isEqualTo(1);
    assertThat(request.text())
        .contains("1. `Crane` has four methods. [1]")
        .contains("count: expected 3 methods; found 4 methods");
    assertThat(RepairRequest.of(check("`Crane` extends `Machine` [1]."))).isEmpty();
  }

  @Test
  void oneReplyMendsTheStatementsItNames() {
    ProseReader reader = new ProseReader();
    String page =
        "`Crane` has four methods [1]. `Tide.next` calls `Crane.lift` [3]. `Crane` extends `Tide` [1].";
    CheckedProse first = check(page);

    RepairReply reply =
        RepairReply.read(
            "1: `Crane` has three methods [1].\n2. REMOVE\n3) `Crane` extends `README` [1].\n9: no",
            first,
            reader);
    CheckedProse second =
        checker.check(reply.applyTo(reader.read(page)), checker.session("harbour", "en", pack));

    assertThat(first.failed()).hasSize(3);
    assertThat(second.verified())
        .singleElement()
        .satisfies(one ->
            assertThat(one.statement().written()).isEqualTo("`Crane` has three methods. [1]"));
    assertThat(second.failed()).hasSize(1);
    assertThat(reply.mendedCount()).isEqualTo(2);
    assertThat(reply.heldCount(second)).isEqualTo(1);
  }

  /** What a user saw: a page that begins with "Sure!" and offers to say more at its end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Sure! Here is the wiki page you asked for:|Let me know if you want more details.",
        "en|Certainly!|I hope this helps.",
        "de|Gerne! Hier ist die gewünschte Seite:|Ich hoffe, das hilft.",
        "fr|Voici la page demandée :|N'hésitez pas à demander plus.",
        "es|¡Claro! Aquí está la página:|Espero que ayude.",
        "pt|Aqui está a página pedida:|Espero que ajude.",
        "tr|Elbette! İşte istenen sayfa:|Umarım yardımcı olur.",
        "ru|Конечно! Вот готовая страница:|Надеюсь, это поможет.",
        "zh|好的，以下是您要的页面：|希望这对您有帮助。",
        "ja|もちろん、以下はページです。|お役に立てれば幸いです。",
        "ko|물론! 다음은 요청하신 페이지입니다:|도움이 되길 바랍니다."
      })
  void whatIsSaidToWhoeverAskedIsNoPartOfAPage(String language, String before, String after) {
    String page = before + "\n\n`Crane` extends `Machine` [1].\n\n" + after;

    CheckedProse checked =
        checker.check(new ProseReader().read(page), checker.session("harbour", language, pack));

    assertThat(checked.verdicts()).hasSize(1);
    assertThat(String.join("\n", checked.dropped())).contains("words to whoever asked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here are the steps:",
        "If you want more throughput, raise the limit.",
        "Of course the crane rests at night.",
        "This is the page cache of the harbour."
      })
  void whatOnlySoundsLikeTalkStays(String sentence) {
    assertThat(check(sentence).verdicts()).hasSize(1);
  }

  /** What a user saw: "REMOVE" in bold as a sentence of a page. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1: **REMOVE**",
        "1. `REMOVE`",
        "**1:** REMOVE.",
        "- 1: Remove",
        "[1]: REMOVE",
        "1: REMOVE (no evidence says so)"
      })
  void whatIsToGoGoesHoweverTheModelSaysIt(String reply) {
    ProseReader reader = new ProseReader();
    String page = "`Crane` has four methods [1]. `Crane` extends `Machine` [1].";
    CheckedProse first = check(page);

    RepairReply read = RepairReply.read(reply, first, reader);

    assertThat(new Prose(read.applyTo(reader.read(page)).parts(), List.of()).statements())
        .singleElement()
        .satisfies(left -> assertThat(left.written()).contains("extends"));
  }

  @Test
  void aMendedSentenceMayBeginLikeAnOrder() {
    ProseReader reader = new ProseReader();
    CheckedProse first = check("`Crane` has four methods [1].");

    RepairReply reply =
        RepairReply.read("1: Removed cranes have three methods [1].", first, reader);

    assertThat(reply.mendedCount()).isEqualTo(1);
  }

  /**
   * What a user saw: a page that says it is verified, and {@code aiwiki check} with a finding on
   * it. Names and quotations are published by the rule by which they are checked.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // words of a card, made for the writer
        "The tide is “named by: Crane.lift (Crane.java:8)” [6].",
        // a part of a word of a comment is no name
        "The `rane` has a `lift`, which lifts `crate` after crate from a ship [1].",
        "A `hour` is said by `Tide.next`, and the `wate` stands high [3].",
        // words of a comment that stand beside the lines that prove the claim
        "The `quay` is where `Crane.lower` calls `stop` [2].",
        "With `breaking` on the `quay`, `Crane.lower` puts a crate down [2].",
        "`Crane.lift` calls `Tide.next`, and the `ship` has `crates` [1].",
        "`Crane` extends `Machine` and the `ship` waits [1][4].",
      })
  void whatIsPublishedAsVerifiedHoldsForTheCheckOfTheWikiToo(String sentence) {
    if (judge("en", sentence) instanceof Verdict.Verified verified) {
      assertThat(findings(verified.sentence())).as("%s %s", sentence, verified).isEmpty();
    }
  }

  @Test
  void aWordOfACommentBringsItsLine() {
    Verdict verdict =
        judge("en", "`Crane.lift` calls `Tide.next`, one of the `crates` a time [1].");

    assertThat(verdict).isInstanceOf(Verdict.Verified.class);
    assertThat(((Verdict.Verified) verdict).sentence().evidence())
        .contains(
            new Evidence("harbour/Crane.java", 2, 2), new Evidence("harbour/Crane.java", 8, 8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Of `lift` the code says “Lifts one crate when the water stands high enough.” [1] | 6 | 6",
        "Its body reads “tide.next(); lower();” [1] | 8 | 9",
        "There it says “Tide tide; private static final” [1]. | 4 | 5",
        "One reads “stands high enough public void lift” there [1]. | 6 | 7",
      })
  void aQuotationIsCitedByTheFewestLinesThatHaveIt(String sentence, int first, int last) {
    Verdict verdict = judge("en", sentence);

    assertThat(verdict).isInstanceOf(Verdict.Verified.class);
    assertThat(((Verdict.Verified) verdict).sentence().evidence())
        .contains(new Evidence("harbour/Crane.java", first, last));
  }

  /** What a comment says of its own symbol may be what no edge shows; the opposite stays false. */
  @Test
  void whatTheCommentAboveSaysIsNotTakenOut() {
    TestRepository lamps =
        new TestRepository()
            .file(
                "harbour/Lamp.java",
                "/** A lamp, the implementation of Light for fog. */\npublic class Lamp {\n}\n")
            .file("harbour/Light.java", "/** Shines. */\npublic class Light {\n}\n");
    String text = lamps.text("harbour/Lamp.java").orElseThrow().lines(1, 3);
    EvidencePack shown =
        new EvidencePack(List.of(new EvidencePiece(1, Kind.CODE, "harbour/Lamp.java", 1, 3, text)));
    ProseChecker.Session session =
        new ProseChecker(lamps.graph(), lamps).session("lamps", "en", shown);
    ProseReader reader = new ProseReader();

    Verdict said =
        session.judge(
            reader.read("`Lamp` is an implementation of `Light` [1].").statements().getFirst());
    Verdict turned =
        session.judge(
            reader.read("`Light` is an implementation of `Lamp` [1].").statements().getFirst());

    assertThat(said).isNotInstanceOf(Verdict.Failed.class);
    assertThat(turned).isInstanceOf(Verdict.Failed.class);
  }

  /** “Its” are those of what was spoken of before, and not of the name that follows. */
  @Test
  void whatIsCountedAsItsOwnBelongsToWhatWasSpokenOfBefore() {
    assertThat(judge("en", "`Machine` moves [4]. Its single subclass `Crane` lifts [1]."))
        .isNotInstanceOf(Verdict.Failed.class);
    assertThat(judge("en", "Of its 36 implementations `Crane` is the shortest [1]."))
        .isNotInstanceOf(Verdict.Failed.class);
    assertThat(judge("en", "`Machine` moves [4]. Of its 36 subclasses `Crane` is the first [1]."))
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void wordsMadeForTheWriterAreNoQuotation() {
    assertThat(judge("en", "The tide is “named by: Crane.lift (Crane.java:8)” [6]."))
        .isInstanceOf(Verdict.Failed.class);
  }

  /** What {@code aiwiki check} says of one sentence on a page by a model. */
  private List<Finding> findings(Sentence sentence) {
    Page page =
        new Page(
            "harbour",
            "Harbour",
            Optional.empty(),
            "",
            List.of(new Page.Section("", List.of(new Block.Paragraph(List.of(sentence))))),
            Optional.of(check("").checking(0)));
    Composition composition =
        new Composition(
            new SnapshotId("harbour", Optional.empty(), Optional.empty(), "", "", false),
            repository.graph(),
            new Planner().plan(repository.graph()),
            repository,
            Map.of(),
            0);
    Wiki composed = new PageComposer().compose(composition);
    Wiki wiki = composed.written(List.of(page), composed.authorship());
    return new ClaimChecker(new Ground(repository, repository.graph(), composition.plan()))
        .check(wiki).findings().stream()
            .filter(one -> one.kind() != Finding.Kind.COUNT && one.kind() != Finding.Kind.LINK)
            .toList();
  }
}
