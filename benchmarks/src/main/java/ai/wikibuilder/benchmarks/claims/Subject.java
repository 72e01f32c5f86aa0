package ai.wikibuilder.benchmarks.claims;

import ai.wikibuilder.pages.prose.EvidencePiece;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fact to be told, with the ways to make it false. Immutable.
 *
 * @param kind of fact, for the tables
 * @param slots what the templates are filled with
 * @param marks pieces that prove it
 * @param others slots with names that make it false, by the slot they replace
 * @param swaps two slots whose exchange makes it false; empty when it would stay true
 */
record Subject(
    Kind kind,
    Map<String, String> slots,
    List<EvidencePiece> marks,
    Map<String, List<String>> others,
    List<String> swaps) {
  /** What is told. */
  enum Kind {
    CALL,
    INHERITANCE,
    COUNT_MEMBERS,
    COUNT_CALLERS,
    COUNT_SUBTYPES,
    QUOTE,
    DOC,
    DEFINITION,
    MEMBER,
    TWO_CLAUSES,
    PLAIN_WORDS,
    COMPOSED;

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    boolean isCount() {
      return this == COUNT_MEMBERS || this == COUNT_CALLERS || this == COUNT_SUBTYPES;
    }
  }

  Subject {
    slots = Map.copyOf(slots);
    marks = List.copyOf(marks);
    others = Map.copyOf(others);
    swaps = List.copyOf(swaps);
  }

  Set<String> names() {
    return slots.keySet();
  }
}
