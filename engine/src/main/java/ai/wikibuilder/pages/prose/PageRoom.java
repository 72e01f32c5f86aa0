package ai.wikibuilder.pages.prose;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.facts.PromptSize;
import ai.wikibuilder.plan.PlannedPage;
import java.util.function.ToIntFunction;

/**
 * How the window of a model is shared out among the parts of a page's prompt, its reply, and the
 * call that mends it. Immutable.
 *
 * <p>Idea: what is sent for a page grows, by the earlier page when its evidence changed and by the
 * reply and the findings when it is mended. All of that has its room set aside before evidence is
 * packed, by limits and not by what is there just now: so a page that was packed once fits whatever
 * becomes of it, and its evidence stays the same from build to build.
 */
final class PageRoom {
  /** Least evidence with which a page is worth a call. */
  static final int EVIDENCE_TOKENS_MIN = 1_500;

  /** More evidence than this no page of some hundred words makes use of. */
  static final int EVIDENCE_TOKENS_MAX = 12_000;

  /** Tokens of a page's prompt beside its parts: headings, title, language, turns. */
  static final int FRAME_TOKENS = 250;

  /** Evidence comes in steps, so that an exhibit more or less does not change a page. */
  private static final int EVIDENCE_TOKENS_STEP = 250;

  /** Tokens of the list of all pages: enough for some sixty, and the shared part stays small. */
  private static final int PARTS_TOKENS_MAX = 1_600;

  private static final double PARTS_SHARE_MAX = 1 / 8.0;

  /** The page as it was, whole or its beginning, and what changed. */
  private static final double EARLIER_SHARE_MAX = 1 / 6.0;

  /** What changed since the page was written. */
  private static final int CHANGE_TOKENS_MAX = 600;

  private static final double CHANGE_SHARE_MAX = 1 / 3.0;

  /** One page below: its address and its first statement. */
  private static final int BELOW_TOKENS_EACH = 70;

  private static final int BELOW_TOKENS_MAX = 2_000;
  private static final double BELOW_SHARE_MAX = 1 / 8.0;

  /** Findings of some five statements, and those statements mended. */
  private static final int REPAIR_TOKENS = 1_000;

  /** Tokens for one word of English and its marks. */
  private static final double TOKENS_PER_WORD = 1.9;

  /** Tokens of a diagram and of headings. */
  private static final int EXTRA_TOKENS = 500;

  private final ChatModel model;
  private final PageLanguage language;
  private final ToIntFunction<String> tokens;
  private final int rulesTokens;

  PageRoom(ChatModel model, PageLanguage language, ToIntFunction<String> tokens) {
    this.model = model;
    this.language = language;
    this.tokens = tokens;
    this.rulesTokens = tokens.applyAsInt(PagePrompts.rules());
  }

  /**
   * The smallest prompt for which a page of every kind has room, with nothing below it: the kind of
   * the longest reply decides, because a wiki may have pages of no other.
   */
  static PromptSize smallest(PageLanguage language, ToIntFunction<String> tokens) {
    int replyTokens = 0;
    for (PlannedPage.Kind kind : PlannedPage.Kind.values()) {
      replyTokens = Math.max(replyTokens, outputTokensMax(kind, language));
    }
    double needed =
        tokens.applyAsInt(PagePrompts.rules())
            + FRAME_TOKENS
            + Math.ceil(REPAIR_TOKENS * language.tokensPerToken())
            + EVIDENCE_TOKENS_MIN;
    return new PromptSize(
        (int) Math.ceil(needed / (1 - PARTS_SHARE_MAX - EARLIER_SHARE_MAX)), replyTokens);
  }

  /** Longest reply. */
  int outputTokensMax(PlannedPage.Kind kind) {
    return outputTokensMax(kind, language);
  }

  private static int outputTokensMax(PlannedPage.Kind kind, PageLanguage language) {
    int words = PagePrompts.Length.of(kind).wordsMax();
    return (int) (words * TOKENS_PER_WORD * language.tokensPerToken()) + EXTRA_TOKENS;
  }

