package ai.wikibuilder.answers;

import ai.wikibuilder.pages.Evidence;
import java.util.List;

/**
 * What was found for a question. Immutable.
 *
 * @param found whether the repository says anything to it
 * @param statements in reading order, each with its evidence; when nothing was found, none
 * @param searched the words that were looked for, in the words of code
 * @param missing those of them that stand nowhere in what was found
 * @param translated whether words of the question were put into those of code by the glossary
 */
public record Answer(
    boolean found,
    List<Statement> statements,
    List<String> searched,
    List<String> missing,
    boolean translated) {
  public Answer {
    statements = List.copyOf(statements);
    searched = List.copyOf(searched);
    missing = List.copyOf(missing);
  }

  /** One sentence and the lines that prove it. */
  public record Statement(String text, List<Evidence> evidence) {
    public Statement {
      evidence = List.copyOf(evidence);
    }
  }
}
