package ai.wikibuilder.facts.matches;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a grammar cannot read yet, read as something that it can. Immutable, may be shared.
 *
 * <p>A line of a query file {@code ;reads-as TEXT: REGEX} puts TEXT, filled up with blanks to the
 * same number of bytes, where the expression's first group stands; so all places stay where they
 * are, and the facts are cut from the true text. Without it one unknown word, as {@code fun} before
 * {@code interface} in Kotlin, costs the definitions of a whole file.
 */
public final class GrammarGaps {
  private static final Pattern LINE = Pattern.compile("(?m)^;reads-as (.*?): (.+)$");

  /**
   * @param text what stands there for the parser; the rest of the group becomes blanks
   */
  private record Gap(String text, Pattern pattern) {}

  private final List<Gap> gaps = new ArrayList<>();

  private GrammarGaps() {}

  /** The gaps that a query's text lists; often none. */
  public static GrammarGaps of(String query) {
    GrammarGaps found = new GrammarGaps();
    Matcher lines = LINE.matcher(query);
    while (lines.find()) {
      found.gaps.add(new Gap(lines.group(1), Pattern.compile(lines.group(2).strip())));
    }
    return found;
  }

  /** The text for the parser; as long as {@code utf8}, which is left as it is. */
  public byte[] readable(byte[] utf8) {
    if (gaps.isEmpty()) {
      return utf8;
    }
    // One letter a byte: the expressions are about ASCII, and places must not move.
    String letters = new String(utf8, ISO_8859_1);
    byte[] readable = utf8.clone();
    for (Gap gap : gaps) {
      Matcher matcher = gap.pattern().matcher(letters);
      while (matcher.find()) {
        for (int i = matcher.start(1); i < matcher.end(1); i++) {
          int at = i - matcher.start(1);
          readable[i] = (byte) (at < gap.text().length() ? gap.text().charAt(at) : ' ');
        }
      }
    }
    return readable;
  }
}
