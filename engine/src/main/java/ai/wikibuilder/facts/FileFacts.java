package ai.wikibuilder.facts;

import java.util.List;
import java.util.Locale;

/**
 * What the parser saw in one file. Immutable.
 *
 * @param language id of the language in {@link Languages}, {@code text} when it knows none
 * @param namespace the package or module the file declares, empty when it declares none
 * @param symbols in order of their start; a parent stands before its members
 * @param references in order of their line
 * @param imports in order of their line
 */
public record FileFacts(
    String language,
    Outcome outcome,
    String namespace,
    List<Symbol> symbols,
    List<Reference> references,
    List<ImportFact> imports) {

  /** How far the parser came. The order is part of the stored format. */
  public enum Outcome {
    PARSED,
    /** Parsed, but the grammar found text it could not explain; the facts around it hold. */
    PARSED_WITH_ERRORS,
    /** No grammar for this file; it is searched as text. */
    TEXT,
    /** Larger than {@link FactsLimits#parseBytesMax()}; it is searched as text. */
    TOO_LARGE,
    /** The parser ran out of time. */
    TIMED_OUT,
    /** The parser's process ended while this file was in it. */
    CRASHED;

    /** The outcome as it stands in JSON: lower case with hyphens. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public FileFacts {
    symbols = List.copyOf(symbols);
    references = List.copyOf(references);
    imports = List.copyOf(imports);
  }

  /** Facts of a file that was not parsed. */
  public static FileFacts none(String language, Outcome outcome) {
    return new FileFacts(language, outcome, "", List.of(), List.of(), List.of());
  }
}
