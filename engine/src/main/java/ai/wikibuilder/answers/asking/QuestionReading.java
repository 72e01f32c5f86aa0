package ai.wikibuilder.answers.asking;

import ai.wikibuilder.models.Usage;
import ai.wikibuilder.pages.prose.PageLanguage;
import java.util.List;

/**
 * A question as it was understood. Immutable.
 *
 * @param standalone the question without the need of a conversation before it
 * @param searched what is looked for
 * @param words of {@code searched} that say something, each once
 * @param isTranslated whether they are not the question's own
 * @param usage of the model that read it, nothing when none did
 */
record QuestionReading(
    String standalone,
    String searched,
    List<String> words,
    boolean isTranslated,
    PageLanguage language,
    Usage usage) {
  QuestionReading {
    words = List.copyOf(words);
  }
}
