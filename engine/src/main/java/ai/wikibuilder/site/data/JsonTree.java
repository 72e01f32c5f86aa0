package ai.wikibuilder.site.data;

import java.util.ArrayList;
import java.util.Collections;
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
 * JSON as maps, lists, strings, numbers and booleans, asked for by name with an error that says
 * what was expected. Immutable.
 */
record JsonTree(Map<String, Object> values) {
  JsonTree {
    values = Collections.unmodifiableMap(values); // no copy: a wiki is hundred thousands of them
  }

  /**
   * Reads one object.
   *
   * @throws WikiDataException when the text is something else
   */
  static JsonTree read(String text) {
    try (JsonParser parser =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new WikiDataException("expected a JSON object, got something else");
      }
      return object(parser);
    } catch (JacksonException e) {
      throw new WikiDataException("expected JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static JsonTree object(JsonParser parser) {
    Map<String, Object> values = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      values.put(name, value(parser));
    }
    return new JsonTree(values);
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getString();
      default -> throw new WikiDataException("expected a value, got " + parser.currentToken());
    };
  }

  private <T> T get(String name, Class<T> type) {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new WikiDataException(
          "expected '%s' as %s, got %s".formatted(name, type.getSimpleName(), value));
    }
    return type.cast(value);
  }

  String text(String name) {
    return get(name, String.class);
  }

  Optional<String> optional(String name) {
    return values.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
  }

  long number(String name) {
    return get(name, Long.class);
  }

  boolean flag(String name) {
    return get(name, Boolean.class);
  }

  Optional<JsonTree> optionalTree(String name) {
    return values.containsKey(name) ? Optional.of(tree(name)) : Optional.empty();
  }

  JsonTree tree(String name) {
    return get(name, JsonTree.class);
  }

  List<JsonTree> trees(String name) {
    return all(get(name, List.class), JsonTree.class);
  }

  /** Empty also when there is no such property. */
  List<JsonTree> optionalTrees(String name) {
    return values.containsKey(name) ? trees(name) : List.of();
  }

  List<String> texts(String name) {
    return all(get(name, List.class), String.class);
  }

  List<List<JsonTree>> rows(String name) {
    List<List<JsonTree>> rows = new ArrayList<>();
    for (List<?> row : all(get(name, List.class), List.class)) {
      rows.add(all(row, JsonTree.class));
    }
    return rows;
  }

  private static <T> List<T> all(List<?> list, Class<T> type) {
    List<T> result = new ArrayList<>();
    for (Object one : list) {
      if (!type.isInstance(one)) {
        throw new WikiDataException("expected a list of %s".formatted(type.getSimpleName()));
      }
      result.add(type.cast(one));
    }
    return result;
  }
}
