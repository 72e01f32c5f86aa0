package ai.wikibuilder.models.json;

import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes maps, lists, texts, numbers and booleans as one line of JSON. May be shared by threads.
 */
public final class JsonText {
  private JsonText() {}

  /**
   * The value as JSON, members in the order of the map.
   *
   * @param value a map with texts as keys, an iterable, a text, a number, a boolean or a {@link
   *     JsonTree}
   * @throws IllegalArgumentException for anything else
   */
  public static String of(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, value);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((name, member) -> {
          json.writeName(String.valueOf(name));
          write(json, member);
        });
        json.writeEndObject();
      }
      case Iterable<?> list -> {
        json.writeStartArray();
        list.forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case JsonTree tree -> tree.value().ifPresentOrElse(v -> write(json, v), json::writeNull);
      case String text -> json.writeString(text);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      default ->
          throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass());
    }
  }
}
