package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.source.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the targets of a Makefile with the first line of their recipes. */
final class Makefile {
  private static final Pattern TARGET = Pattern.compile("^([A-Za-z][\\w-]*+)\\s*+:(?!=)(.*+)$");

  /** A longer recipe is read no further. */
  private static final int LENGTH_MAX = 400;

  private Makefile() {}

  static void read(SourceText text, Draft draft) {
    for (int line = 1; line <= text.lineCount(); line++) {
      Matcher matcher = TARGET.matcher(text.lines(line, line).stripTrailing());
      if (matcher.matches() && line < text.lineCount()) {
        draft.command(matcher.group(1), recipe(text, line + 1), line);
      }
    }
  }

  /** The lines of a recipe as one, without those that only tell. */
  private static String recipe(SourceText text, int first) {
    StringBuilder recipe = new StringBuilder();
    for (int line = first; line <= text.lineCount(); line++) {
      String raw = text.lines(line, line);
      if (!raw.startsWith("\t")) {
        break;
      }
      String words = raw.strip().replaceFirst("^[@-]+", "");
      if (!words.isEmpty() && !words.startsWith("#") && !words.startsWith("echo ")) {
        boolean goesOn = recipe.isEmpty() || recipe.charAt(recipe.length() - 1) == '\\';
        recipe.append(goesOn ? "" : "; ").append(words);
      }
      if (recipe.length() > LENGTH_MAX) {
        break;
      }
    }
    return recipe.toString();
  }
}
