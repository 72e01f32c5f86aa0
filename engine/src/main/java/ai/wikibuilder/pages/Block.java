package ai.wikibuilder.pages;

import java.util.List;
import java.util.Optional;

/** A part of a section. */
public sealed interface Block {
  record Paragraph(List<Sentence> sentences) implements Block {
    public Paragraph {
      sentences = List.copyOf(sentences);
    }
  }

  /** A list; each item is one or more sentences. */
  record Items(boolean numbered, List<List<Sentence>> items) implements Block {
    public Items {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** A table; every row has as many cells as there are columns. */
  record Table(List<String> columns, List<List<Sentence>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Key types and functions. */
  record Symbols(List<SymbolCard> cards) implements Block {
    public Symbols {
      cards = List.copyOf(cards);
    }
  }

  /**
   * One symbol as a reader needs it.
   *
   * @param name with its container, as people say it: {@code ParcelTracker.apply}
   * @param kind label of its kind
   * @param signature its head on one line
   * @param purpose its own doc comment's first words, when it has some
   * @param facts who calls it, what it does; may be empty
   */
  record SymbolCard(
      String name,
      String kind,
      String signature,
      Evidence definition,
      Optional<Sentence> purpose,
      List<Sentence> facts) {
    public SymbolCard {
      facts = List.copyOf(facts);
    }
  }

  /**
   * Lines of a file shown as they are.
   *
   * @param language id of the language for highlighting
   */
  record Excerpt(Evidence evidence, String language, String text) implements Block {}

  /**
   * Text to type or copy, shown as code; not taken from one place.
   *
   * @param language id of the language, empty for plain text
   */
  record CodeBlock(String language, String text, Optional<Evidence> evidence) implements Block {}

  record Figure(Diagram diagram) implements Block {}

  /**
   * An image of the repository.
   *
   * @param alt what it says to those who do not see it
   * @param wishedWidth in pixels, as its document asks for it; its own when it asks for nothing
   * @param caption whose place is the document that shows it
   */
  record Image(Picture picture, String alt, int wishedWidth, Sentence caption) implements Block {
    /** The same with another caption. */
    public Image captioned(Sentence other) {
      return new Image(picture, alt, wishedWidth, other);
    }
  }
}
