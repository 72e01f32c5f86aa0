package ai.wikibuilder.answers.research;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.evidence.SymbolText;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.JsonShape;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.ToolSpec;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What all steps of one research share. For one thread. */
record Assistant(
    OpenWiki wiki,
    ChatModel model,
    ToIntFunction<String> tokens,
    ResearchSettings settings,
    SymbolText symbols,
    ProseChecker checker) {

  static Assistant of(OpenWiki wiki, Adviser adviser, ResearchSettings settings) {
    SymbolText symbols = new SymbolText(wiki);
    return new Assistant(
        wiki,
        adviser.model(),
        adviser.tokens(),
        settings,
        symbols,
        new ProseChecker(symbols.names(), wiki.texts()));
  }

  /** A request of a research, with the instructions first. */
  ChatRequest request(String subject, String instructions, String prompt, Form form) {
    return new ChatRequest(
        Purpose.RESEARCH,
        subject,
        Tier.STRONG,
        List.of(
            new Message.Instruction(instructions + "\nREPOSITORY " + wiki.title() + "\n", true),
            new Message.User(prompt)),
        form.tools(),
        form.shape(),
        form.outputTokensMax());
  }

  /** What kind of reply is wanted. */
  record Form(List<ToolSpec> tools, Optional<JsonShape> shape, int outputTokensMax) {
    static Form text(int outputTokensMax) {
      return new Form(List.of(), Optional.empty(), outputTokensMax);
    }
  }

  /** Tokens of a prompt that are left beside the instructions. */
  int promptTokensMax(int outputTokensMax) {
    return model.promptTokensMax(Tier.STRONG, outputTokensMax) - FRAME_TOKENS;
  }

  /** Tokens of instructions, question, notes and frames. */
  private static final int FRAME_TOKENS = 3_500;
}
