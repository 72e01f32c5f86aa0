package ai.wikibuilder.pages.prose.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProseStreamTest {
  private static final String ANSWER =
      "The crane lifts [1][2]. It waits for `Tide.next` [3].\n\n- One crate [4].\n- “Two. Or three.” [5]\n";

  @Test
  void aStatementComesOnceItsMarksHaveCome() {
    ProseStream stream = new ProseStream(new ProseReader());

    assertThat(stream.accept("The crane lifts")).isEmpty();
    assertThat(stream.accept(". [1]")).isEmpty();
    assertThat(stream.accept("[2] It"))
        .extracting(one -> one.statement().marks())
        .containsExactly(List.of("1", "2"));
    assertThat(stream.accept(" waits [3].")).isEmpty();
    assertThat(stream.finish())
        .extracting(one -> one.statement().written())
        .containsExactly("It waits. [3]");
    assertThat(stream.finish()).isEmpty();
  }

  @Test
  void whateverTheCutTheStatementsAreThoseOfTheWholeText() {
    Prose prose = new ProseReader().read(ANSWER);
    List<ProseStream.Placed> whole = ProseStream.placed(prose);
    assertThat(whole).extracting(ProseStream.Placed::statement).isEqualTo(prose.statements());
    assertThat(whole)
        .extracting(ProseStream.Placed::place)
        .containsExactly(
            ProseStream.Place.PARAGRAPH,
            ProseStream.Place.NEXT,
            ProseStream.Place.ITEM,
            ProseStream.Place.ITEM);

    for (int size = 1; size <= ANSWER.length(); size++) {
      ProseStream stream = new ProseStream(new ProseReader());
      List<ProseStream.Placed> given = new ArrayList<>();
      for (int at = 0; at < ANSWER.length(); at += size) {
        given.addAll(stream.accept(ANSWER.substring(at, Math.min(ANSWER.length(), at + size))));
      }
      given.addAll(stream.finish());

      assertThat(given).as("parts of " + size + " characters").isEqualTo(whole);
    }
  }

  @Test
  void aLongAnswerIsReadOnceAndGivesTheSame() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      text.append("## Part %d\n\nThe crane %d lifts [%d]. It waits [2].\n\n".formatted(i, i, i));
      text.append("- One crate %d [4].\n- Two. [5]\n\n".formatted(i));
    }
    ProseStream stream = new ProseStream(new ProseReader());
    List<ProseStream.Placed> given = new ArrayList<>();

    for (int at = 0; at < text.length(); at += 9) {
      given.addAll(stream.accept(text.substring(at, Math.min(text.length(), at + 9))));
    }
    given.addAll(stream.finish());

    assertThat(given).isEqualTo(ProseStream.placed(new ProseReader().read(text.toString())));
  }

  @Test
  void aParagraphWithoutEndIsReadInTime() {
    String sentence = "And then there is more of `it` [3]. Even that. [4] It waits. ";
    String text = sentence.repeat(2_000);
    ProseStream stream = new ProseStream(new ProseReader());
    List<ProseStream.Placed> given = new ArrayList<>();

    for (int at = 0; at < text.length(); at += 11) {
      given.addAll(stream.accept(text.substring(at, Math.min(text.length(), at + 11))));
    }
    given.addAll(stream.finish());

    assertThat(given).isEqualTo(ProseStream.placed(new ProseReader().read(text)));
  }
}
