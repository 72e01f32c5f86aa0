package ai.wikibuilder.pages.documents;

import ai.wikibuilder.source.SourceText;
import java.util.Locale;

/** Reads documents by the ending of their name. Stateless, may be shared by threads. */
public final class DocumentReader {
  /** A longer document is cut here: what a wiki quotes stands at the front. */
  private static final int BYTES_MAX = 512 << 10;

  private DocumentReader() {}

  /** The parts of a document; damaged markup gives what was understood. */
  public static Document read(String path, SourceText text) {
    String words =
        text.byteCount() <= BYTES_MAX ? text.toString() : text.slice(0, BYTES_MAX).strip();
    String lower = path.toLowerCase(Locale.ROOT);
    boolean markdown =
        lower.endsWith(".md") || lower.endsWith(".mdx") || lower.endsWith(".markdown");
    boolean adoc = lower.endsWith(".adoc") || lower.endsWith(".asciidoc");
    return markdown ? new MarkdownParts().read(words) : new PlainParts(adoc).read(words);
  }
}
