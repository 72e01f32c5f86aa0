package ai.wikibuilder.server.operator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A part of a long list. Immutable.
 *
 * @param next what to ask for to read on; none at the end
 */
public record Listed<T>(List<T> lines, Optional<UUID> next) {
  public Listed {
    lines = List.copyOf(lines);
  }

  /** Out of one line more than fits, if there is one. */
  static <T> Listed<T> of(List<T> found, int most, Function<T, UUID> id) {
    List<T> lines = found.stream().limit(most).toList();
    return new Listed<>(
        lines, found.size() > most ? Optional.of(id.apply(lines.getLast())) : Optional.empty());
  }
}
