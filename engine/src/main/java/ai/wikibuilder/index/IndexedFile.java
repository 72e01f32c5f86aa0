package ai.wikibuilder.index;

import ai.wikibuilder.chunks.Chunk;
import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.source.SourceText;
import java.util.List;

/** One file as the index takes it. Immutable. */
public record IndexedFile(String path, SourceText text, FileFacts facts, List<Chunk> chunks) {
  public IndexedFile {
    chunks = List.copyOf(chunks);
  }
}
