package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.source.SourceText;

/** Reads go.mod and go.work: directives on a line or in a block. */
final class GoModules {
  /** Longest line that is read, in bytes. */
  private static final int LINE_LENGTH_MAX = 1_000;

  private GoModules() {}

  static void read(SourceText text, Draft draft) {
    String block = "";
    for (int line = 1; line <= text.lineCount(); line++) {
      String written = Lines.of(text, line, LINE_LENGTH_MAX).strip();
      String words = Lines.withoutComment(written, "//");
      if (words.isEmpty()) {
        continue;
      }
      if (words.equals(")")) {
        block = "";
      } else if (words.endsWith("(")) {
        block = words.substring(0, words.length() - 1).strip();
      } else {
        int blank = words.indexOf(' ');
        boolean inside = !block.isEmpty();
        String verb = inside ? block : words.substring(0, Math.max(0, blank));
        String rest = inside ? words : words.substring(blank + 1).strip();
        // What only another module needs is not a choice of this one.
        if (!written.endsWith("// indirect")) {
          directive(draft, verb, rest, line);
        }
      }
    }
  }

  private static void directive(Draft draft, String verb, String rest, int line) {
    switch (verb) {
      case "module" -> draft.name(rest.replace("\"", ""), line);
      case "go" -> draft.runtime("Go " + rest, line);
      case "use" -> draft.module(rest.replace("\"", ""), line);
      case "require" -> {
        int blank = rest.indexOf(' ');
        if (blank > 0) {
          draft.dependency(
              rest.substring(0, blank), rest.substring(blank + 1).strip(), Scope.RUN, line);
        }
      }
      case "tool" -> draft.dependency(rest, "", Scope.BUILD, line);
      default -> {
        // nothing else is read
      }
    }
  }
}
