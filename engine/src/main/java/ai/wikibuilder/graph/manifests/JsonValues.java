package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.source.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the texts of a JSON file as a stream. */
final class JsonValues {
  private JsonValues() {}

  /**
   * A text in the file.
   *
   * @param outer the key of what the container stands in, empty near the top
   * @param container the key that holds the object or list it stands in, empty at the top
   * @param depth 1 at the top
   * @param key its own key; in a list, the key of the list
   */
  record Value(String outer, String container, int depth, String key, String text, int line) {}

  interface Taker {
    void take(Value value);
  }

  /** Gives each text in the order of the file; what is damaged ends the reading. */
  static void read(SourceText text, Taker taker) {
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), text.utf8())) {
      Deque<String> path = new ArrayDeque<>();
      String field = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case PROPERTY_NAME -> field = parser.currentName();
          case START_OBJECT, START_ARRAY -> path.addLast(field);
          case END_OBJECT, END_ARRAY -> field = path.removeLast();
          case VALUE_STRING ->
              taker.take(
                  new Value(
                      outer(path),
                      path.isEmpty() ? "" : path.getLast(),
                      path.size(),
                      field,
                      parser.getString(),
                      parser.currentTokenLocation().getLineNr()));
          default -> {
            // numbers, booleans and nulls say nothing that is read here
          }
        }
      }
    } catch (JacksonException damaged) {
      // what came before the damage has been taken
      return;
    }
  }

  /** The last but one of the keys that lead to a value. */
  private static String outer(Deque<String> path) {
    if (path.size() < 2) {
      return "";
    }
    String last = path.removeLast();
    String outer = path.getLast();
    path.addLast(last);
    return outer;
  }
}
