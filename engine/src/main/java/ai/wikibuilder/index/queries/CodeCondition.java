package ai.wikibuilder.index.queries;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Something that the lines of a place must hold. Immutable. */
public sealed interface CodeCondition {
  /**
   * Words of which each must stand in the place, complete. Looked up before the text is read; may
   * be empty.
   */
  List<String> words();

  /** Text without which no file can hold it, as written; empty when there is none. */
  String literal();

  /**
   * The lines that hold it, as 0-based places in {@code lines}, in order; for a phrase that runs
   * over several the first and the last of all.
   *
   * @param lines of one chunk, in order
   * @throws Deadline.Passed when the time is over first
   */
  List<Integer> matches(List<String> lines, Deadline deadline);

  /**
   * Words one after another, whatever their case and whatever stands between them but words; a
   * phrase without words is its characters.
   *
   * @param text as typed between the quotes
   */
  record Phrase(String text, List<String> words) implements CodeCondition {
    public Phrase {
      words = List.copyOf(words);
    }

    static Phrase of(String text) {
      return new Phrase(text, WordRun.words(text));
    }

    @Override
    public String literal() {
      return words.isEmpty() ? text : "";
    }

    @Override
    public List<Integer> matches(List<String> lines, Deadline deadline) {
      deadline.check();
      if (!isIn(String.join("\n", lines))) {
        return List.of();
      }
      List<Integer> places = places(lines, this::isIn);
      return places.isEmpty() ? List.of(0, lines.size() - 1) : places;
    }

    /** Whether the phrase stands in a text. */
    public boolean isIn(String lines) {
      return words.isEmpty()
          ? lines.contains(text)
          : new WordRun(words).longestIn(lines) == words.size();
    }
  }

  /**
   * A regular expression that some line must match. RE2: its time grows with the line, never
   * faster, which is why there is no looking around and no going back in it.
   */
  record Expression(Pattern pattern, String literal, List<String> words) implements CodeCondition {
    /** A longer line is generated; its beginning is looked at. */
    private static final int LINE_CHARS_MAX = 20_000;

    public Expression {
      words = List.copyOf(words);
    }

    static Expression of(Pattern pattern, boolean anyCase) {
      if (anyCase) {
        return new Expression(pattern, "", List.of());
      }
      Literals literals = Literals.of(pattern.pattern());
      return new Expression(pattern, literals.longest(), literals.wholeWords());
    }

    @Override
    public List<Integer> matches(List<String> lines, Deadline deadline) {
      return places(lines, line -> line.contains(literal) && isIn(line, deadline));
    }

    private boolean isIn(String line, Deadline deadline) {
      String start = line.substring(0, Math.min(line.length(), LINE_CHARS_MAX));
      return pattern.matcher(deadline.watch(start)).find();
    }
  }

  private static List<Integer> places(List<String> lines, Predicate<String> test) {
    return IntStream.range(0, lines.size()).filter(i -> test.test(lines.get(i))).boxed().toList();
  }
}
