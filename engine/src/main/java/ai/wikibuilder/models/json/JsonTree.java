package ai.wikibuilder.models.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * A value of a JSON text, or the absence of one. Immutable; made by reading.
 *
 * <p>Asking for what is not there, or is of another kind, gives nothing and never fails: what
 * providers and models send differs from what they promise. Members nobody asks for do not matter.
 */
public final class JsonTree {
  /** Braces tried as the beginning of an object in one reply. */
  private static final int FIND_TRIES_MAX = 20;

  /** What is not there; {@code null} is the same. */
  private static final JsonTree ABSENT = new JsonTree(Optional.empty());

  private final Optional<Object> value;

  private JsonTree(Optional<Object> value) {
    this.value = value;
  }

  /** Reads one value; empty when the text is anything but exactly one. */
  public static Optional<JsonTree> read(String text) {
    try (JsonParser parser = parser(text)) {
      parser.nextToken();
      JsonTree tree = tree(parser);
      return parser.nextToken() == null ? Optional.of(tree) : Optional.empty();
    } catch (JacksonException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /**
   * The object in what a model wrote: alone, in a fence of Markdown, or with words around it. The
   * first that can be read counts; empty when there is none, or it is cut: a piece of an object is
   * never taken for the whole.
   */
  public static Optional<JsonTree> find(String reply) {
    int triesLeft = FIND_TRIES_MAX;
    int at = reply.indexOf('{');
    while (at >= 0 && triesLeft-- > 0) {
      try (JsonParser parser = parser(reply.substring(at))) {
        parser.nextToken();
        return Optional.of(tree(parser));
      } catch (UnexpectedEndOfInputException e) {
        return Optional.empty();
      } catch (JacksonException e) {
        // A brace of the words around it. What was read up to here belongs to it.
        long read = e.getLocation() == null ? 1 : e.getLocation().getCharOffset();
        at = reply.indexOf('{', (int) Math.min(reply.length(), at + Math.max(1, read)));
      }
    }
    return Optional.empty();
  }

  private static JsonParser parser(String text) {
    return JsonFactory.builder().build().createParser(ObjectReadContext.empty(), text);
  }

  private static JsonTree tree(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IllegalStateException("the text ends where a value should stand");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonTree(Optional.of(number(parser)));
      case VALUE_TRUE -> new JsonTree(Optional.of(true));
      case VALUE_FALSE -> new JsonTree(Optional.of(false));
      case VALUE_STRING -> new JsonTree(Optional.of(parser.getString()));
      case VALUE_NULL -> ABSENT;
      default -> throw new IllegalStateException("a value should stand here");
    };
  }

  private static JsonTree object(JsonParser parser) {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, tree(parser));
    }
    return new JsonTree(Optional.of(members));
  }

  private static JsonTree list(JsonParser parser) {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(tree(parser));
    }
    return new JsonTree(Optional.of(items));
  }

  /** Whole numbers beyond a long lose their last digits, which no provider sends. */
  private static Object number(JsonParser parser) {
    double number = parser.getDoubleValue();
    return number == Math.rint(number) && Math.abs(number) < 1L << 53
        ? (Object) (long) number
        : (Object) number;
  }

  /** What is not there. */
  public static JsonTree absent() {
    return ABSENT;
  }

  Optional<Object> value() {
    return value;
  }

  public boolean isPresent() {
    return value.isPresent();
  }

  /** A value below this one, member by member. */
  public JsonTree at(String... names) {
    JsonTree found = this;
    for (String name : names) {
      found = found.member(name);
    }
    return found;
  }

  private JsonTree member(String name) {
    return value.orElse("") instanceof Map<?, ?> map && map.get(name) instanceof JsonTree member
        ? member
        : ABSENT;
  }

  /** The items of a list, in order; none when this is no list. */
  public List<JsonTree> items() {
    List<JsonTree> items = new ArrayList<>();
    if (value.orElse("") instanceof List<?> list) {
      list.forEach(item -> items.add((JsonTree) item));
    }
    return items;
  }

  /** The items of a list among the members. */
  public List<JsonTree> items(String name) {
    return at(name).items();
  }

  /** Names and values of an object, in order; none when this is no object. */
  public Map<String, JsonTree> members() {
    Map<String, JsonTree> members = new LinkedHashMap<>();
    if (value.orElse("") instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), (JsonTree) member));
    }
    return members;
  }

  /** A text; a number or a boolean is as good as its spelling. */
  public Optional<String> text() {
    return value.filter(v -> !(v instanceof Map || v instanceof List)).map(String::valueOf);
  }

  /** A text among the members. */
  public Optional<String> text(String name) {
    return at(name).text();
  }

  /** A number; a text that spells one is as good. */
  public Optional<Double> number() {
    return value.flatMap(v ->
        switch (v) {
          case Number number -> Optional.of(number.doubleValue());
          case String text -> spelled(text);
          default -> Optional.empty();
        });
  }

  private static Optional<Double> spelled(String text) {
    try {
      return Optional.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A whole number among the members, brought into the range of an int. */
  public Optional<Integer> count(String name) {
    return at(name).number().map(number -> (int) Math.round(Math.min(number, 1e9)));
  }

  /** A boolean; a text that spells one is as good. */
  public Optional<Boolean> flag() {
    return text()
        .flatMap(text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** JSON again, on one line. */
  @Override
  public String toString() {
    return value.isPresent() ? JsonText.of(this) : "null";
  }
}
