package ai.wikibuilder.pages.prose.reading;

import java.util.List;

/**
 * All that was read of one answer. Immutable.
 *
 * @param parts in reading order
 * @param dropped what was left behind and why, for whoever asks what became of it
 */
public record Prose(List<ProsePart> parts, List<String> dropped) {
  public Prose {
    parts = List.copyOf(parts);
    dropped = List.copyOf(dropped);
  }

  /** All statements in reading order, headings and cells included. */
  public List<Statement> statements() {
    return parts.stream().flatMap(part -> of(part).stream()).toList();
  }

  private static List<Statement> of(ProsePart part) {
    return switch (part) {
      case ProsePart.Heading heading -> List.of(heading.words());
      case ProsePart.Paragraph paragraph -> paragraph.statements();
      case ProsePart.Items items -> items.items().stream().flatMap(List::stream).toList();
      case ProsePart.Table table -> table.rows().stream().flatMap(List::stream).toList();
      case ProsePart.Code code -> List.of();
      case ProsePart.Drawing drawing -> List.of();
    };
  }
}
