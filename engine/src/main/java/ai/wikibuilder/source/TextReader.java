package ai.wikibuilder.source;

import java.util.Optional;

/** Gives the masked text of selected files. Implementations may be called from several threads. */
@FunctionalInterface
public interface TextReader {
  /** The text of a file, empty when the snapshot has no such file. */
  Optional<SourceText> text(String path);
}
