package ai.wikibuilder.answers.maps;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * The path through the code that answers a question. Immutable.
 *
 * @param parts most important first; no call joins one with another; empty when nothing that runs
 *     was found
 * @param searched the words that were looked for, in the words of code
 * @param missing those of them that stand nowhere in what was found
 * @param remark what is said before the parts; may be empty
 * @param language in which the sentences are
 */
public record CodeMap(
    String question,
    List<Part> parts,
    List<String> searched,
    List<String> missing,
    String remark,
    String language) {
  /** Steps of all parts: more is not a map any more. */
  public static final int STEP_COUNT_MAX = 12;

  /** Parts that no call joins. */
  public static final int PART_COUNT_MAX = 3;

  public CodeMap {
    parts = List.copyOf(parts);
    searched = List.copyOf(searched);
    missing = List.copyOf(missing);
  }

  public boolean found() {
    return !parts.isEmpty();
  }

  public List<Step> steps() {
    return parts.stream().flatMap(part -> part.steps().stream()).toList();
  }

  /**
   * Steps that calls join.
   *
   * @param title from its first to its last place
   * @param introduction what is said before the steps
   */
  public record Part(String title, List<Sentence> introduction, List<Step> steps, Diagram diagram) {
    public Part {
      introduction = List.copyOf(introduction);
      steps = List.copyOf(steps);
    }
  }

  /**
   * One place that is reached.
   *
   * @param number 1-based, over all parts
   * @param from number of the step it is reached from; empty for the first of a part
   * @param name of the function, with its type, or of the entry point
   * @param kind label of the symbol's kind
   * @param place the definition
   * @param call the line that leads here
   * @param sentences what happens, each with its lines
   * @param code the lines that show it
   */
  public record Step(
      int number,
      Optional<Integer> from,
      String name,
      String kind,
      Evidence place,
      Optional<Evidence> call,
      List<Sentence> sentences,
      List<Block.Excerpt> code) {
    public Step {
      sentences = List.copyOf(sentences);
      code = List.copyOf(code);
    }
  }
}
