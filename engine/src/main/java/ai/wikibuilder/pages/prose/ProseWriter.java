package ai.wikibuilder.pages.prose;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.facts.PromptSize;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.pages.prose.packing.EvidencePacker;
import java.util.function.ToIntFunction;

/**
 * Writes the pages of a composed wiki with a model: from evidence, checked, each finished page kept
 * at once. What a model does not write or nobody can verify stays composed. May be shared by
 * threads.
 */
public final class ProseWriter {
  private final ChatModel model;
  private final ToIntFunction<String> tokens;
  private final WrittenTexts texts;
  private final ProseSettings settings;

  /**
   * @param tokens counts the tokens of a text
   * @param texts what was written before; pages whose material did not change are taken from there
   */
  public ProseWriter(
      ChatModel model, ToIntFunction<String> tokens, WrittenTexts texts, ProseSettings settings) {
    this.model = model;
    this.tokens = tokens;
    this.texts = texts;
    this.settings = settings;
  }

  /** The smallest prompt a page is written from, with its reply: a model has to hold it. */
  public static PromptSize smallestPrompt(PageLanguage language, ToIntFunction<String> tokens) {
    return PageRoom.smallest(language, tokens);
  }

  /**
   * Writes. A failing model or a budget that ends leaves composed pages in place of those it did
   * not write.
   *
   * @throws ai.wikibuilder.models.ModelException CANCELLED
   */
  public ProseResult write(Wiki composed, Composition composition, ProseListener listener) {
    return new Writing(desk(composed, composition), texts, settings.parallelMax(), listener)
        .write(composed);
  }

  /** Whether there is a page to write for which the model has room. */
  public boolean hasRoom(Wiki composed, Composition composition) {
    return !desk(composed, composition).order().all().isEmpty();
  }

  /** What the writing would take: the same pages, the same evidence, no call. */
  public ProseQuote quote(Wiki composed, Composition composition) {
    return ProseQuote.of(desk(composed, composition), texts, tokens, settings.parallelMax());
  }

  private Desk desk(Wiki composed, Composition composition) {
    PageRoom room = new PageRoom(model, settings.language(), tokens);
    PagePrompts prompts =
        new PagePrompts(composed, settings.language().englishName(), tokens, room.partsTokensMax());
    int frame = tokens.applyAsInt(prompts.prefix().text()) + PageRoom.FRAME_TOKENS;
    ProseChecker checker = new ProseChecker(composition.graph(), composition.reader());
    return new Desk(
        new WritingOrder(
            composition.graph(),
            composition.plan(),
            composed,
            new WritingOrder.Means(settings, room, frame)),
        new EvidencePacker(Material.of(composition), tokens),
        new PageWriter(new PageWriter.Asked(model, prompts, room), checker, settings.language()),
        room,
        composition.plan().steering(),
        settings.language());
  }
}
