package ai.wikibuilder.server.fuzz;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Says where a value is not as its schema in openapi.json has it. */
final class Schemas {
  private final JsonNode schemas;

  Schemas(JsonNode document) {
    this.schemas = document.path("components").path("schemas");
  }

  /** Empty when the value is as the schema says. */
  List<String> faults(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, value, "$", faults);
    return faults;
  }

  private void check(JsonNode schema, JsonNode value, String where, List<String> faults) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asString().replaceFirst(".*/", "");
      check(schemas.path(name), value, where, faults);
      return;
    }
    if (value.isNull()) {
      return; // whether it may be null is said by what is required, one level up
    }
    boolean right =
        switch (schema.path("type").asString("")) {
          case "object" -> object(schema, value, where, faults);
          case "array" -> array(schema, value, where, faults);
          case "string" -> value.isString() && isOfFormat(schema, value.asString());
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          default -> true;
        };
    if (!right) {
      faults.add(where + ": expected " + schema + ", got " + value);
    }
  }

  private boolean object(JsonNode schema, JsonNode value, String where, List<String> faults) {
    for (JsonNode name : schema.path("required")) {
      if (!value.hasNonNull(name.asString())) {
        faults.add(where + ": " + name + " is missing");
      }
    }
    JsonNode properties = schema.path("properties");
    for (var property : value.properties()) {
      if (properties.has(property.getKey())) {
        check(
            properties.path(property.getKey()),
            property.getValue(),
            where + "." + property.getKey(),
            faults);
      } else if (properties.isObject() && !schema.has("additionalProperties")) {
        faults.add(where + ": " + property.getKey() + " is not described");
      }
    }
    return value.isObject();
  }

  private boolean array(JsonNode schema, JsonNode value, String where, List<String> faults) {
    for (int i = 0; i < value.size(); i++) {
      check(schema.path("items"), value.get(i), where + "[" + i + "]", faults);
    }
    return value.isArray();
  }

  private static boolean isOfFormat(JsonNode schema, String text) {
    try {
      return switch (schema.path("format").asString("")) {
        case "uuid" -> UUID.fromString(text).toString().equals(text);
        case "date-time" -> !Instant.parse(text).equals(Instant.MAX);
        default -> true;
      };
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return false;
    }
  }
}
