package ai.wikibuilder.pages.prose.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an answer while it arrives and gives each statement once it is complete, marks included.
 * One answer, one thread.
 *
 * <p>A statement is complete when the next one has begun: until then its marks may still come. The
 * end of the text is read again for each part that arrives; blocks whose statements were all given
 * are left behind once there is enough of them.
 */
public final class ProseStream {
  /** A mark of which only the beginning has come. */
  private static final Pattern OPEN_MARK = Pattern.compile("(?:[\\[【{]|<sup>)[^\\]】}<]{0,20}$");

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

  /** Characters that are read again and again before a look is worth while what can be left. */
  private static final int TAIL_LENGTH = 2_000;

  /** What may end a statement, with something behind it. */
  private static final Pattern ENDS = Pattern.compile("[.!?。！？:\\]】\\n][^.]");

  /** Between blocks, or between sentences where no mark follows. */
  private static final Pattern BORDER =
      Pattern.compile("\\n\\s*\\n|(?<=[.!?\\]])\\s+(?=[^\\s\\[【#*>|+-])");

  private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(?:```|~~~)");

  private final ProseReader reader;

  private final StringBuilder text = new StringBuilder();

  /** Where the part of the text begins that is still read. */
  private int tail;

  /** Statements of that part that were given. */
  private int given;

  /** Whether that part begins within a paragraph or an item. */
  private boolean isWithin;

  /** Characters since it was read last. */
  private int unread;

  public ProseStream(ProseReader reader) {
    this.reader = reader;
  }

  /** Takes the next part; the statements that are complete by it, in order. */
  public List<Placed> accept(String part) {
    text.append(part);
    unread += part.length();
    if (!ENDS.matcher(text.substring(Math.max(tail, text.length() - unread - 1))).find()) {
      return List.of(); // no statement has ended since it was read last
    }
    unread = 0;
    String end = OPEN_MARK.matcher(text.substring(tail)).replaceFirst("");
    List<Placed> all = read(end);
    List<Placed> result = next(all, all.size() - 1);
    if (end.length() > TAIL_LENGTH) {
      leaveBehind(end);
    }
    return result;
  }

  /** Goes on behind a place before which every statement was given. */
  private void leaveBehind(String end) {
    int border = 0;
    Matcher borders = BORDER.matcher(end);
    while (borders.find()) {
      border = borders.end();
    }
    String before = end.substring(0, border);
    int count = placed(reader.read(before)).size();
    boolean closed =
        FENCE.matcher(before).results().count() % 2 == 0
            && before.chars().filter(c -> c == '`').count() % 2 == 0;
    if (border > 0 && closed && count <= given) {
      tail += border;
      given -= count;
      isWithin = !before.endsWith("\n");
    }
  }

  /** Nothing more comes; the statements that are left. */
  public List<Placed> finish() {
    List<Placed> all = read(text.substring(tail));
    return next(all, all.size());
  }

  /** The statements of the part of the text that is still read. */
  private List<Placed> read(String end) {
    List<Placed> all = placed(reader.read(end));
    if (isWithin && !all.isEmpty()) {
      all.set(0, new Placed(all.getFirst().statement(), Place.NEXT));
    }
    return all;
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
