package ai.wikibuilder.answers.asking;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.PlaceSearch;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.models.ModelException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers questions about one wiki. May be shared by threads: each question has its own state.
 *
 * <p>Idea: look first, ask then. What the search finds is shown at once and becomes numbered
 * evidence; the model answers from it, sentence by sentence, and each is checked before it is
 * shown. Thoroughly, the model may add evidence with tools before it answers. When it cannot be
 * had, or nothing it says holds, the answer that needs no model stands in its place.
 */
public final class Asker {
  /** Places shown at once. */
  private static final int HIT_COUNT = 12;

  /** Places that those an answer tells are chosen from. */
  private static final int CHOICE_COUNT = 24;

  private final OpenWiki wiki;
  private final Optional<Adviser> adviser;

  /**
   * @param adviser who is asked; without one the best evidence is arranged
   */
  public Asker(OpenWiki wiki, Optional<Adviser> adviser) {
    this.wiki = wiki;
    this.adviser = adviser;
  }

  /**
   * What came of a question.
   *
   * @param before the conversation before it, with a new summary where one was made
   */
  public record Result(Answered answered, Conversation before) {
    /** What the conversation goes on with. */
    public Turn turn(AskRequest request, String commit, Instant at) {
      return new Turn(
          at,
          request.question(),
          answered.standalone(),
          answered.kept(),
          answered.evidence(),
          answered.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          commit,
          answered.model().orElse(""),
          answered.usage().tokens());
    }
  }

  /**
   * Answers.
   *
   * @throws ModelException CANCELLED, and nothing else: every other failure is an answer that says
   *     so
   */
  public Result ask(AskRequest request, AskListener listener) {
    QuestionReading reading =
        new QuestionReader(adviser.map(Adviser::model)).read(request.text(), request.before());
    boolean wordless = reading.words().isEmpty();
    listener.found(wordless ? List.of() : wiki.search().atOnce(reading.searched(), HIT_COUNT));
    PlaceSearch.Places places =
        wordless
            ? new PlaceSearch.Places(List.of(), "")
            : wiki.search().places(reading.searched(), CHOICE_COUNT);
    List<SearchHit> hits = places.hits();
    Inquiry inquiry = new Inquiry(wiki, request, reading, hits, listener);
    if (!places.note().isEmpty()) {
      inquiry.note("ask.words", places.note());
    }
    if (adviser.isEmpty() || hits.isEmpty()) {
      return inquiry.composed(Optional.empty());
    }
    try {
      return new ModelAnswer(inquiry, adviser.get()).answer();
    } catch (ModelException e) {
      if (e.kind() == ModelException.Kind.CANCELLED) {
        throw e;
      }
      return inquiry.failed(e);
    }
  }
}
