package ai.wikibuilder.models;

import java.util.regex.Pattern;

/**
 * A tool the model may ask for; the caller runs it. Immutable.
 *
 * @param name letters, digits, underscores and hyphens, 1 to 64 of them: what every provider takes
 * @param description for the model
 * @param parameters JSON schema of the arguments, an object
 */
public record ToolSpec(String name, String description, String parameters) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public ToolSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a tool's name must match %s, got %s".formatted(NAME, name));
    }
  }
}
