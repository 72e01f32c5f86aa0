package ai.wikibuilder.pages.claims;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The lines that statements cite, with the files read last at hand. One thread. */
public final class CitedText {
  /** Statements near each other cite the same few files. */
  private static final int FILE_COUNT_MAX = 32;

  private final TextReader reader;
  private final Map<String, Optional<SourceText>> files =
      new LinkedHashMap<>(FILE_COUNT_MAX * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<SourceText>> eldest) {
          return size() > FILE_COUNT_MAX;
        }
      };

  public CitedText(TextReader reader) {
    this.reader = reader;
  }

  /** The text of a file of the snapshot; empty when there is none. */
  public Optional<SourceText> file(String path) {
    return files.computeIfAbsent(path, reader::text);
  }

  /** The lines, empty when the file or some of them are not there. */
  public Optional<String> lines(Evidence evidence) {
    return file(evidence.path())
        .filter(text -> evidence.endLine() <= text.lineCount())
        .map(text -> text.lines(evidence.startLine(), evidence.endLine()));
  }

  /** Whether the whole file is cited, which no change of place can make wrong. */
  boolean isWhole(Evidence evidence) {
    return evidence.startLine() == 1
        && file(evidence.path()).filter(text -> text.lineCount() == evidence.endLine()).isPresent();
  }

  /**
   * Whether a word stands in a text with nothing of its kind around it; case counts unless {@code
   * anyCase}. No word stands nowhere.
   */
  public static boolean hasWord(String text, String word, boolean anyCase) {
    if (word.isEmpty()) {
      return false;
    }
    String in = anyCase ? text.toLowerCase(Locale.ROOT) : text;
    String wanted = anyCase ? word.toLowerCase(Locale.ROOT) : word;
    for (int at = in.indexOf(wanted); at >= 0; at = in.indexOf(wanted, at + 1)) {
      int end = at + wanted.length();
      boolean starts = at == 0 || !continues(in.charAt(at - 1), wanted.charAt(0));
      boolean ends =
          end == in.length() || !continues(in.charAt(end), wanted.charAt(wanted.length() - 1));
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }

  /** Whether two characters beside each other belong to one name. */
  private static boolean continues(char neighbour, char edge) {
    return Character.isJavaIdentifierPart(neighbour) && Character.isJavaIdentifierPart(edge);
  }
}
