package ai.wikibuilder.pages.prose.trial;

import java.util.List;

/**
 * Something a sentence names. Immutable.
 *
 * @param text as written
 * @param symbols it stands for: those in the cited lines if there are some there, else all
 * @param candidates all symbols it may stand for
 * @param files it may stand for, when it is a path or a module
 */
record Mention(
    String text, Kind kind, List<Integer> symbols, List<Integer> candidates, List<Integer> files) {
  enum Kind {
    /** Written as code, or in a shape only names have. */
    NAME,
    /** A file or folder. */
    PATH,
    /** Other code: a command, a literal, a route. */
    CODE,
    /** Plain words that say the name of something in the evidence: {@code the transition table}. */
    WORDS
  }

  Mention {
    symbols = List.copyOf(symbols);
    candidates = List.copyOf(candidates);
    files = List.copyOf(files);
  }

  /** A path, code or words that no symbol has. */
  static Mention of(String text, Kind kind, List<Integer> files) {
    return new Mention(text, kind, List.of(), List.of(), files);
  }

  /** Whether it is written as a name, be it one that is a word as well. */
  boolean isNamed() {
    return isExplicit()
        || (!text.isEmpty() && Character.isUpperCase(text.codePointAt(0)) && text.indexOf(' ') < 0);
  }

  /** Whether the writer can have meant nothing but a name. */
  boolean isExplicit() {
    return kind != Kind.WORDS;
  }
}
