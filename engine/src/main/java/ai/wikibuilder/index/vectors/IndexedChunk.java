package ai.wikibuilder.index.vectors;

import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;

/**
 * A chunk as an index holds it. Immutable.
 *
 * @param symbol qualified name of what it is about; empty if of nothing
 */
public record IndexedChunk(ChunkPlace place, String symbol) {
  /**
   * What a model reads of it: what its file and its symbol are called, and the lines themselves.
   * The folder is left out, so that a file that moves keeps its vectors.
   */
  String text(TextReader texts) {
    String path = place.path();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name + ' ' + symbol + '\n' + texts.text(path).map(this::lines).orElse("");
  }

  private String lines(SourceText text) {
    int last = Math.min(place.endLine(), text.lineCount());
    return place.startLine() <= last ? text.lines(place.startLine(), last) : "";
  }
}
