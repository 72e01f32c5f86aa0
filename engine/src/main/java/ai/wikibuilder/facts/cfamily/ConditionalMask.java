package ai.wikibuilder.facts.cfamily;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks the conditional lines of C# that have no alternative: {@code #if A}, an attribute, {@code
 * #endif}. The grammar takes such lines only between whole members and loses a whole type to one
 * that stands before a word of a declaration. What is between them stays, as if the condition held.
 * Sections with an {@code #else} are left to the grammar: both of their sides at once would be no
 * program. Stateless.
 */
public final class ConditionalMask {
  private static final Pattern DIRECTIVE =
      Pattern.compile("(?m)^[ \\t]*#[ \\t]*(if|elif|else|endif)\\b[^\\r\\n]*");

  private ConditionalMask() {}

  /** A section on its way: where its lines stand, and whether it has an alternative. */
  private static final class Section {
    final List<int[]> lines = new ArrayList<>();
    boolean hasAlternative;
  }

  /** The same text with blanks for such lines; {@code utf8} itself when there are none. */
  public static byte[] mask(byte[] utf8) {
    String text = new String(utf8, ISO_8859_1);
    if (!text.contains("endif")) {
      return utf8;
    }
    byte[] masked = utf8.clone();
    Deque<Section> open = new ArrayDeque<>();
    Matcher directive = DIRECTIVE.matcher(text);
    while (directive.find()) {
      String word = directive.group(1);
      if (word.equals("if")) {
        open.push(new Section());
      }
      if (open.isEmpty()) {
        continue;
      }
      Section section = open.getFirst();
      section.lines.add(new int[] {directive.start(), directive.end()});
      section.hasAlternative |= word.startsWith("el");
      if (word.equals("endif")) {
        blank(open.pop(), masked);
      }
    }
    return masked;
  }

  private static void blank(Section section, byte[] masked) {
    if (section.hasAlternative) {
      return;
    }
    for (int[] line : section.lines) {
      Arrays.fill(masked, line[0], line[1], (byte) ' ');
    }
  }
}
