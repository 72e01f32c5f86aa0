package ai.wikibuilder.site.data;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.Witness;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Digests of all lines a wiki cites. Immutable. */
public final class CitedLines {
  private final Map<Evidence, String> digests = new HashMap<>();

  private CitedLines() {}

  /** Looks at all that is cited, file by file: none is read twice. */
  public static CitedLines of(Wiki wiki, TextReader reader) {
    Map<String, Set<Evidence>> byFile = new TreeMap<>();
    for (Evidence evidence : CitedPlaces.of(wiki)) {
      byFile.computeIfAbsent(evidence.path(), path -> new LinkedHashSet<>()).add(evidence);
    }
    CitedLines lines = new CitedLines();
    byFile.forEach((path, places) -> {
      Optional<SourceText> text = reader.text(path);
      for (Evidence place : places) {
        text.flatMap(found -> Witness.digest(found, place.startLine(), place.endLine()))
            .ifPresent(digest -> lines.digests.put(place, digest));
      }
    });
    return lines;
  }

  /** What the lines read; empty when there are none. */
  Optional<String> digest(Evidence evidence) {
    return Optional.ofNullable(digests.get(evidence));
  }
}
