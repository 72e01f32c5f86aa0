package ai.wikibuilder.pages.prose.reading;

import java.util.List;

/** A part of what a model wrote. */
public sealed interface ProsePart {
  /** A heading of any depth. */
  record Heading(Statement words) implements ProsePart {}

  record Paragraph(List<Statement> statements) implements ProsePart {
    public Paragraph {
      statements = List.copyOf(statements);
    }
  }

  /** A list; lists inside of it are told as more of its items. */
  record Items(boolean numbered, List<List<Statement>> items) implements ProsePart {
    public Items {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** A table; every row has a statement for each column. */
  record Table(List<Statement> columns, List<List<Statement>> rows) implements ProsePart {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Text shown as code. */
  record Code(String language, String text) implements ProsePart {}

  /** A diagram that is asked for; code draws it from what of it holds. */
  record Drawing(DiagramRequest request) implements ProsePart {}
}
