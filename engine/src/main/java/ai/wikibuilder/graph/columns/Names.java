package ai.wikibuilder.graph.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Each distinct name once, with a number. Not safe for several threads while it grows.
 *
 * <p>Ids are found by open addressing over the names themselves: a map of millions of names would
 * weigh as much again as they do.
 */
public final class Names {
  /** The number of no name. */
  public static final int NONE = -1;

  private static final int CAPACITY_FIRST = 1024;

  /** Ids at the places of their names' hashes, a power of two of them, at most half taken. */
  private int[] slots = free(CAPACITY_FIRST);

  private List<String> names = new ArrayList<>();

  /** Names that were numbered elsewhere; as after {@link #seal}, only ids can be asked. */
  static Names of(List<String> names) {
    Names numbered = new Names();
    numbered.names = names;
    return numbered;
  }

  /** The number of a name; a new name gets the next one. */
  public int intern(String name) {
    int slot = slot(name);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    int id = names.size();
    names.add(name);
    slots[slot] = id;
    if (names.size() * 2 > slots.length) {
      grow();
    }
    return id;
  }

  /** The number of a name, {@link #NONE} when nothing has it. */
  public int find(String name) {
    return slots[slot(name)];
  }

  /** Where the name's id is, or where it would have to be put. */
  private int slot(String name) {
    int mask = slots.length - 1;
    int hash = name.hashCode() * 0x9e3779b9; // neighbours in the alphabet hash to neighbours
    int at = (hash ^ (hash >>> 16)) & mask;
    while (slots[at] != NONE && !names.get(slots[at]).equals(name)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    slots = free(slots.length * 2);
    for (int id = 0; id < names.size(); id++) {
      slots[slot(names.get(id))] = id;
    }
  }

  private static int[] free(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }

  /**
   * Lets go of all names but the given ones and of their numbers; {@link #intern} and {@link #find}
   * cannot be asked afterwards.
   */
  public void seal(BitSet kept) {
    slots = free(CAPACITY_FIRST);
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
