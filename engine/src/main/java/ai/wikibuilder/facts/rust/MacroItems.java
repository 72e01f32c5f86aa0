package ai.wikibuilder.facts.rust;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks the line on which a macro's braces open and the brace that closes them, where items stand
 * between them, as crates write them to compile items under a condition. Goes by lines and
 * indentation, as the formatter of the language leaves them; what is written otherwise stays as it
 * is. Stateless.
 */
public final class MacroItems {
  private static final Pattern OPENING = Pattern.compile("(?m)^([ \\t]*)(\\w+)! ?\\{[ \\t]*$");

  /** Comments and attributes, then what an item begins with. */
  private static final Pattern ITEM =
      Pattern.compile(
          "\\s*+(?:(?://|#!?\\[)[^\\n]*+\\n\\s*+)*+"
              + "(?:pub|fn|struct|enum|trait|impl|mod|use|type|const|static|unsafe|async|extern"
              + "|union|macro_rules)\\b");

  /** Macros with a syntax of their own that begins like an item. */
  private static final Set<String> OWN_SYNTAX = Set.of("bitflags", "lazy_static", "quote");

  private MacroItems() {}

  /** The same text with blanks for such lines; {@code utf8} itself when there are none. */
  public static byte[] mask(byte[] utf8) {
    String text = new String(utf8, ISO_8859_1);
    if (!text.contains("! {\n") && !text.contains("!{\n")) {
      return utf8;
    }
    byte[] masked = utf8.clone();
    Matcher opening = OPENING.matcher(text);
    while (opening.find()) {
      if (!OWN_SYNTAX.contains(opening.group(2)) && beginsItem(text, opening.end())) {
        int close = closing(text, opening.end(), opening.group(1));
        if (close >= 0) {
          Arrays.fill(masked, opening.start(), opening.end(), (byte) ' ');
          masked[close] = ' ';
        }
      }
    }
    return masked;
  }

  private static boolean beginsItem(String text, int at) {
    return ITEM.matcher(text).region(at, text.length()).lookingAt();
  }

  /** Place of the first brace that closes a line of the same indentation, -1 for none. */
  private static int closing(String text, int from, String indent) {
    int at = text.indexOf("\n" + indent + "}", from);
    return at < 0 ? -1 : at + 1 + indent.length();
  }
}
