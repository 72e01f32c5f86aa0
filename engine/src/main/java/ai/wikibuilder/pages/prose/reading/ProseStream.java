package ai.wikibuilder.pages.prose.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads an answer while it arrives and gives each statement once it is complete, marks included.
 * One answer, one thread.
 *
 * <p>A statement is complete when the next one has begun: until then its marks may still come. The
 * text so far is read again for each part that arrives; answers are short.
 */
public final class ProseStream {
  /** A mark of which only the beginning has come. */
  private static final Pattern OPEN_MARK = Pattern.compile("[\\[【][^\\]】]{0,20}$");

  private final ProseReader reader;

  private final StringBuilder text = new StringBuilder();
  private int given;

  public ProseStream(ProseReader reader) {
    this.reader = reader;
  }

  /** Takes the next part; the statements that are complete by it, in order. */
  public List<Statement> accept(String part) {
    text.append(part);
    String whole = OPEN_MARK.matcher(text).replaceFirst("");
    List<Statement> all = reader.read(whole).statements();
    return next(all, all.size() - 1);
  }

  /** Nothing more comes; the statements that are left. */
  public List<Statement> finish() {
    List<Statement> all = reader.read(text.toString()).statements();
    return next(all, all.size());
  }

  private List<Statement> next(List<Statement> all, int end) {
    if (end <= given) {
      return List.of();
    }
    List<Statement> result = all.subList(given, end);
    given = end;
    return List.copyOf(result);
  }

  /** All of what arrived, to be read and checked once more as a whole. */
  public String text() {
    return text.toString();
  }
}
