package ai.wikibuilder.answers.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One thing an agent may ask. Threads may share it. */
public interface Tool {
  /** By which it is called; never changes. */
  String name();

  /** What it does and when to use it, for the agent. */
  String description();

  /** What it takes beside the name of the repository. */
  List<Argument> arguments();

  /**
   * Answers a call.
   *
   * @throws ToolException when the arguments cannot be met; {@link WikiTools} makes it an answer
   */
  ToolResult call(Arguments arguments);

  /**
   * One argument.
   *
   * @param type as JSON Schema names it: {@code string} or {@code integer}
   */
  record Argument(String name, String type, String description, boolean required) {}

  /** The arguments as JSON Schema. */
  default Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        Arguments.REPOSITORY,
        Map.of("type", "string", "description", "Repository as owner/name; may be left out."));
    for (Argument argument : arguments()) {
      properties.put(
          argument.name(), Map.of("type", argument.type(), "description", argument.description()));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put(
        "required", arguments().stream().filter(Argument::required).map(Argument::name).toList());
    return schema;
  }
}
