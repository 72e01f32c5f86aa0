package ai.wikibuilder.answers.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.TestWiki;
import ai.wikibuilder.answers.asking.Answered.Line;
import ai.wikibuilder.answers.asking.Answered.Standing;
import ai.wikibuilder.answers.asking.Answered.State;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.pages.prose.reading.ProseStream.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AskerTest {
  private final OpenWiki wiki = TestWiki.warehouse();
  private final Heard heard = new Heard();

  /** Keeps what a reader would have seen. */
  private static final class Heard implements AskListener {
    private final List<Line> said = new ArrayList<>();
    private final List<Line> struck = new ArrayList<>();
    private final List<String> looked = new ArrayList<>();
    private int found = -1;
    private int foundBeforeSaying = -1;

    @Override
    public void found(List<SearchHit> hits) {
      found = hits.size();
    }

    @Override
    public void looked(String what) {
      looked.add(what);
    }

    @Override
    public void said(Line line) {
      foundBeforeSaying = found;
      said.add(line);
    }

    @Override
    public void struck(Line line) {
      struck.add(line);
    }
  }

  private Answered ask(TestAdviser adviser, String question) {
    return ask(adviser, new AskRequest(question, false, Conversation.begin())).answered();
  }

  private Asker.Result ask(TestAdviser adviser, AskRequest request) {
    return new Asker(wiki, adviser.adviser()).ask(request, heard);
  }

  /** The number of the piece that defines something. */
  private static String mark(ChatRequest request, String definition) {
    for (Message message : request.messages()) {
      Matcher piece =
          Pattern.compile("\\[(\\d+)] code \\S+\\n(?:(?!\\n\\[\\d+] )[\\s\\S])*?" + definition)
              .matcher(message.text());
      if (piece.find()) {
        return piece.group(1);
      }
    }
    return "99";
  }

  @Test
  void aSentenceThatHoldsIsSaidWithTheLinesThatShowIt() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) ->
            TestAdviser.told(
                "The method `move0` calls `sort1` [" + mark(request, "public void move0") + "].\n",
                pieces));

    Answered answered = ask(adviser, "what does move0 in row 0 do with the next row");

    assertThat(answered.state()).as(answered.toString()).isEqualTo(State.ANSWERED);
    assertThat(answered.lines()).hasSize(1);
    assertThat(answered.lines().getFirst().standing()).isEqualTo(Standing.VERIFIED);
    assertThat(answered.evidence()).isNotEmpty();
    assertThat(heard.said).isEqualTo(answered.lines());
    assertThat(heard.foundBeforeSaying).isPositive();
    assertThat(answered.usage().tokens()).isEqualTo(120);
  }

  @Test
  void aSentenceThatDoesNotHoldIsNeverShownAndCounted() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) -> {
          String mark = mark(request, "public void move0");
          return TestAdviser.told(
              "The method `move0` calls `sort1` ["
                  + mark
                  + "]. The method `vanish9` is fast ["
                  + mark
                  + "]. It has 4711 rows [999].",
              pieces);
        });

    Answered answered = ask(adviser, "what does move0 in row 0 do with the next row");

    assertThat(heard.said).hasSize(1);
    assertThat(heard.said.toString()).doesNotContain("vanish9").doesNotContain("4711");
    assertThat(answered.leftOut()).hasSize(2);
    assertThat(answered.notes()).anyMatch(note -> note.startsWith("Two sentences"));
  }

  /** Says one thing that holds and two that do not, and this when it is asked to mend them. */
  private static TestAdviser mending(Function<String, String> mended) {
    return new TestAdviser((request, pieces) -> {
      String mark = mark(request, "public void move0");
      String said =
          "The method `move0` calls `sort1` [%1$s]. The method `vanish9` is fast [%1$s]. It has 4711 rows [999]."
              .formatted(mark);
      return TestAdviser.told(
          request.purpose() == Purpose.REPAIR ? mended.apply(mark) : said, pieces);
    });
  }

  private Answered askMending(TestAdviser adviser) {
    return ask(adviser, "what does move0 in row 0 do with the next row");
  }

  /** An answer ended with a heading of which nothing held. */
  @Test
  void aHeadingIsShownWithItsFirstSentenceOnly() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) -> {
          String mark = mark(request, "public void move0");
          return TestAdviser.told(
              "## `vanish9` and `move0`\n\n`vanish9` is fast [%s].\n\n## `move0`\n\n`move0` calls `sort1` [%s].\n\n## `sort1`\n\n`vanish8` is slow [%s].\n"
                  .formatted(mark, mark, mark),
              pieces);
        });

    Answered answered = ask(adviser, "what does move0 in row 0 do with the next row");

    assertThat(answered.text()).contains("calls").doesNotContain("vanish");
    assertThat(answered.lines()).hasSize(2);
    assertThat(answered.lines().getFirst().place()).isEqualTo(Place.HEADING);
    assertThat(heard.said).isEqualTo(answered.lines());
  }

  @Test
  void whatDoesNotHoldIsMendedOnceWithTheExactFindingsAndShownBehind() {
    TestAdviser adviser =
        mending(mark -> "1. `sort1` is called by `move0` [%s].\n2. REMOVE".formatted(mark));

    Answered answered = askMending(adviser);

    assertThat(adviser.requests()).hasSize(2);
    assertThat(adviser.lastPrompt())
        .contains("A check of your answer", "vanish9", "4711", "expected ", "found ");
    assertThat(answered.lines())
        .extracting(Line::text)
        .satisfiesExactly(
            first -> assertThat(first).contains("move0 calls"),
            mended -> assertThat(mended).contains("is called by"));
    assertThat(answered.lines()).extracting(Line::standing).containsOnly(Standing.VERIFIED);
    assertThat(heard.said).as("nothing shown was changed").isEqualTo(answered.lines());
    assertThat(answered.leftOut()).as("what was taken away does not hold either").hasSize(1);
    assertThat(answered.usage().tokens()).as("both calls are counted").isEqualTo(240);
  }

  @Test
  void whatIsMendedInVainIsNeverShownAndNotAskedForAgain() {
    TestAdviser adviser =
        mending(mark -> "1. The method `vanish8` is fast [%s].\n2. Rows are many.".formatted(mark));

    Answered answered = askMending(adviser);

    assertThat(adviser.requests()).hasSize(2);
    assertThat(answered.lines()).hasSize(1);
    assertThat(answered.toString()).doesNotContain("vanish8").doesNotContain("many");
    assertThat(answered.leftOut()).hasSize(2);
  }

  @Test
  void aMendingThatCannotBeHadLeavesWhatWasShown() {
    TestAdviser adviser =
        mending(mark -> {
          throw new ModelException(ModelException.Kind.OVER_BUDGET, "the budget is used up");
        });

    Answered answered = askMending(adviser);

    assertThat(answered.state()).isEqualTo(State.ANSWERED);
    assertThat(answered.lines()).hasSize(1);
    assertThat(answered.leftOut()).hasSize(2);
  }

  @Test
  void anAnswerThatOnlyMendingSavesIsAnAnswer() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) ->
            TestAdviser.told(
                request.purpose() == Purpose.REPAIR
                    ? "1. `move0` calls `sort1` [%s].".formatted(mark(request, "public void move0"))
                    : "The method `vanish9` is fast [1].",
                pieces));

    Answered answered = askMending(adviser);

    assertThat(answered.state()).isEqualTo(State.ANSWERED);
    assertThat(answered.text()).contains("move0 calls sort1");
  }

  @Test
  void anAnswerThatHoldsIsNotMended() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) ->
            TestAdviser.told(
                "`move0` calls `sort1` [" + mark(request, "public void move0") + "].", pieces));

    askMending(adviser);

    assertThat(adviser.requests()).hasSize(1);
  }

  @Test
  void whatNothingShowsIsMarkedAndWaitsForTheFirstProof() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) ->
            TestAdviser.told(
                "Rows are kept in order. `move0` calls `sort1` ["
                    + mark(request, "public void move0")
                    + "].",
                pieces));

    Answered answered = ask(adviser, "what does move0 in row 0 do with the next row");

    assertThat(answered.lines())
        .extracting(Line::standing)
        .containsExactly(Standing.UNCITED, Standing.VERIFIED);
  }

  @Test
  void anAnswerThatIsNotInTheRepositorySaysSoWithWhatWasLookedFor() {
    Answered answered = ask(TestAdviser.saying("NOT FOUND"), "how are rows sorted by weight");

    assertThat(answered.state()).isEqualTo(State.NOT_FOUND);
    assertThat(answered.isFound()).isFalse();
    assertThat(answered.searched()).contains("rows", "sorted", "weight");
    assertThat(heard.said).isEmpty();
  }

  @Test
  void nothingFoundAsksNoModel() {
    TestAdviser adviser = TestAdviser.saying("It is a satellite.");

    Answered answered = ask(adviser, "quantum satellites");

    assertThat(answered.state()).isEqualTo(State.NOT_FOUND);
    assertThat(adviser.requests()).isEmpty();
  }

  @Test
  void anAnswerOfWhichNothingHoldsGivesWayToTheEvidence() {
    Answered answered =
        ask(TestAdviser.saying("Rows are sorted by moonlight."), "how are rows sorted by weight");

    assertThat(answered.state()).isEqualTo(State.COMPOSED);
    assertThat(answered.notes()).anyMatch(note -> note.contains("could be verified"));
    assertThat(answered.lines()).isNotEmpty();
    assertThat(answered.text()).doesNotContain("moonlight");
  }

  @Test
  void aModelThatCannotBeAskedLeavesTheEvidenceAndSaysWhy() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) -> {
          throw new ModelException(Kind.KEY_REFUSED, "the provider does not take the key");
        });

    Answered answered = ask(adviser, "how are rows sorted by weight");

    assertThat(answered.state()).isEqualTo(State.COMPOSED);
    assertThat(answered.failure()).contains(Kind.KEY_REFUSED);
    assertThat(answered.notes()).anyMatch(note -> note.contains("does not take the key"));
    assertThat(answered.lines()).isNotEmpty();
  }

  @Test
  void anAnswerThatBreaksOffKeepsWhatWasCheckedAndSaysSo() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) -> {
          String mark = mark(request, "public void move0");
          var _ =
              TestAdviser.told(
                  "`move0` calls `sort1` [" + mark + "]. `move0` calls the next", pieces);
          throw new ModelException(Kind.BROKEN_REPLY, "the reply breaks off");
        });

    Answered answered = ask(adviser, "what does move0 in row 0 do with the next row");

    assertThat(answered.state()).isEqualTo(State.PARTIAL);
    assertThat(answered.lines()).hasSize(1);
    assertThat(answered.failure()).contains(Kind.BROKEN_REPLY);
  }

  @Test
  void whatWasShownOfAReplyThatBeginsAnewIsStruck() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) -> {
          String mark = mark(request, "public void move0");
          var _ = TestAdviser.told("`move0` calls `sort1` [" + mark + "]. And the", pieces);
          pieces.startOver();
          return TestAdviser.told("The method `move0` calls `sort1` [" + mark + "].", pieces);
        });

    Answered answered = ask(adviser, "what does move0 in row 0 do with the next row");

    assertThat(heard.struck).hasSize(1);
    assertThat(answered.lines())
        .extracting(Line::standing)
        .containsExactly(Standing.STRUCK, Standing.VERIFIED);
    assertThat(answered.text()).isEqualTo("The method move0 calls sort1.");
  }

  @Test
  void toolsBringEvidenceThatCanBeCited() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) ->
            request.messages().getLast() instanceof Message.ToolResult
                ? TestAdviser.told(
                    "Carts are counted by `count3` ["
                        + mark(request, "public static void count3")
                        + "].",
                    pieces)
                : TestAdviser.calling(
                    new ToolCall("1", "symbol", "{\"name\":\"CartsD.count3\"}", ""),
                    new ToolCall("2", "nonsense", "not even JSON", "")));

    Answered answered =
        ask(adviser, new AskRequest("who counts what is left", true, Conversation.begin()))
            .answered();

    assertThat(answered.state()).as(answered.toString()).isEqualTo(State.ANSWERED);
    assertThat(answered.looked()).hasSize(2);
    assertThat(heard.looked.getFirst()).contains("CartsD.count3");
    assertThat(adviser.lastPrompt()).contains("there is no tool nonsense");
    assertThat(adviser.requests())
        .as("each further look reads question and evidence again, so that they are kept")
        .filteredOn(request -> !request.tools().isEmpty())
        .hasSizeGreaterThan(1)
        .allMatch(AskerTest::isQuestionMarked);
  }

  private static boolean isQuestionMarked(ChatRequest request) {
    return request.messages().stream()
        .anyMatch(message -> message instanceof Message.User user && user.cacheBreakpoint());
  }

  @Test
  void aModelThatNeverStopsLookingHasToAnswerFromWhatThereIs() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) ->
            request.tools().isEmpty()
                ? TestAdviser.told(
                    "`move0` calls `sort1` [" + mark(request, "public void move0") + "].", pieces)
                : TestAdviser.calling(
                    new ToolCall("1", "search", "{\"query\":\"sorts row by weight\"}", "")));

    Answered answered =
        ask(
                adviser,
                new AskRequest(
                    "what does move0 in row 0 do with the next row", true, Conversation.begin()))
            .answered();

    assertThat(answered.state()).isEqualTo(State.ANSWERED);
    // two looks without anything new are enough
    assertThat(adviser.requests().size()).isLessThanOrEqualTo(5);
  }

  @Test
  void aModelWithoutToolsFallsBackAndSaysSo() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) -> {
          if (!request.tools().isEmpty()) {
            throw new ModelException(Kind.FAILED, "tools are not supported");
          }
          return TestAdviser.told(
              "`move0` calls `sort1` [" + mark(request, "public void move0") + "].", pieces);
        });

    Answered answered =
        ask(
                adviser,
                new AskRequest(
                    "what does move0 in row 0 do with the next row", true, Conversation.begin()))
            .answered();

    assertThat(answered.state()).isEqualTo(State.ANSWERED);
    assertThat(answered.notes()).anyMatch(note -> note.contains("takes no tools"));
  }

  @Test
  void aQuestionInAnotherLanguageIsLookedForInTheWordsOfCode() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) ->
            request.purpose() == Purpose.QUESTION
                ? TestAdviser.told(
                    "{\"standalone\":\"Wie werden Reihen sortiert?\",\"words\":\"sort rows"
                        + " weight\"}",
                    pieces)
                : TestAdviser.told(
                    "Die Methode `sort0` sortiert [" + mark(request, "public void sort0") + "].",
                    pieces));

    Answered answered = ask(adviser, "Wie werden die Reihen nach Gewicht sortiert?");

    assertThat(answered.language()).isEqualTo("de");
    assertThat(answered.searched()).contains("sort", "rows", "weight");
    assertThat(adviser.lastPrompt()).contains("LANGUAGE German");
    assertThat(heard.found).isPositive();
  }

  @Test
  void aFollowUpIsUnderstoodFromTheConversation() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) ->
            request.purpose() == Purpose.QUESTION
                ? TestAdviser.told(
                    "{\"standalone\":\"who calls sort1\",\"words\":\"sort1 move0\"}", pieces)
                : TestAdviser.told(
                    "`move0` calls `sort1` [" + mark(request, "public void move0") + "].", pieces));
    Conversation before =
        Conversation.begin().with(turn("how are rows sorted", "By `sort1`. [4321]"));

    Answered answered = ask(adviser, new AskRequest("and who calls it?", false, before)).answered();

    assertThat(answered.standalone()).isEqualTo("who calls sort1");
    assertThat(answered.state()).isEqualTo(State.ANSWERED);
    assertThat(adviser.lastPrompt()).contains("how are rows sorted").contains("By `sort1`.");
    assertThat(adviser.lastPrompt()).as("numbers of another answer").doesNotContain("4321");
  }

  private static Turn turn(String question, String answer) {
    return new Turn(
        Instant.parse("2026-11-26T10:00:00Z"),
        question,
        question,
        answer,
        List.of(),
        "answered",
        "",
        "scripted",
        10);
  }

  @Test
  void theOldestTurnsAreSummedUpOnceAndEvidenceStays() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) -> {
          String prompt = request.messages().getFirst().text();
          if (prompt.startsWith("Sum up")) {
            return TestAdviser.told("They talked about rows.", pieces);
          }
          return request.purpose() == Purpose.QUESTION
              ? TestAdviser.told("{\"standalone\":\"rows\",\"words\":\"sort1 row\"}", pieces)
              : TestAdviser.told(
                  "`move0` calls `sort1` [" + mark(request, "public void move0") + "].", pieces);
        });
    Conversation before = Conversation.begin();
    for (int i = 0; i < 40; i++) {
      before = before.with(turn("question " + i, "A long answer. ".repeat(40)));
    }

    Asker.Result result = ask(adviser, new AskRequest("and then?", false, before));

    assertThat(result.before().summary()).isPresent();
    assertThat(adviser.lastPrompt()).contains("They talked about rows.").contains("question 39");
    assertThat(adviser.lastPrompt()).doesNotContain("question 3\n").contains("EVIDENCE\n[1]");
    assertThat(result.before().turns()).hasSize(40);
  }

  @Test
  void aWindowTooSmallForAnyEvidenceIsNamed() {
    Answered answered =
        ask(TestAdviser.saying("Hm.").taking(1_000), "how are rows sorted by weight");

    assertThat(answered.state()).isEqualTo(State.COMPOSED);
    assertThat(answered.failure()).contains(Kind.CONTEXT_EXCEEDED);
  }

  @Test
  void aSmallWindowGetsLessEvidenceAndIsTold() {
    TestAdviser adviser = TestAdviser.saying("`move0` calls `sort1` [1].").taking(2_600);

    Answered answered = ask(adviser, "what does move0 in row 0 do with the next row");

    assertThat(adviser.lastPrompt().length() / 4).isLessThan(2_600);
    assertThat(answered.notes()).anyMatch(note -> note.contains("had no room"));
  }

  @Test
  void ofAQuestionLikeABookOnlyTheBeginningIsRead() {
    TestAdviser adviser = TestAdviser.saying("NOT FOUND");

    Answered answered = ask(adviser, "how are rows sorted by weight " + "x".repeat(100_000));

    assertThat(answered.notes()).anyMatch(note -> note.contains("4,000"));
    assertThat(adviser.lastPrompt().length()).isLessThan(60_000);
  }

  @Test
  void somebodyWhoLeavesGetsNoAnswer() {
    TestAdviser adviser =
        new TestAdviser((request, pieces) -> {
          throw new ModelException(Kind.CANCELLED, "gone");
        });

    assertThatThrownBy(() -> ask(adviser, "how are rows sorted by weight"))
        .isInstanceOf(ModelException.class);
  }

  @Test
  void withoutAModelTheBestEvidenceIsArranged() {
    Answered answered =
        new Asker(wiki, Optional.empty())
            .ask(new AskRequest("how are rows sorted by weight", true, Conversation.begin()), heard)
            .answered();

    assertThat(answered.state()).isEqualTo(State.COMPOSED);
    assertThat(answered.model()).isEmpty();
    assertThat(answered.lines()).isNotEmpty();
    assertThat(answered.usage().tokens()).isZero();
  }
}
