package ai.wikibuilder.answers.tools;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The arguments of one call, as they came. Immutable. */
public record Arguments(Map<String, Object> values) {
  /** Names the repository that is meant. */
  public static final String REPOSITORY = "repoName";

  /** A longer text is no question and no path. */
  static final int TEXT_CHAR_COUNT_MAX = 20_000;

  public Arguments {
    Map<String, Object> given = new HashMap<>(values);
    given.values().removeIf(Objects::isNull);
    values = Map.copyOf(given);
  }

  /** A text that must be there. */
  String text(String name) {
    return optionalText(name)
        .orElseThrow(() -> new ToolException("expected the argument \"%s\"".formatted(name)));
  }

  /** A text; empty when there is none or a blank one. */
  Optional<String> optionalText(String name) {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      throw new ToolException("%s: expected a text, got %s".formatted(name, value));
    }
    if (text.length() > TEXT_CHAR_COUNT_MAX) {
      throw new ToolException(
          "%s: expected at most %,d characters, got %,d"
              .formatted(name, TEXT_CHAR_COUNT_MAX, text.length()));
    }
    return Optional.of(text.strip()).filter(one -> !one.isEmpty());
  }

  /** A whole number within bounds; {@code otherwise} when there is none. */
  int number(String name, int least, int most, int otherwise) {
    Object value = values.get(name);
    if (value == null || "".equals(value)) {
      return otherwise;
    }
    // Agents write numbers as texts, too.
    if (value.toString().matches("-?\\d{1,9}(?:\\.0+)?")) {
      int number = Integer.parseInt(value.toString().replaceAll("\\..*", ""));
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new ToolException(
        "%s: expected a whole number of %d to %d, got %s".formatted(name, least, most, value));
  }

  /** Refuses a call that means another repository than the one that is open. */
  void expectRepository(ServedWiki wiki) {
    Object value = values.get(REPOSITORY);
    List<String> named =
        switch (value) {
          case null -> List.of();
          case Collection<?> several -> several.stream().map(String::valueOf).toList();
          default -> List.of(value.toString());
        };
    if (!named.isEmpty() && named.stream().noneMatch(wiki::isNamed)) {
      throw new ToolException(
          "%s: this is the wiki of %s; got %s. Leave the argument out, or ask a server of that repository"
              .formatted(REPOSITORY, wiki.name(), String.join(", ", named)));
    }
  }
}
