package ai.wikibuilder.models.wire;

import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.models.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of JSON that every format needs. */
final class Bodies {
  private Bodies() {}

  /**
   * Names and values by turns, in this order: a request that is the same is the same to the byte,
   * which the providers' prompt caches want.
   */
  static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }

  static String text(Map<String, Object> body) {
    return JsonText.of(body);
  }

  /** A JSON schema that we wrote, or arguments a model wrote; an empty object if they are none. */
  static Object schema(String json) {
    return JsonTree.read(json)
        .filter(JsonTree::isPresent)
        .<Object>map(tree -> tree)
        .orElseGet(Map::of);
  }

  /** Numbers of a list; float[0] when it is none. */
  static float[] vector(JsonTree list) {
    List<JsonTree> items = list.items();
    float[] vector = new float[items.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = items.get(i).number().orElse(0.0).floatValue();
    }
    return vector;
  }

  /**
   * Adds blocks to the last turn if it is of the same role, else as a new turn: results of several
   * tools are one turn.
   *
   * @param blocksName what the provider calls the blocks of a turn
   */
  static void addTurn(List<Object> turns, String role, List<Object> blocks, String blocksName) {
    if (blocks.isEmpty()) {
      return;
    }
    if (!turns.isEmpty()
        && turns.getLast() instanceof Map<?, ?> last
        && role.equals(last.get("role"))
        && last.get(blocksName) instanceof List<?> before) {
      List<Object> joined = new ArrayList<>(before);
      joined.addAll(blocks);
      turns.set(turns.size() - 1, Bodies.map("role", role, blocksName, joined));
    } else {
      turns.add(Bodies.map("role", role, blocksName, blocks));
    }
  }
}
