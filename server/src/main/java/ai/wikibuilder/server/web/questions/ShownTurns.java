package ai.wikibuilder.server.web.questions;

import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.server.answers.KeptConversation;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.web.words.Words;
import java.util.List;

/** Turns of a conversation as people see them. Stateless. */
final class ShownTurns {
  private ShownTurns() {}

  static List<AskView.Earlier> of(Words words, Repository repository, KeptConversation kept) {
    return kept.conversation().turns().stream()
        .map(turn -> shown(words, repository, turn))
        .toList();
  }

  private static AskView.Earlier shown(Words words, Repository repository, Turn turn) {
    Citations citations = new Citations(repository);
    turn.evidence().forEach(citations::cite);
    return new AskView.Earlier(turn.question(), turn.answer(), note(words, turn), citations.all());
  }

  /** What is to be said of it beside its answer. */
  private static String note(Words words, Turn turn) {
    return switch (turn.state()) {
      case Turn.ASKED -> words.say("ask.now");
      case Turn.BROKEN_OFF -> words.say("ask.cut");
      default -> turn.answer().isEmpty() ? words.say("ask.not-found") : "";
    };
  }
}
