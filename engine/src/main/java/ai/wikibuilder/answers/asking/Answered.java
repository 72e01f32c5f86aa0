package ai.wikibuilder.answers.asking;

import ai.wikibuilder.answers.conversations.Marks;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.prose.reading.ProseStream.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a question. Immutable.
 *
 * @param standalone the question as it is understood without the conversation before it
 * @param lines everything that was said, in order; what was withdrawn stays, struck
 * @param searched the words that were looked for
 * @param looked what was looked at further
 * @param leftOut sentences of the model that were not shown because they do not hold, with why
 * @param notes for the reader: what went otherwise than asked, in the language of the question
 * @param failure why no model, or only a part of its answer, is in it
 * @param model that answered; empty when none did
 */
public record Answered(
    State state,
    String language,
    String standalone,
    List<Line> lines,
    List<String> searched,
    List<String> looked,
    List<String> leftOut,
    List<String> notes,
    Optional<ModelException.Kind> failure,
    Optional<String> model,
    Usage usage) {

  /** The defined ends of a question. */
  public enum State {
    /** A model answered, all of it. */
    ANSWERED,
    /** A model began to answer and could not end; what is said was checked. */
    PARTIAL,
    /** The best evidence, arranged: no model is configured, or none answered. */
    COMPOSED,
    /** The repository says nothing to it. */
    NOT_FOUND
  }

  /** How far a line can be trusted. */
  public enum Standing {
    VERIFIED,
    /** Nothing speaks against it and nothing proves it. */
    UNCITED,
    /** Withdrawn after it was shown. */
    STRUCK
  }

  /**
   * A sentence, a heading or a cell.
   *
   * @param why it is uncited or struck; empty for what is verified
   */
  public record Line(Place place, Sentence sentence, Standing standing, String why) {
    /** The same, withdrawn. */
    Line struck(String reason) {
      return new Line(place, sentence, Standing.STRUCK, reason);
    }

    public String text() {
      return Texts.plain(sentence);
    }
  }

  public Answered {
    lines = List.copyOf(lines);
    searched = List.copyOf(searched);
    looked = List.copyOf(looked);
    leftOut = List.copyOf(leftOut);
    notes = List.copyOf(notes);
  }

  public boolean isFound() {
    return state != State.NOT_FOUND;
  }

  /** What stands, without marks. */
  public String text() {
    return Marks.without(kept(standing().toList()));
  }

  /** What stands, as it is kept in a conversation. */
  public String kept() {
    return kept(standing().toList());
  }

  /**
   * Lines in their paragraphs, a blank line between them; headings and items stand alone. Behind
   * each are the {@link Marks} of its places, in the order of {@link #evidence}.
   */
  public static String kept(List<Line> lines) {
    List<Evidence> places = evidence(lines.stream());
    StringBuilder text = new StringBuilder();
    boolean alone = false;
    for (Line line : lines) {
      String before =
          switch (line.place()) {
            case HEADING, PARAGRAPH -> "\n\n";
            case ITEM -> "\n- ";
            case CELL -> "\n";
            case NEXT -> alone ? "\n\n" : " ";
          };
      List<Integer> numbers =
          line.sentence().evidence().stream()
              .distinct()
              .map(place -> places.indexOf(place) + 1)
              .toList();
      text.append(before).append(line.text()).append(Marks.behind(numbers));
      alone = line.place() == Place.HEADING;
    }
    return text.toString().strip();
  }

  private Stream<Line> standing() {
    return lines.stream().filter(line -> line.standing() != Standing.STRUCK);
  }

  /** Places cited by what stands, each once, in the order of reading. */
  public List<Evidence> evidence() {
    return evidence(standing());
  }

  /** Places that lines cite, each once, in the order of reading. */
  public static List<Evidence> evidence(Stream<Line> lines) {
    return lines.flatMap(line -> line.sentence().evidence().stream()).distinct().toList();
  }
}
