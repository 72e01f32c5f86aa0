package ai.wikibuilder.answers.asking;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.asking.Answered.Line;
import ai.wikibuilder.answers.asking.Answered.State;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One question under way: what was said, looked at and spent so far, and how it ends. */
final class Inquiry {
  private final OpenWiki wiki;
  private final AskRequest request;
  private final QuestionReading reading;
  private final List<SearchHit> hits;
  private final AskListener listener;
  private final Catalogue words;
  private final List<String> looked = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<AnswerStream> streams = new ArrayList<>();
  private Usage usage;
  private Conversation before;

  Inquiry(
      OpenWiki wiki,
      AskRequest request,
      QuestionReading reading,
      List<SearchHit> hits,
      AskListener listener) {
    this.wiki = wiki;
    this.request = request;
    this.reading = reading;
    this.hits = hits;
    this.listener = listener;
    this.usage = reading.usage();
    this.before = request.before();
    this.words = new Catalogue(reading.language().spoken(Catalogue.LANGUAGES));
    if (request.isTooLong()) {
      note("ask.cut", AskRequest.CHAR_COUNT_MAX);
    }
  }

  OpenWiki wiki() {
    return wiki;
  }

  AskRequest request() {
    return request;
  }

  QuestionReading reading() {
    return reading;
  }

  List<SearchHit> hits() {
    return hits;
  }

  Conversation before() {
    return before;
  }

  void before(Conversation summedUp) {
    before = summedUp;
  }

  void spend(Usage more) {
    usage = usage.plus(more);
  }

  void look(String what) {
    looked.add(what);
    listener.looked(what);
  }

  boolean hasLooked() {
    return !looked.isEmpty();
  }

  void note(String key) {
    notes.add(words.text(key));
  }

  void note(String key, int count) {
    notes.add(Texts.plain(words.say(key).count("count", count).end()));
  }

  void note(String key, String text) {
    notes.add(Texts.plain(words.say(key).text("text", text).end()));
  }

  /** Shows the next reply of the model. */
  AnswerStream stream(Supplier<ProseChecker.Session> sessions) {
    AnswerStream stream = new AnswerStream(sessions, listener);
    streams.add(stream);
    return stream;
  }

  /** The model's last reply; empty when it never began one. */
  Optional<AnswerStream> last() {
    return streams.isEmpty() ? Optional.empty() : Optional.of(streams.getLast());
  }

  boolean isAnyVerified() {
    return streams.stream().anyMatch(AnswerStream::isAnyVerified);
  }

  /** Whether the model's last words are that nothing answers it. */
  boolean isNotFound() {
    return !streams.isEmpty() && streams.getLast().isNotFound();
  }

  /** Withdraws all that was said and still stands. */
  void withdraw(String why) {
    streams.forEach(stream -> stream.withdraw(why));
  }

  /** The model could not begin, or not end. */
  Asker.Result failed(ModelException e) {
    String why = String.valueOf(e.getMessage());
    if (isAnyVerified()) {
      note("ask.broke", why);
      return result(State.PARTIAL, Optional.of(e.kind()), Optional.empty());
    }
    withdraw("the model did not end its answer");
    note("ask.failed", why);
    return composed(Optional.of(e.kind()));
  }

  /** The answer that needs no model. */
  Asker.Result composed(Optional<ModelException.Kind> failure) {
    Composed answer = Composed.of(wiki, reading, hits, listener);
    notes.addAll(answer.notes());
    return result(answer.state(), failure, Optional.empty(), answer.lines());
  }

  Asker.Result result(State state, Optional<ModelException.Kind> failure, Optional<String> by) {
    return result(state, failure, by, List.of());
  }

  private Asker.Result result(
      State state,
      Optional<ModelException.Kind> failure,
      Optional<String> by,
      List<Line> composed) {
    List<Line> lines = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (AnswerStream stream : streams) {
      lines.addAll(stream.lines());
      leftOut.addAll(stream.leftOut());
    }
    lines.addAll(composed);
    if (!leftOut.isEmpty()) {
      note("ask.withheld", leftOut.size());
    }
    Answered answered =
        new Answered(
            state,
            reading.language().code(),
            reading.standalone(),
            lines,
            reading.words(),
            looked,
            leftOut,
            notes,
            failure,
            by,
            usage);
    return new Asker.Result(answered, before);
  }
}
