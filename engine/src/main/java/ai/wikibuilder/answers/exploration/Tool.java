package ai.wikibuilder.answers.exploration;

import ai.wikibuilder.models.ToolSpec;
import java.util.Locale;

/** The tools, as a model is told of them. */
enum Tool {
  SEARCH(
      "Finds code and documents by plain words, names or an error message. Also takes"
          + " lang:java path:src/ kind:class symbol:Name, \"a phrase\" and /a regular expression/.",
      "query",
      "what to look for"),
  READ(
      "Shows lines of a file, at most 200 at once.",
      "path",
      "path of the file as the evidence gives it",
      "startLine",
      "endLine"),
  SYMBOL(
      "Shows the definition of a type, function or method, and who names it.",
      "name",
      "its name, with its container where that helps: Parcel.apply"),
  REFERENCES("Shows the lines that name a symbol.", "name", "the symbol's name"),
  CALLERS(
      "Shows the definitions that call a function or method, and those it calls.",
      "name",
      "the function's name"),
  FILES(
      "Lists paths that contain a text, or all below a folder.",
      "path",
      "part of a path, or a folder");

  private final String description;
  private final String parameters;

  Tool(String description, String name, String meaning, String... numbers) {
    this.description = description;
    StringBuilder properties = new StringBuilder();
    properties.append(
        "\"%s\":{\"type\":\"string\",\"description\":\"%s\"}".formatted(name, meaning));
    for (String number : numbers) {
      properties.append(",\"%s\":{\"type\":\"integer\",\"minimum\":1}".formatted(number));
    }
    StringBuilder required = new StringBuilder("\"" + name + "\"");
    for (String number : numbers) {
      required.append(",\"").append(number).append('"');
    }
    this.parameters =
        "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[%s],\"properties\":{%s}}"
            .formatted(required, properties);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  ToolSpec spec() {
    return new ToolSpec(label(), description, parameters);
  }
}
