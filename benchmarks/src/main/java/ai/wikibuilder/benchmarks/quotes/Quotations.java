package ai.wikibuilder.benchmarks.quotes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences that hold: what a line of the evidence says, word for word, with its number. */
final class Quotations {
  private static final Pattern HEAD = Pattern.compile("^\\[(\\d{1,4})\\] (\\S+) \\S+:\\d.*$");

  /** What stands behind the evidence is no part of its last piece. */
  private static final Pattern BEHIND = Pattern.compile("^(?:PAGES BELOW|EARLIER PAGE|CHANGE).*$");

  /** A part of a line that can stand between quotation marks and is no Markdown. */
  private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z0-9 ,.(){};:=+/-]{24,160}");

  private Quotations() {}

  /** All that can be said of a prompt's evidence, in its order. */
  static List<String> of(String prompt) {
    Set<String> sentences = new LinkedHashSet<>();
    String number = "";
    for (String line : prompt.lines().toList()) {
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        number = head.group(2).equals("card") ? "" : head.group(1); // its words are not the code's
        continue;
      }
      if (BEHIND.matcher(line).matches()) {
        break;
      }
      Matcher words = WORDS.matcher(line);
      if (!number.isEmpty() && words.find()) {
        sentences.add("There it says “%s” [%s].".formatted(words.group(), number));
      }
    }
    return new ArrayList<>(sentences);
  }
}
