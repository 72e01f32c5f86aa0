package ai.wikibuilder.pages.prose.reading;

import ai.wikibuilder.pages.Inline;
import java.util.List;

/**
 * A sentence as a writer wrote it. Immutable.
 *
 * @param words without marks; quotations stand as {@link Inline.Quote}
 * @param marks of the pieces it cites, as written and in order: {@code 3}, {@code F2}
 */
public record Statement(List<Inline> words, List<String> marks) {
  public Statement {
    words = List.copyOf(words);
    marks = List.copyOf(marks);
  }

  /** The words with the marks behind them, as they are quoted back to the writer. */
  public String written() {
    StringBuilder text = new StringBuilder();
    for (Inline word : words) {
      text.append(
          switch (word) {
            case Inline.Plain plain -> plain.text();
            case Inline.Code code -> "`" + code.text() + "`";
            case Inline.Strong strong -> strong.text();
            case Inline.Quote quote -> "“" + quote.text() + "”";
            case Inline.PageLink link -> link.text();
            case Inline.ExternalLink link -> link.text();
          });
    }
    String words = text.toString().strip();
    StringBuilder all = new StringBuilder();
    marks.forEach(mark -> all.append('[').append(mark).append(']'));
    return all.isEmpty() ? words : words + " " + all;
  }
}
