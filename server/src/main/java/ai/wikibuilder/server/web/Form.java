package ai.wikibuilder.server.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What somebody typed and sent. Immutable; shows nothing by itself, since passwords are in it. */
public final class Form {
  private final Map<String, String[]> fields;

  Form(Map<String, String[]> fields) {
    this.fields = Map.copyOf(fields);
  }

  /** The first value of the field as it was typed; empty when there is none. */
  public String value(String field) {
    return values(field).stream().findFirst().orElse("");
  }

  /** The first value of the field; none where nothing but white space was typed. */
  public Optional<String> typed(String field) {
    return Optional.of(value(field)).filter(text -> !text.isBlank());
  }

  /** All values of the field, such as ticked boxes. */
  public List<String> values(String field) {
    return List.of(fields.getOrDefault(field, new String[0]));
  }

  public boolean isTicked(String field) {
    return !values(field).isEmpty();
  }

  /** What should be an id, as it was sent. */
  public record Id(String text) {
    /** The id; none when it is no id, which is the same as one that is unknown. */
    public Optional<UUID> value() {
      try {
        return Optional.of(UUID.fromString(text));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }

  @Override
  public String toString() {
    return "Form";
  }
}
