package ai.wikibuilder.answers.asking;

import ai.wikibuilder.answers.Question;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.JsonShape;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.models.prompts.PromptText;
import ai.wikibuilder.pages.prose.PageLanguage;
import java.util.List;
import java.util.Optional;

/**
 * Understands a question: one in English that stands alone is taken as it is; one in another
 * language, or one that leans on the conversation before it, is put into the words of code by the
 * inexpensive model, or by the glossary where that fails.
 */
final class QuestionReader {
  private static final int OUTPUT_TOKENS_MAX = 300;

  /** Longest question and list of words taken from the model. */
  private static final int READ_CHAR_COUNT_MAX = 600;

  private static final JsonShape SHAPE =
      new JsonShape(
          "question",
          "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"standalone\",\"words\"],"
              + "\"properties\":{\"standalone\":{\"type\":\"string\"},\"words\":{\"type\":\"string\"}}}");

  private final Optional<ChatModel> model;

  /**
   * @param model that is asked where it is needed; without one the glossary has to do
   */
  QuestionReader(Optional<ChatModel> model) {
    this.model = model;
  }

  /** Reads a question. */
  QuestionReading read(String question, Conversation before) {
    PageLanguage language = language(question);
    if (model.isEmpty() || (language == PageLanguage.EN && before.isEmpty())) {
      return plain(question, leaning(question, before), language);
    }
    try {
      ChatReply reply = model.get().reply(request(question, before));
      JsonTree read = JsonTree.find(reply.text()).orElse(JsonTree.absent());
      String words = cut(read.text("words").orElse("").strip());
      String standalone = cut(read.text("standalone").orElse("").strip());
      if (!words.isEmpty()) {
        return new QuestionReading(
            standalone.isEmpty() ? question : standalone,
            language == PageLanguage.EN ? standalone + " " + words : words,
            Question.of(words).words(),
            language != PageLanguage.EN,
            language,
            reply.usage());
      }
      return plain(question, leaning(question, before), language);
    } catch (ModelException e) {
      if (e.kind() == ModelException.Kind.CANCELLED) {
        throw e;
      }
      return plain(question, leaning(question, before), language);
    }
  }

  /** The question with the one before it, whose words it most likely means. */
  private static String leaning(String question, Conversation before) {
    return before.isEmpty() ? question : before.turns().getLast().standalone() + " " + question;
  }

  private static QuestionReading plain(String question, String text, PageLanguage language) {
    Question words = Question.of(text);
    return new QuestionReading(
        question, words.searched(text), words.words(), words.translated(), language, Usage.none());
  }

  private static PageLanguage language(String question) {
    PageLanguage guessed = PageLanguage.guess(question);
    return guessed == PageLanguage.EN
        ? PageLanguage.ofCode(Question.of(question).language()).orElse(guessed)
        : guessed;
  }

  private static ChatRequest request(String question, Conversation before) {
    String asked =
        (before.isEmpty() ? "" : "CONVERSATION\n" + History.shortly(before) + "\n")
            + "QUESTION\n"
            + question
            + "\n";
    return new ChatRequest(
        Purpose.QUESTION,
        question,
        Tier.CHEAP,
        List.of(
            new Message.Instruction(PromptText.of(QuestionReader.class, "reading.txt"), false),
            new Message.User(asked)),
        List.of(),
        Optional.of(SHAPE),
        OUTPUT_TOKENS_MAX);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(READ_CHAR_COUNT_MAX, text.length()));
  }
}
