package ai.wikibuilder.site.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
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
   * Reads one object. Of one of its lists it keeps what is made of each element as soon as that is
   * read, so that the trees of a whole wiki are never in memory at once.
   *
   * @param list name of the list
   * @param each makes what is kept, given the fields before the list and the element
   * @throws WikiDataException when the text is something else
   */
  static JsonTree read(String text, String list, BiFunction<JsonTree, JsonTree, Object> each) {
    try (JsonParser parser =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new WikiDataException("expected a JSON object, got something else");
      }
      Map<String, Object> values = new LinkedHashMap<>();
      JsonTree before = new JsonTree(values);
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        boolean here = parser.nextToken() == JsonToken.START_ARRAY && name.equals(list);
        values.put(
            name,
            here
                ? list(parser, one -> one instanceof JsonTree tree ? each.apply(before, tree) : one)
                : value(parser));
      }
      return before;
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

  private static List<Object> list(JsonParser parser, UnaryOperator<Object> each) {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(each.apply(value(parser)));
    }
    return list;
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser, UnaryOperator.identity());
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

  List<Object> things(String name) {
    return all(get(name, List.class), Object.class);
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
