package ai.wikibuilder.pages.prose.lookup;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.claims.CitedText;
import java.util.Set;

/** Counts the parameters in the head of a function. One thread. */
public final class Parameters {
  private final CodeGraph graph;
  private final CitedText text;

  public Parameters(RepositoryNames names, CitedText text) {
    this.graph = names.graph();
    this.text = text;
  }

  /**
   * How many there are; without what Python and Rust call {@code self} as well. None for others.
   */
  public Set<Long> count(int symbol) {
    GraphSymbol found = graph.symbol(symbol);
    String head =
        text.file(found.path())
            .filter(file -> found.signatureEnd() <= file.byteCount())
            .map(file -> file.slice(found.signatureStart(), found.signatureEnd()))
            .orElse("");
    int open = head.indexOf('(', Math.max(0, head.indexOf(found.name())));
    if (!found.kind().isCallable() || open < 0) {
      return Set.of();
    }
    int depth = 0;
    long commas = 0;
    StringBuilder inside = new StringBuilder();
    for (int at = open + 1; at < head.length() && depth >= 0; at++) {
      char letter = head.charAt(at);
      depth += "([{<".indexOf(letter) >= 0 ? 1 : ")]}>".indexOf(letter) >= 0 ? -1 : 0;
      commas += letter == ',' && depth == 0 ? 1 : 0;
      inside.append(letter);
    }
    String list = inside.toString().replaceAll("[\\s)]+$", "");
    long count = list.isBlank() ? 0 : commas + (list.endsWith(",") ? 0 : 1);
    boolean self = list.strip().matches("(?s)(?:&?(?:mut )?self|cls)\\b.*");
    return self ? Set.of(count, count - 1) : Set.of(count);
  }
}
