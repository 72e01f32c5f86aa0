package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.reading.Statement;
import java.util.List;

/**
 * A statement with what it names and cites looked up. Immutable.
 *
 * @param masked its words with {@code ⟦n⟧} for the nth mention and quotations left out
 * @param quotes words said to be the repository's own
 * @param pieces it cites that exist
 * @param unknownMarks it cites that nothing has
 * @param topic what the sentence before was about, for pronouns; may have no symbols
 */
record Claim(
    Statement statement,
    String masked,
    List<Mention> mentions,
    List<String> quotes,
    List<EvidencePiece> pieces,
    List<String> unknownMarks,
    Mention topic) {
  Claim {
    mentions = List.copyOf(mentions);
    quotes = List.copyOf(quotes);
    pieces = List.copyOf(pieces);
    unknownMarks = List.copyOf(unknownMarks);
  }

  /** The mention at a place; the topic for a pronoun. */
  Mention mention(int place) {
    return place < 0 ? topic : mentions.get(place);
  }

  boolean isCited() {
    return !statement.marks().isEmpty();
  }

  /** What the next sentence's pronouns stand for. */
  Mention nextTopic() {
    for (Mention mention : mentions) {
      if (!mention.symbols().isEmpty() || !mention.files().isEmpty()) {
        return mention;
      }
    }
    return topic;
  }
}
