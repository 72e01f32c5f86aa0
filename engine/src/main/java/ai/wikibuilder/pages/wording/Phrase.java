package ai.wikibuilder.pages.wording;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Fills the places of one sentence. Used once for each sentence, by one thread. */
public final class Phrase {
  /** Marks a sentence carries at most. */
  private static final int EVIDENCE_COUNT_MAX = 4;

  private final Catalogue catalogue;
  private final Shape shape;
  private final Map<String, List<Inline>> words = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final List<Evidence> evidence = new ArrayList<>();

  Phrase(Catalogue catalogue, Shape shape) {
    this.catalogue = catalogue;
    this.shape = shape;
  }

  public Phrase text(String slot, String text) {
    return put(slot, new Inline.Plain(text));
  }

  public Phrase code(String slot, String text) {
    return put(slot, new Inline.Code(text));
  }

  public Phrase strong(String slot, String text) {
    return put(slot, new Inline.Strong(text));
  }

  /** The repository's own words. */
  public Phrase quote(String slot, String text) {
    return put(slot, new Inline.Quote(text));
  }

  public Phrase page(String slot, String slug, String text) {
    return put(slot, new Inline.PageLink(slug, text));
  }

  public Phrase put(String slot, Inline inline) {
    words.put(slot, List.of(inline));
    return this;
  }

  /** A number, shown alone or with its noun as the shape has it. */
  public Phrase count(String slot, long number) {
    numbers.put(slot, number);
    return this;
  }

  /** A number in digits. */
  public Phrase digits(String slot, long number) {
    return text(slot, catalogue.digits(number));
  }

  /** Names in code letters as a list. */
  public Phrase codes(String slot, List<String> names) {
    return list(slot, names.stream().map(name -> (Inline) new Inline.Code(name)).toList());
  }

  /** The first names in code letters, and how many more there are. */
  public Phrase codes(String slot, List<String> names, int countMax) {
    List<Inline> shown = new ArrayList<>();
    // one name takes no more room than the words that say it is left out
    int limit = names.size() == countMax + 1 ? countMax + 1 : countMax;
    names.stream().limit(limit).forEach(name -> shown.add(new Inline.Code(name)));
    if (names.size() > limit) {
      int rest = names.size() - limit;
      String more = catalogue.text(rest == 1 ? "list.more.one" : "list.more.many");
      shown.add(new Inline.Plain(more.replace("#", catalogue.number(rest))));
    }
    return list(slot, shown);
  }

  /** Parts of a sentence as a list. */
  public Phrase list(String slot, List<Inline> items) {
    List<Inline> result = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        result.add(new Inline.Plain(catalogue.separator(i == items.size() - 1)));
      }
      result.add(items.get(i));
    }
    if (!result.isEmpty()) {
      words.put(slot, List.copyOf(result));
    }
    return this;
  }

  /** Words that stand in the place as they are. */
  public Phrase words(String slot, List<Inline> inlines) {
    words.put(slot, List.copyOf(inlines));
    return this;
  }

  public Phrase by(Evidence lines) {
    if (evidence.size() < EVIDENCE_COUNT_MAX && !evidence.contains(lines)) {
      evidence.add(lines);
    }
    return this;
  }

  public Phrase by(Optional<Evidence> lines) {
    lines.ifPresent(this::by);
    return this;
  }

  public Phrase by(List<Evidence> lines) {
    lines.forEach(this::by);
    return this;
  }

  /**
   * The finished sentence.
   *
   * @throws IllegalStateException when a place outside of brackets has no words
   */
  public Sentence end() {
    return new Sentence(inlines(), evidence);
  }

  /** The finished sentence as plain text, without a capital at its front. */
  public String plainWords() {
    List<Inline> parts = new ArrayList<>();
    fill(shape.parts(), parts);
    StringBuilder text = new StringBuilder();
    for (Inline part : parts) {
      if (part instanceof Inline.Plain(String words)) {
        text.append(words);
      }
    }
    return text.toString();
  }

  /** The finished words without their marks, to stand inside another sentence. */
  public List<Inline> inlines() {
    List<Inline> result = new ArrayList<>();
    fill(shape.parts(), result);
    boolean number =
        !shape.parts().isEmpty() && shape.parts().getFirst() instanceof Shape.Part.Counted;
    if (number && result.getFirst() instanceof Inline.Plain(String first)) {
      result.set(0, new Inline.Plain(capital(first)));
    }
    return merged(result);
  }

  private static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private void fill(List<Shape.Part> parts, List<Inline> result) {
    for (Shape.Part part : parts) {
      switch (part) {
        case Shape.Part.Text text -> result.add(new Inline.Plain(text.text()));
        case Shape.Part.Strong strong -> result.add(new Inline.Strong(strong.text()));
        case Shape.Part.Code code -> result.add(new Inline.Code(code.text()));
        case Shape.Part.Slot slot -> result.addAll(slot(slot.name()));
        case Shape.Part.Counted number -> result.add(new Inline.Plain(number(number)));
        case Shape.Part.Maybe maybe -> {
          if (isFilled(maybe.parts())) {
            fill(maybe.parts(), result);
          }
        }
      }
    }
  }

  private boolean isFilled(List<Shape.Part> parts) {
    return parts.stream()
        .allMatch(part ->
            switch (part) {
              case Shape.Part.Slot(String name) ->
                  words.containsKey(name) || numbers.containsKey(name);
              case Shape.Part.Counted number -> numbers.containsKey(number.name());
              default -> true;
            });
  }

  private List<Inline> slot(String name) {
    Long number = numbers.get(name);
    if (number != null) {
      return List.of(new Inline.Plain(catalogue.number(number)));
    }
    List<Inline> found = words.get(name);
    if (found == null) {
      throw new IllegalStateException("expected words for {" + name + "} of " + shape.key());
    }
    return found;
  }

  private String number(Shape.Part.Counted part) {
    Long number = numbers.get(part.name());
    if (number == null) {
      throw new IllegalStateException(
          "expected a number for " + part.name() + " of " + shape.key());
    }
    String form = number == 1 ? part.forms().getFirst() : part.forms().getLast();
    return form.replace("#", catalogue.number(number));
  }

  /** Whether a full stop follows a quotation that has its own. */
  private static boolean endsTwice(List<Inline> before, String text) {
    return text.startsWith(".")
        && !before.isEmpty()
        && before.getLast() instanceof Inline.Quote(String quote)
        && quote.matches(".*[.!?…]");
  }

  /** Neighbouring plain words as one, so that the same sentence is made of the same parts. */
  private static List<Inline> merged(List<Inline> parts) {
    List<Inline> result = new ArrayList<>();
    for (Inline part : parts) {
      if (part instanceof Inline.Plain(String text)
          && !result.isEmpty()
          && result.getLast() instanceof Inline.Plain(String before)) {
        result.set(result.size() - 1, new Inline.Plain(before + text));
      } else if (part instanceof Inline.Plain(String text) && endsTwice(result, text)) {
        if (text.length() > 1) {
          result.add(new Inline.Plain(text.substring(1)));
        }
      } else {
        result.add(part);
      }
    }
    return List.copyOf(result);
  }
}
