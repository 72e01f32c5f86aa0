package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.source.ReadOutcome;

/** Turns raw content into text, or says why it is none. May be called from several threads. */
@FunctionalInterface
interface ContentReader {
  /** Reads a file; {@code raw} is not kept and not written to. */
  ReadOutcome read(String path, byte[] raw);

  /** Reads a file of which the repository says that people wrote it. */
  default ReadOutcome readDeclared(String path, byte[] raw) {
    return read(path, raw);
  }
}
