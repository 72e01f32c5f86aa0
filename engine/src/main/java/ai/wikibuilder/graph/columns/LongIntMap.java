package ai.wikibuilder.graph.columns;

import java.util.Arrays;

/**
 * A map from two ints to one, by open addressing. Not safe for several threads while it is written;
 * afterwards threads may share it.
 */
public final class LongIntMap {
  /** What {@link #get} answers for a pair that was never put. */
  public static final int ABSENT = Integer.MIN_VALUE;

  private static final int CAPACITY_FIRST = 1024;

  private long[] keys = new long[CAPACITY_FIRST];
  private int[] values = filled(CAPACITY_FIRST);
  private int size;

  private static int[] filled(int length) {
    int[] result = new int[length];
    Arrays.fill(result, ABSENT);
    return result;
  }

  private static long key(int first, int second) {
    return ((long) first << 32) | (second & 0xffffffffL);
  }

  private static int slot(long key, int mask) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 32) & mask;
  }

  public int get(int first, int second) {
    long key = key(first, second);
    int mask = keys.length - 1;
    for (int at = slot(key, mask); values[at] != ABSENT; at = (at + 1) & mask) {
      if (keys[at] == key) {
        return values[at];
      }
    }
    return ABSENT;
  }

  public void put(int first, int second, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    insert(key(first, second), value);
  }

  public int size() {
    return size;
  }

  private void insert(long key, int value) {
    int mask = keys.length - 1;
    int at = slot(key, mask);
    while (values[at] != ABSENT && keys[at] != key) {
      at = (at + 1) & mask;
    }
    if (values[at] == ABSENT) {
      size++;
    }
    keys[at] = key;
    values[at] = value;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = filled(keys.length);
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        insert(oldKeys[i], oldValues[i]);
      }
    }
  }
}