  /** Tokens a page is expected to have. */
  int outputTokensExpected(PlannedPage.Kind kind) {
    PagePrompts.Length length = PagePrompts.Length.of(kind);
    double words = (length.wordsMin() + length.wordsMax()) / 2.0;
    return (int) (words * TOKENS_PER_WORD * language.tokensPerToken());
  }

  /** Tokens all prompts together may have for the list of pages, whatever the page. */
  int partsTokensMax() {
    int least = Integer.MAX_VALUE;
    for (PlannedPage.Kind kind : PlannedPage.Kind.values()) {
      least = Math.min(least, window(kind));
    }
    return Math.min(PARTS_TOKENS_MAX, (int) (least * PARTS_SHARE_MAX));
  }

  /** Tokens of the page as it was and of what changed, together. */
  private int earlierTokensMax(PlannedPage.Kind kind) {
    return Math.min(
        outputTokensMax(kind) + CHANGE_TOKENS_MAX, (int) (window(kind) * EARLIER_SHARE_MAX));
  }

  int changeTokensMax(PlannedPage.Kind kind) {
    return Math.min(CHANGE_TOKENS_MAX, (int) (earlierTokensMax(kind) * CHANGE_SHARE_MAX));
  }

  /** As much of the page as it was as fits, whole lines from its beginning. */
  String earlier(PlannedPage.Kind kind, String text) {
    return fitted(text, earlierTokensMax(kind) - changeTokensMax(kind));
  }

  /** As much of a text as fits, whole lines from its beginning. */
  String fitted(String text, int tokensMax) {
    if (tokens.applyAsInt(text) <= tokensMax) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (String line : text.split("(?<=\n)", -1)) {
      used += tokens.applyAsInt(line);
      if (used > tokensMax) {
        break;
      }
      kept.append(line);
    }
    return kept.toString();
  }

  /** Tokens of what is said of the pages below one. */
  int belowTokensMax(PlannedPage.Kind kind, int pageCount) {
    return Math.min(
        pageCount * BELOW_TOKENS_EACH,
        Math.min(BELOW_TOKENS_MAX, (int) (window(kind) * BELOW_SHARE_MAX)));
  }

  /**
   * Tokens of the list of a page's exhibits: what evidence leaves. One that the writer is not told
   * of stands behind its text.
   *
   * @param besideTokens of notes and pages below
   */
  int exhibitsTokensMax(PlannedPage.Kind kind, int besideTokens) {
    return Math.max(0, window(kind) - fixedTokens(kind) - besideTokens - EVIDENCE_TOKENS_MIN);
  }

  /**
   * Tokens of evidence that a page may have in this model.
   *
   * @param besideTokens of exhibits, notes and pages below
   * @return less than {@link #EVIDENCE_TOKENS_MIN} when the page cannot be written
   */
  int evidenceTokensMax(PlannedPage.Kind kind, int besideTokens) {
    int left = window(kind) - fixedTokens(kind) - besideTokens;
    int steps = Math.max(0, left) / EVIDENCE_TOKENS_STEP;
    return Math.min(EVIDENCE_TOKENS_MAX, steps * EVIDENCE_TOKENS_STEP);
  }

  private int fixedTokens(PlannedPage.Kind kind) {
    return rulesTokens
        + partsTokensMax()
        + FRAME_TOKENS
        + earlierTokensMax(kind)
        + (int) Math.ceil(REPAIR_TOKENS * language.tokensPerToken());
  }

  /** Why a page cannot be written, for readers. */
  String lacking(PlannedPage.Kind kind, int besideTokens) {
    return "the prompt of this page needs at least %,d tokens beside its reply, and the model has room for %,d"
        .formatted(fixedTokens(kind) + besideTokens + EVIDENCE_TOKENS_MIN, window(kind));
  }

  int tokens(String text) {
    return tokens.applyAsInt(text);
  }

  private int window(PlannedPage.Kind kind) {
    return Math.max(0, model.promptTokensMax(Tier.STRONG, outputTokensMax(kind)));
  }
}
