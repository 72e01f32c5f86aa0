package ai.wikibuilder.pages.prose;

import ai.wikibuilder.plan.steering.Steering;
import java.util.Optional;

/**
 * How much a model writes. Immutable.
 *
 * @param language of the pages
 * @param pageCountMax pages a model writes, the most important ones; the others stay composed
 * @param inputTokensMax tokens of all prompts of one wiki, repairs included
 * @param parallelMax pages written at once
 * @param steered whether the language a repository asks for goes before this one
 */
public record ProseSettings(
    PageLanguage language, int pageCountMax, int inputTokensMax, int parallelMax, boolean steered) {
  /** Pages with a model's prose: with more the budget of tokens leaves too little for each. */
  private static final int PAGE_COUNT_MAX = 44;

  /** Prompts of one wiki together: about a dollar of a good model. */
  private static final int INPUT_TOKENS_MAX = 390_000;

  private static final int PARALLEL_MAX = 4;

  public ProseSettings {
    if (pageCountMax < 1 || inputTokensMax < 1 || parallelMax < 1) {
      throw new IllegalArgumentException(
          "expected at least 1 page, token and call at once, got %d, %d, %d"
              .formatted(pageCountMax, inputTokensMax, parallelMax));
    }
  }

  /** What is written when nobody asks for more. */
  public static ProseSettings standard(PageLanguage language) {
    return new ProseSettings(language, PAGE_COUNT_MAX, INPUT_TOKENS_MAX, PARALLEL_MAX, false);
  }

  /** What is written in a language that somebody named, or else in that of the repository. */
  public static ProseSettings in(Optional<PageLanguage> named) {
    return named.map(ProseSettings::standard).orElseGet(ProseSettings::asSteered);
  }

  /** The same in the language a repository asks for, English where it asks for none. */
  public static ProseSettings asSteered() {
    ProseSettings english = standard(PageLanguage.EN);
    return new ProseSettings(
        english.language, english.pageCountMax, english.inputTokensMax, english.parallelMax, true);
  }

  /** For a repository that asks for a language. */
  public ProseSettings following(Steering steering) {
    Optional<PageLanguage> wanted = PageLanguage.ofCode(steering.language());
    return steered && wanted.isPresent()
        ? new ProseSettings(wanted.get(), pageCountMax, inputTokensMax, parallelMax, true)
        : this;
  }
}
