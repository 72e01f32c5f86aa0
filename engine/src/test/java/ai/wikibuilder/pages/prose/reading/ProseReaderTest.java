package ai.wikibuilder.pages.prose.reading;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Inline;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseReaderTest {
  private final ProseReader reader = new ProseReader();

  private List<String> written(String markdown) {
    return reader.read(markdown).statements().stream().map(Statement::written).toList();
  }

  @Test
  void marksBelongToTheSentenceTheyStandInOrRightBehind() {
    assertThat(written("The crane lifts [1][2]. It waits for `Tide.next` [3].[4] Then it rests."))
        .containsExactly(
            "The crane lifts. [1][2]", "It waits for `Tide.next`. [3][4]", "Then it rests.");
  }

  /** What a user of small models saw: no page at all, since each was one piece of code. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "```markdown\n## Cranes\n\nThe crane lifts [1].\n```",
        "```md\n## Cranes\n\nThe crane lifts [1].\n```\n",
        "```\n## Cranes\n\nThe crane lifts [1].\n```",
        "```markdown\n## Cranes\n\nThe crane lifts [1].\n\n```go\nlift()\n```\n```",
        "```markdown\n## Cranes\n\nThe crane lifts [1].",
      })
  void aFenceAroundTheWholeAnswerIsNoCode(String answer) {
    assertThat(written(answer)).containsExactly("Cranes", "The crane lifts. [1]");
  }

  @Test
  void aFenceAroundCodeStaysCode() {
    assertThat(written("```\nThe crane lifts [1].\n```\n\nIt rests [2].\n"))
        .containsExactly("It rests. [2]");
  }

  @Test
  void listsAndRangesOfMarksAreTakenApart() {
    assertThat(written("It lifts [1, 3] and waits [F2] for the tide 【5】 [7-9]."))
        .containsExactly("It lifts and waits for the tide. [1][3][F2][5][7][8][9]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[3]]",
        "[^3]",
        "[#3]",
        "[ 3 ]",
        "[piece 3]",
        "[Evidence 3]",
        "【3†source】",
        "【3†L1-L5】",
        "[3](#3)",
        "**[3]**",
        "{3}",
        "<sup>3</sup>",
        "<sup>[3]</sup>",
        "\\[3\\]"
      })
  void marksAreReadHoweverAModelIsUsedToWriteThem(String mark) {
    assertThat(written("The crane lifts " + mark + ".")).containsExactly("The crane lifts. [3]");
  }

  @Test
  void aLineOrAStepInBracketsIsNoMark() {
    assertThat(written("It stands there [line 3], at [step 2] and (4), x{3} times 2<sup>10</sup>."))
        .containsExactly("It stands there [line 3], at [step 2] and (4), x{3} times 210.");
  }

  @Test
  void marksJoinedByAWordAndFactsInSmallLettersAreMarks() {
    assertThat(written("It lifts [1 and 3] and waits [f2][^4][^5]."))
        .containsExactly("It lifts and waits. [1][3][F2][4][5]");
  }

  @Test
  void aFullStopInsideANameOrAShortenedWordEndsNoSentence() {
    assertThat(written("Types, e.g. `a.b.C`, stand in `x.py`, see also v1.2 of it. The end!"))
        .containsExactly("Types, e.g. `a.b.C`, stand in `x.py`, see also v1.2 of it.", "The end!");
  }

  @Test
  void eastAsianSentencesEndWithoutABlank() {
    assertThat(written("`A` 调用 `B` [1]。然后结束。")).containsExactly("`A` 调用 `B`。 [1]", "然后结束。");
  }

  @Test
  void quotedWordsAreQuotationsAndSingleOnesAreNot() {
    Statement statement =
        reader
            .read("It says “keeps the `rope` dry at all times” and is \"fine\".")
            .statements()
            .get(0);

    assertThat(statement.words()).contains(new Inline.Quote("keeps the rope dry at all times"));
    assertThat(statement.words().getLast()).isEqualTo(new Inline.Plain(" and is \"fine\"."));
  }

  /** A false half was judged alone: “No such words” of a comment that has just these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "`f`: “Says whether it is open. Never waits for anybody.” [1]",
        "`f` „sagt, ob es offen ist. Wartet auf niemanden.“ [1]",
        "`f` «говорит, открыт ли он. Никого не ждёт.» [1]",
        "`f`: “Says whether **it** is open. Never waits for `anybody`.” [1]"
      })
  void aQuotationOfTwoSentencesIsNotCut(String markdown) {
    assertThat(reader.read(markdown).statements()).hasSize(1);
    assertThat(reader.read(markdown + " It waits. [2]").statements()).hasSize(2);
  }

  @Test
  void aSignThatBeginsAQuotationWithoutEndIsASlipWhenMuchFollows() {
    String slip = "It “says so. " + "It waits for the tide to come. ".repeat(30);

    assertThat(reader.read(slip).statements()).hasSize(31);
  }

  @Test
  void headingsListsAndTablesKeepTheirShape() {
    Prose prose =
        reader.read(
            "## Parts\n\n- one [1]\n  - two [2]\n\n| a | b |\n|---|---|\n| `x` | y [3] |\n");

    assertThat(prose.parts()).hasSize(3);
    assertThat(prose.parts().get(1))
        .isInstanceOfSatisfying(
            ProsePart.Items.class, items -> assertThat(items.items()).hasSize(2));
    assertThat(prose.parts().get(2))
        .isInstanceOfSatisfying(
            ProsePart.Table.class,
            table -> assertThat(table.rows().getFirst().get(1).written()).isEqualTo("y [3]"));
  }

  @Test
  void aDiagramIsReadAsDataAndOtherCodeStaysCode() {
    Prose prose =
        reader.read(
            """
            ```json
            {"diagram": "sequence", "title": "One tide", "edges": [
              {"from": "Crane", "to": "Tide", "call": "next", "evidence": [3, "F1"]}]}
            ```

            ```json
            {"diagram": 3
            ```
            """);

    assertThat(prose.parts().getFirst())
        .isEqualTo(
            new ProsePart.Drawing(
                new DiagramRequest(
                    "sequence",
                    "One tide",
                    List.of(
                        new DiagramRequest.Arrow("Crane", "Tide", "next", List.of("3", "F1"))))));
    assertThat(prose.parts().get(1)).isInstanceOf(ProsePart.Code.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See [the crane](https://evil.example/x?secret) [1].",
        "![pixel](https://evil.example/p.png) A crane [1].",
        "<img src=https://evil.example/p.png> A crane [1].",
        "<script>fetch('https://evil.example')</script>\n\nA crane [1].",
        "A crane [1] <https://evil.example/x>.",
        "A crane [1].\n\n[1]: https://evil.example/x",
        "A crane [![a](https://evil.example/a)](https://evil.example/b) [1].",
        "[x]: javascript:alert(1)\n\nA [crane][x] [1]."
      })
  void noAddressAndNoMarkupOfAModelGetsThrough(String markdown) {
    Prose prose = reader.read(markdown);

    assertThat(prose.statements().toString().toLowerCase(Locale.ROOT))
        .doesNotContain("evil.example/p", "<img", "javascript", "evil.example/x?secret")
        .contains("crane", "marks=[1]");
    assertThat(prose.statements())
        .allSatisfy(statement ->
            assertThat(statement.words()).noneMatch(word -> word instanceof Inline.ExternalLink));
    assertThat(prose.dropped()).isNotEmpty();
  }

  @Test
  void charactersThatShowNothingOrTurnTheTextRoundAreGone() {
    assertThat(written("A cr\u202Eane\u200B lifts \u2067[1]\u2069."))
        .containsExactly("A crane lifts. [1]");
  }

  @Test
  void deepNestingAndLongAnswersCostNoStack() {
    assertThat(reader.read(">".repeat(20_000) + " deep [1].").statements()).hasSize(1);
    assertThat(reader.read("- ".repeat(20_000) + "deep [1].").statements()).hasSize(1);
    assertThat(reader.read("word ".repeat(100_000)).dropped()).hasSize(1);
    assertThat(reader.read("[".repeat(50_000)).parts()).hasSize(1);
  }
}
