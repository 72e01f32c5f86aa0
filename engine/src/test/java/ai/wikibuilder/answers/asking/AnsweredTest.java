package ai.wikibuilder.answers.asking;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.answers.asking.Answered.Line;
import ai.wikibuilder.answers.asking.Answered.Standing;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.prose.reading.ProseStream.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnsweredTest {
  private static Line line(Place place, String text) {
    Sentence sentence = new Sentence(List.of(new Inline.Plain(text)), List.of());
    return new Line(place, sentence, Standing.VERIFIED, "");
  }

  /** Conversations that were handed out had headings in the middle of sentences. */
  @Test
  void whatIsKeptOfAnAnswerHasItsParagraphs() {
    List<Line> lines =
        List.of(
            line(Place.HEADING, "Cookies"),
            line(Place.NEXT, "They are sent."),
            line(Place.NEXT, "They are kept."),
            line(Place.ITEM, "by name"),
            line(Place.ITEM, "by domain"),
            line(Place.PARAGRAPH, "Nothing else."));

    assertThat(Answered.kept(lines))
        .isEqualTo(
            """
            Cookies

            They are sent. They are kept.
            - by name
            - by domain

            Nothing else.\
            """);
    assertThat(Answered.kept(List.of())).isEmpty();
  }

  @Test
  void whatIsKeptOfASentenceLeadsToItsPlaces() {
    Evidence store = new Evidence("src/Store.java", 3, 9);
    Evidence lock = new Evidence("src/Lock.java", 1, 2);
    List<Line> lines =
        List.of(
            new Line(Place.PARAGRAPH, Sentence.of("It is kept.", store), Standing.VERIFIED, ""),
            line(Place.NEXT, "Nobody waits."),
            new Line(Place.ITEM, Sentence.of("under a lock", lock, store), Standing.VERIFIED, ""));

    assertThat(Answered.kept(lines))
        .isEqualTo("It is kept. [1] Nobody waits.\n- under a lock [2][1]");
    assertThat(Answered.evidence(lines.stream())).containsExactly(store, lock);
  }
}
