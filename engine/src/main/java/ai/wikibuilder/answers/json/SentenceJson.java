package ai.wikibuilder.answers.json;

import ai.wikibuilder.answers.asking.Answered.Line;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of an answer.
 *
 * @param standing {@code verified}, {@code uncited} or {@code struck}
 * @param why it is uncited or struck; null for what is verified
 */
public record SentenceJson(
    String text, String standing, @Nullable String why, List<PlaceJson> evidence) {
  /** A line as it was said. */
  public static SentenceJson of(Line line, String commit) {
    return new SentenceJson(
        line.text(),
        line.standing().name().toLowerCase(Locale.ROOT),
        line.why().isEmpty() ? null : line.why(),
        PlaceJson.of(line.sentence().evidence(), commit));
  }
}
