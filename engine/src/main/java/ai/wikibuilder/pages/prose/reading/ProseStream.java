package ai.wikibuilder.pages.prose.reading;

import java.util.ArrayList;
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

  /** A statement and where it stands. Immutable. */
  public record Placed(Statement statement, Place place) {}

  /** Where a statement stands in the text, for whoever shows it before the rest has come. */
  public enum Place {
    HEADING,
    /** Begins a paragraph. */
    PARAGRAPH,
    /** Begins an item of a list. */
    ITEM,
    /** A cell of a table. */
    CELL,
    /** Follows the statement before it. */
    NEXT
  }

  private final ProseReader reader;

  private final StringBuilder text = new StringBuilder();
  private int given;

  public ProseStream(ProseReader reader) {
    this.reader = reader;
  }

  /** Takes the next part; the statements that are complete by it, in order. */
  public List<Placed> accept(String part) {
    text.append(part);
    String whole = OPEN_MARK.matcher(text).replaceFirst("");
    List<Placed> all = placed(reader.read(whole));
    return next(all, all.size() - 1);
  }

  /** Nothing more comes; the statements that are left. */
  public List<Placed> finish() {
    List<Placed> all = placed(reader.read(text.toString()));
    return next(all, all.size());
  }

  private List<Placed> next(List<Placed> all, int end) {
    if (end <= given) {
      return List.of();
    }
    List<Placed> result = all.subList(given, end);
    given = end;
    return List.copyOf(result);
  }

  /** The statements of a text in the order of {@link Prose#statements()}. */
  public static List<Placed> placed(Prose prose) {
    List<Placed> all = new ArrayList<>();
    for (ProsePart part : prose.parts()) {
      switch (part) {
        case ProsePart.Heading(Statement words) -> all.add(new Placed(words, Place.HEADING));
        case ProsePart.Paragraph(List<Statement> statements) ->
            add(statements, Place.PARAGRAPH, all);
        case ProsePart.Items items -> items.items().forEach(item -> add(item, Place.ITEM, all));
        case ProsePart.Table table ->
            table.rows().stream()
                .flatMap(List::stream)
                .forEach(cell -> all.add(new Placed(cell, Place.CELL)));
        case ProsePart.Code _, ProsePart.Drawing _ -> {}
      }
    }
    return all;
  }

  private static void add(List<Statement> statements, Place first, List<Placed> all) {
    for (int i = 0; i < statements.size(); i++) {
      all.add(new Placed(statements.get(i), i == 0 ? first : Place.NEXT));
    }
  }

  /** All of what arrived, to be read and checked once more as a whole. */
  public String text() {
    return text.toString();
  }
}
