package ai.wikibuilder.cli.console;

import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Writes results as one line of JSON from maps, records, lists, strings, numbers and booleans. */
public final class JsonLine {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonLine() {}

  /**
   * The value as JSON without line breaks; an empty {@link Optional} is null, a component of a
   * record that is null is left out.
   */
  public static String of(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json =
        FACTORY.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), text)) {
      write(json, value);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((name, inner) -> {
          json.writeName(String.valueOf(name));
          write(json, inner);
        });
        json.writeEndObject();
      }
      case Record record -> writeRecord(json, record);
      case Collection<?> list -> {
        json.writeStartArray();
        list.forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case Optional<?> optional -> {
        if (optional.isPresent()) {
          write(json, optional.get());
        } else {
          json.writeNull();
        }
      }
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      default -> json.writeString(String.valueOf(value));
    }
  }

  private static void writeRecord(JsonGenerator json, Record record) {
    json.writeStartObject();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(record);
        if (value != null) {
          json.writeName(component.getName());
          write(json, value);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the components of a public record can be read", e);
      }
    }
    json.writeEndObject();
  }
}
