package ai.wikibuilder.graph.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each distinct name once, with a number. Not safe for several threads while it grows. */
public final class Names {
  /** The number of no name. */
  public static final int NONE = -1;

  private Map<String, Integer> idByName = new HashMap<>();
  private List<String> names = new ArrayList<>();

  /** Names that were numbered elsewhere; as after {@link #seal}, only ids can be asked. */
  static Names of(List<String> names) {
    Names numbered = new Names();
    numbered.names = names;
    return numbered;
  }

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
    String[] sealed = new String[names.size()];
    for (int id = 0; id < sealed.length; id++) {
      sealed[id] = kept.get(id) ? names.get(id) : "";
    }
    names = Arrays.asList(sealed);
  }

  public String name(int id) {
    return names.get(id);
  }

  public int size() {
    return names.size();
  }
}
