package ai.wikibuilder.answers.asking;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.TestWiki;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.models.ChatRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole prompts, to be read: {@code -Dgolden.update=true} writes those of today. */
class PromptsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/ai/wikibuilder/answers");

  private final OpenWiki wiki = TestWiki.warehouse();

  @Test
  void aQuestionIsAskedAsReviewed() throws IOException {
    TestAdviser model = TestAdviser.saying("NOT FOUND");

    ask(model, "how are rows sorted by weight", Conversation.begin());

    assertThat(text(model.requests())).isEqualTo(reviewed("ask-prompt.txt", model.requests()));
  }

  @Test
  void aQuestionInAnotherLanguageThatLeansOnOneBeforeIsReadAsReviewed() throws IOException {
    TestAdviser model = TestAdviser.saying("NOT FOUND");
    Turn before =
        new Turn(
            Instant.EPOCH,
            "what is a cart",
            "what is a cart",
            "A cart fetches goods.",
            List.of(),
            "answered",
            "",
            "test-model",
            9);

    ask(model, "Wer zählt ihre Reihen?", Conversation.begin().with(before));

    List<ChatRequest> reading = List.of(model.requests().getFirst());
    assertThat(text(reading)).isEqualTo(reviewed("reading-prompt.txt", reading));
  }

  private void ask(TestAdviser model, String question, Conversation before) {
    Asker.Result _ =
        new Asker(wiki, model.adviser())
            .ask(new AskRequest(question, false, before), AskListener.silent());
  }

  private static String reviewed(String name, List<ChatRequest> requests) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN.resolve(name), text(requests));
    }
    return Files.readString(GOLDEN.resolve(name));
  }

  private static String text(List<ChatRequest> requests) {
    StringBuilder text = new StringBuilder();
    for (ChatRequest request : requests) {
      request.messages().forEach(message -> text.append(message.text()).append("\n=====\n"));
    }
    return text.toString();
  }
}
