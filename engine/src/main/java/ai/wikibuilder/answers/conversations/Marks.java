package ai.wikibuilder.answers.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers behind the sentences of a kept answer, {@code It is kept. [1][3]}: each is a place of
 * the turn's evidence, counted from 1. Stateless.
 */
public final class Marks {
  private static final Pattern BEHIND_A_SENTENCE =
      Pattern.compile(" ((?:\\[\\d{1,4}+\\])++)(?=\\s|$)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private Marks() {}

  /**
   * A part of a line.
   *
   * @param text as it stands there
   * @param number of the place it leads to; 0 where it is words
   */
  public record Piece(String text, int number) {}

  /** What stands behind a sentence; nothing for one without places. */
  public static String behind(List<Integer> numbers) {
    StringBuilder marks = new StringBuilder(numbers.isEmpty() ? "" : " ");
    numbers.forEach(number -> marks.append('[').append(number).append(']'));
    return marks.toString();
  }

  /** The sentences alone. */
  public static String without(String answer) {
    return BEHIND_A_SENTENCE.matcher(answer).replaceAll("");
  }

  /**
   * Words and numbers of a line, in their order.
   *
   * @param most the number of places: a larger number is words
   */
  public static List<Piece> pieces(String line, int most) {
    List<Piece> pieces = new ArrayList<>();
    Matcher marks = BEHIND_A_SENTENCE.matcher(line);
    int at = 0;
    while (marks.find()) {
      if (marks.start() > at) {
        pieces.add(new Piece(line.substring(at, marks.start()), 0));
      }
      Matcher numbers = NUMBER.matcher(marks.group(1));
      while (numbers.find()) {
        int number = Integer.parseInt(numbers.group());
        boolean leads = number > 0 && number <= most;
        pieces.add(new Piece("[" + numbers.group() + "]", leads ? number : 0));
      }
      at = marks.end();
    }
    if (at < line.length()) {
      pieces.add(new Piece(line.substring(at), 0));
    }
    return pieces;
  }
}
