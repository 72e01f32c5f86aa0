package ai.wikibuilder.cli.answering;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.pages.Evidence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An answer in the shape of ARCHITECTURE, Command line. Stateless. */
public final class AnswerJson {
  private AnswerJson() {}

  /**
   * The answer as a map.
   *
   * @param commit the snapshot's
   * @param conversation id of the conversation that has it
   */
  public static Map<String, Object> of(Answered answer, String commit, String conversation) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("answer", answer.text());
    map.put("found", answer.isFound());
    map.put("state", label(answer.state()));
    map.put(
        "sentences",
        answer.lines().stream()
            .map(line -> {
              Map<String, Object> sentence = new LinkedHashMap<>();
              sentence.put("text", line.text());
              sentence.put("standing", label(line.standing()));
              if (!line.why().isEmpty()) {
                sentence.put("why", line.why());
              }
              sentence.put("evidence", places(line.sentence().evidence(), commit));
              return sentence;
            })
            .toList());
    map.put("searched", answer.searched());
    map.put("looked", answer.looked());
    map.put("leftOut", answer.leftOut());
    map.put("notes", answer.notes());
    map.put("language", answer.language());
    map.put("conversation", conversation);
    map.put("usage", usage(answer));
    return map;
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Places with their commit. */
  public static List<Map<String, Object>> places(List<Evidence> evidence, String commit) {
    return evidence.stream()
        .map(place -> {
          Map<String, Object> map = new LinkedHashMap<>();
          map.put("path", place.path());
          map.put("startLine", place.startLine());
          map.put("endLine", place.endLine());
          map.put("commit", commit);
          return map;
        })
        .toList();
  }

  private static Map<String, Object> usage(Answered answer) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("model", answer.model().orElse("none"));
    map.putAll(usage(answer.usage()));
    return map;
  }

  /** Tokens and money. */
  public static Map<String, Object> usage(Usage usage) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("tokens", usage.tokens());
    map.put("tokensIn", usage.tokensIn());
    map.put("tokensCached", usage.tokensCached());
    map.put("tokensOut", usage.tokensOut());
    usage.cost().ifPresent(cost -> map.put("usd", cost.dollars().doubleValue()));
    return map;
  }
}
