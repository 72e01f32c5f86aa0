package ai.wikibuilder.pages;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words a reader sees of a written Markdown page, and what two of them share. Stateless. */
final class MarkdownWords {
  private static final int RUN = 8;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private MarkdownWords() {}

  /** Runs of eight words on both, as a share of those of the smaller. */
  static double share(String one, String other) {
    Set<String> ours = runs(of(one));
    Set<String> theirs = runs(of(other));
    int smaller = Math.min(ours.size(), theirs.size());
    ours.retainAll(theirs);
    return smaller == 0 ? 0 : ours.size() / (double) smaller;
  }

  private static Set<String> runs(List<String> words) {
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(String.join(" ", words.subList(i, i + RUN)));
    }
    return runs;
  }

  private static List<String> of(String markdown) {
    String seen =
        markdown
            .replaceFirst("(?s)\n## Evidence\n.*", "\n")
            // targets of links, marks, what Mermaid needs and nobody sees
            .replaceAll("\\]\\([^)\\s]*\\)", "]")
            .replaceAll("\\\\\\[\\d+\\\\\\]", "")
            .replaceAll("#\\d+;", " ")
            .replaceAll("(?m)^ +participant n\\d+ as ", "")
            .replaceAll("(?m)^ +n\\d+(->>| --> )(\\|\"(.*)\"\\| )?n\\d+:?", "$3")
            .replaceAll("(?m)^ +n\\d+\\[", "")
            .replaceAll("```mermaid\n(sequenceDiagram|flowchart ..)|```\\w*|<br/?>", "");
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(seen.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
