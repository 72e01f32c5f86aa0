package ai.wikibuilder.pages.prose.reading;

import java.util.ArrayList;
import java.util.List;

/** The fence of code that many models put around a whole answer in Markdown. */
public final class Wrapping {
  private static final List<String> OPENING = List.of("```markdown", "```md");

  private static final String FENCE = "```";

  private Wrapping() {}

  /**
   * What stands inside the fence, and what stands around it; a text without such a fence as it is.
   * Of a text that still grows the end of the fence may be missing.
   */
  public static String removed(String markdown) {
    List<String> lines = new ArrayList<>(List.of(markdown.split("\n", -1)));
    int first = 0;
    while (first < lines.size() && !lines.get(first).strip().startsWith(FENCE)) {
      first++;
    }
    if (first == lines.size() || !opens(lines, first)) {
      return markdown;
    }
    lines.set(first, "");
    long fences = lines.stream().filter(line -> line.strip().startsWith(FENCE)).count();
    int last = lines.size() - 1;
    while (last > first && !lines.get(last).strip().equals(FENCE)) {
      last--;
    }
    if (last > first && fences % 2 == 1) {
      lines.set(last, "");
    }
    return String.join("\n", lines);
  }

  /** Says that Markdown follows; or says nothing, before a heading and around all there is. */
  private static boolean opens(List<String> lines, int at) {
    String line = lines.get(at).strip();
    if (OPENING.contains(line)) {
      return true;
    }
    boolean isFirst = lines.subList(0, at).stream().allMatch(String::isBlank);
    boolean isHeaded = at + 1 < lines.size() && lines.get(at + 1).startsWith("#");
    return line.equals(FENCE) && isFirst && isHeaded;
  }
}
