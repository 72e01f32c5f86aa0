package ai.wikibuilder.builds.writing;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.facts.ModelFacts;
import ai.wikibuilder.pages.prose.ProseSettings;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.plan.steering.Steering;
import java.util.function.ToIntFunction;

/** Who writes the pages of a wiki. */
public sealed interface Author {
  /** Nobody: pages are composed of facts and the repository's own words. */
  record Composer() implements Author {}

  /**
   * A language model, from evidence and checked; what it does not write is composed.
   *
   * @param name of the model, as configured
   * @param facts for quotes
   * @param tokens counts the tokens of a text
   */
  record LanguageModel(
      String name,
      ChatModel model,
      Facts facts,
      ToIntFunction<String> tokens,
      ProseSettings settings)
      implements Author {}

  /**
   * What is known of the models that are asked.
   *
   * @param cheap the one that is asked about the plan
   * @param strong the one that writes
   */
  record Facts(ModelFacts cheap, ModelFacts strong) {}

  /**
   * Looks whether a model would answer, before there is any work for it.
   *
   * @throws ai.wikibuilder.models.ModelException when it never could: no key, no such model
   */
  default void ready() {
    switch (this) {
      case Composer _ -> {}
      case LanguageModel by -> by.model().ready();
    }
  }

  /**
   * What a repository asks for, with composed pages, and what is composed on the others, in the
   * language that is written where they can be.
   */
  default Steering steered(Steering given) {
    return switch (this) {
      case Composer _ -> given;
      case LanguageModel by -> {
        String written = by.settings().following(given).language().code();
        yield given.in(Catalogue.LANGUAGES.contains(written) ? written : "");
      }
    };
  }

  /** Part of what a result depends on. */
  default String fingerprint() {
    return switch (this) {
      case Composer _ -> "composed";
      case LanguageModel by ->
          "model %s, %s%s, %d pages, context %d"
              .formatted(
                  by.name(),
                  by.settings().language(),
                  by.settings().steered() ? " unless steered" : "",
                  by.settings().pageCountMax(),
                  by.facts().strong().contextTokens());
    };
  }
}
