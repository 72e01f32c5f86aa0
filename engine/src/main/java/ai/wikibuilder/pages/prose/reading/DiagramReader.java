package ai.wikibuilder.pages.prose.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a request for a diagram: {@code {"diagram":"sequence","title":"…","edges":[{"from","to",
 * "call","evidence":[6]}]}}. Stateless.
 */
final class DiagramReader {
  /** Arrows read of one request; a drawing with more would not be drawn. */
  private static final int ARROW_COUNT_MAX = 60;

  private DiagramReader() {}

  /** The request that a text is; empty when it is something else or asks for no arrow. */
  static Optional<DiagramRequest> read(String text) {
    if (!text.stripLeading().startsWith("{") || !text.contains("\"diagram\"")) {
      return Optional.empty();
    }
    try (JsonParser parser =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return value(parser) instanceof Map<?, ?> map ? request(map) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty(); // shown as the code it then is, if the repository has it
    }
  }

  private static Optional<DiagramRequest> request(Map<?, ?> map) {
    List<DiagramRequest.Arrow> arrows = new ArrayList<>();
    if (map.get("edges") instanceof List<?> edges) {
      for (Object edge : edges) {
        if (edge instanceof Map<?, ?> one && arrows.size() < ARROW_COUNT_MAX) {
          arrows.add(
              new DiagramRequest.Arrow(
                  text(one, "from"), text(one, "to"), text(one, "call"), marks(one)));
        }
      }
    }
    return arrows.isEmpty()
        ? Optional.empty()
        : Optional.of(new DiagramRequest(text(map, "diagram"), text(map, "title"), arrows));
  }

  private static List<String> marks(Map<?, ?> edge) {
    List<String> marks = new ArrayList<>();
    if (edge.get("evidence") instanceof List<?> list) {
      list.forEach(one -> marks.add(String.valueOf(one)));
    }
    return marks;
  }

  private static String text(Map<?, ?> map, String name) {
    return map.get(name) instanceof String text ? text.strip() : "";
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          map.put(name, value(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> Long.toString(parser.getLongValue());
      default -> "";
    };
  }
}
