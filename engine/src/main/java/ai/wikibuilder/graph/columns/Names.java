package ai.wikibuilder.graph.columns;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Each distinct name once, with a number. Not safe for several threads while it grows. */
public final class Names {
  /** The number of no name. */
  public static final int NONE = -1;

  private Map<String, Integer> idByName = new HashMap<>();
  private final ArrayList<String> names = new ArrayList<>();

  /** The number of a name; a new name gets the next one. */
  public int intern(String name) {
    Integer known = idByName.get(name);
    if (known != null) {
      return known;
    }
    int id = names.size();
    idByName.put(name, id);
    names.add(name);
    return id;
  }

  /** The number of a name, {@link #NONE} when nothing has it. */
  public int find(String name) {
    return idByName.getOrDefault(name, NONE);
  }

  /**
   * Lets go of all names but the given ones and of their numbers; {@link #intern} and {@link #find}
   * cannot be asked afterwards.
   */
  public void seal(BitSet kept) {
    idByName = new HashMap<>();
    names.replaceAll(
        new UnaryOperator<>() {
          private int id;

          @Override
          public String apply(String name) {
            return kept.get(id++) ? name : "";
          }
        });
    names.trimToSize();
  }

  public String name(int id) {
    return names.get(id);
  }

  public int size() {
    return names.size();
  }
}
