package ai.wikibuilder.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts one section into a document that others write sections of too. Stateless. */
public final class DocumentSection {
  private static final String TITLE = "# The server, measured\n";

  private DocumentSection() {}

  /** Writes the section with this heading anew, or behind the others where there is none. */
  public static void put(Path document, String heading, String text) throws IOException {
    String all = Files.exists(document) ? Files.readString(document) : TITLE;
    String mark = "\n## " + heading + "\n";
    int from = all.indexOf(mark);
    String before = from < 0 ? all.stripTrailing() + "\n" : all.substring(0, from);
    int next = from < 0 ? -1 : all.indexOf("\n## ", from + 1);
    String after = next < 0 ? "" : all.substring(next);
    Files.writeString(document, before + mark + "\n" + text.strip() + "\n" + after);
  }
}
