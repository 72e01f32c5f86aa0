package ai.wikibuilder.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.facts.cfamily.ConditionalMask;
import ai.wikibuilder.facts.cfamily.MacroMask;
import ai.wikibuilder.facts.matches.FileMatches;
import ai.wikibuilder.facts.matches.GrammarGaps;
import ai.wikibuilder.facts.matches.MatchCollector;
import ai.wikibuilder.facts.rust.MacroItems;
import ai.wikibuilder.facts.treesitter.TreeParser;
import ai.wikibuilder.facts.treesitter.TreeQuery;
import ai.wikibuilder.source.SourceText;
import java.time.Duration;

/**
 * Reads the facts of one language's files, one after another: parse, collect the query's matches,
 * assemble. For one thread.
 */
final class FactsReader {
  /** Grows when the same matches give other facts. */
  static final int VERSION = 8;

  /**
   * The scanner of Lua's grammar starts with what it remembers of the text before, or with memory
   * nobody set; a comment sets it. Without this, facts would depend on the file parsed before.
   */
  private static final byte[] LUA_COMMENT = "--\n".getBytes(UTF_8);

  private final Language language;
  private final Language.Grammar grammar;
  private final TreeParser parser;
  private final TreeQuery query;
  private final GrammarGaps gaps;
  private final MatchCollector collector;

  FactsReader(Language language, TreeParser parser, TreeQuery query, GrammarGaps gaps) {
    this.language = language;
    this.gaps = gaps;
    this.grammar = language.grammar().orElseThrow();
    this.parser = parser;
    this.query = query;
    this.collector = new MatchCollector(query);
  }

  /**
   * The facts of one text.
   *
   * @param limit soft limit for the parse, and again for the query
   */
  FileFacts read(SourceText text, Duration limit) {
    if (language.id().equals("lua")) {
      collector.begin(LUA_COMMENT, LUA_COMMENT);
      parser.parse(LUA_COMMENT, query, limit, collector);
    }
    byte[] masked = withoutDirectives(text.utf8());
    FileMatches matches = collector.begin(text.utf8(), masked);
    FileFacts.Outcome outcome =
        switch (parser.parse(gaps.readable(masked), query, limit, collector)) {
          case COMPLETE -> FileFacts.Outcome.PARSED;
          case WITH_ERRORS, TOO_BROKEN -> FileFacts.Outcome.PARSED_WITH_ERRORS;
          case TIMED_OUT -> FileFacts.Outcome.TIMED_OUT;
        };
    if (outcome == FileFacts.Outcome.TIMED_OUT) {
      return FileFacts.none(language.id(), outcome);
    }
    matches.tieMembers();
    return new FactsAssembler(text, language.id(), grammar.visibility(), matches).facts(outcome);
  }

  private byte[] withoutDirectives(byte[] utf8) {
    return switch (language.id()) {
      case "c", "cpp" -> MacroMask.mask(utf8);
      case "csharp" -> ConditionalMask.mask(utf8);
      case "rust" -> MacroItems.mask(utf8);
      default -> utf8;
    };
  }
}
