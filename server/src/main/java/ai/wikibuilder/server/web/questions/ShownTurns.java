package ai.wikibuilder.server.web.questions;

import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.server.answers.KeptConversation;
import ai.wikibuilder.server.repositories.Repository;
import java.util.List;

/** Turns of a conversation as people see them. Stateless. */
final class ShownTurns {
  private ShownTurns() {}

  static List<AskView.Earlier> of(Repository repository, KeptConversation kept) {
    return kept.conversation().turns().stream().map(turn -> shown(repository, turn)).toList();
  }

  private static AskView.Earlier shown(Repository repository, Turn turn) {
    Citations citations = new Citations(repository);
    turn.evidence().forEach(citations::cite);
    return new AskView.Earlier(turn.question(), turn.answer(), note(turn), citations.all());
  }

  /** What is to be said of it beside its answer. */
  private static String note(Turn turn) {
    return switch (turn.state()) {
      case Turn.ASKED -> "This question is being answered just now.";
      case Turn.BROKEN_OFF ->
          "The answer was broken off before its end. Ask again for the whole of it.";
      default -> turn.answer().isEmpty() ? "Not found in this repository." : "";
    };
  }
}
