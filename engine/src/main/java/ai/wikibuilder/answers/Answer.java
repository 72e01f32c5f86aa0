package ai.wikibuilder.answers;

import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.List;

/**
 * What was found for a question. Immutable.
 *
 * @param found whether the repository says anything to it
 * @param paragraphs one for each place, then what the pages say; sentences with their evidence;
 *     when nothing was found, none
 * @param searched the words that were looked for, in the words of code
 * @param missing those of them that stand nowhere in what was found
 */
public record Answer(
    boolean found,
    List<List<Sentence>> paragraphs,
    List<String> searched,
    List<String> missing,
    Reading reading) {

  /**
   * How the question was taken.
   *
   * @param translated whether words of it were put into those of code by the glossary
   * @param beside whether only documents, tests and examples were found, and nothing of the program
   * @param language of the question, in which the sentences are
   */
  public record Reading(boolean translated, boolean beside, String language) {}

  public Answer {
    paragraphs = paragraphs.stream().filter(one -> !one.isEmpty()).map(List::copyOf).toList();
    searched = List.copyOf(searched);
    missing = List.copyOf(missing);
  }

  /**
   * What is said before the statements: how the question was read; or, when nothing was found, what
   * was looked for. Empty when there is nothing to say.
   */
  public String remark() {
    Catalogue say = new Catalogue(reading.language());
    String looked = String.join(", ", searched);
    if (found) {
      String beside = reading.beside() ? say.text("ask.beside") : "";
      String translated =
          reading.translated() ? say.say("ask.translated").text("words", looked).plainWords() : "";
      return (beside + " " + translated).strip();
    }
    if (searched.isEmpty()) {
      return say.text("ask.noword");
    }
    String text = say.say("ask.notfound").text("words", looked).plainWords();
    return missing.isEmpty()
        ? text
        : text
            + " "
            + say.say("ask.missing").text("words", String.join(", ", missing)).plainWords();
  }
}
