package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.source.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the targets of a Makefile with the first line of their recipes. */
final class Makefile {
  private static final Pattern TARGET = Pattern.compile("^([A-Za-z][\\w-]*+)\\s*+:(?!=)(.*+)$");

  private Makefile() {}

  static void read(SourceText text, Draft draft) {
    for (int line = 1; line <= text.lineCount(); line++) {
      Matcher matcher = TARGET.matcher(text.lines(line, line).stripTrailing());
      if (matcher.matches() && line < text.lineCount()) {
        String recipe = text.lines(line + 1, line + 1);
        String shown = recipe.startsWith("\t") ? recipe.strip() : "";
        draft.command(matcher.group(1), shown.startsWith("@") ? shown.substring(1) : shown, line);
      }
    }
  }
}
