package ai.wikibuilder.answers.asking;

import ai.wikibuilder.answers.Answer;
import ai.wikibuilder.answers.Answering;
import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.Question;
import ai.wikibuilder.answers.Wish;
import ai.wikibuilder.answers.asking.Answered.Line;
import ai.wikibuilder.answers.asking.Answered.Standing;
import ai.wikibuilder.answers.asking.Answered.State;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.prose.reading.ProseStream.Place;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer that needs no model, as lines. Immutable.
 *
 * @param notes how the question was read, or what was looked for in vain
 */
record Composed(State state, List<Line> lines, List<String> notes) {
  /** Answers from what was found, and tells the listener. */
  static Composed of(
      OpenWiki wiki, QuestionReading reading, List<SearchHit> hits, AskListener listener) {
    Question question =
        new Question(
            reading.words(),
            reading.isTranslated(),
            reading.language().spoken(Catalogue.LANGUAGES));
    Answer answer = new Answering(wiki).answer(question, Wish.of(reading.standalone()), hits);
    List<Line> lines = new ArrayList<>();
    for (List<Sentence> paragraph : answer.paragraphs()) {
      for (Sentence sentence : paragraph) {
        Place place = sentence.equals(paragraph.getFirst()) ? Place.PARAGRAPH : Place.NEXT;
        lines.add(new Line(place, sentence, Standing.VERIFIED, ""));
      }
    }
    lines.forEach(listener::said);
    String remark = answer.remark();
    return new Composed(
        answer.found() ? State.COMPOSED : State.NOT_FOUND,
        lines,
        remark.isEmpty() ? List.of() : List.of(remark));
  }
}
