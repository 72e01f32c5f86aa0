package ai.wikibuilder.graph.columns;

import java.util.Arrays;

/** A growing column of ints. Not safe for several threads; used while a graph is being built. */
public final class IntColumn {
  /** Entries a new column holds before it grows; small repositories stay small. */
  private static final int CAPACITY_FIRST = 256;

  private int[] values = new int[CAPACITY_FIRST];
  private int size;

  /** A column of the given entries, which belong to it from now on. */
  public static IntColumn of(int[] entries) {
    IntColumn column = new IntColumn();
    column.values = entries;
    column.size = entries.length;
    return column;
  }

  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(CAPACITY_FIRST, size + (size >> 1)));
    }
    values[size++] = value;
  }

  public int get(int index) {
    return values[index];
  }

  public int size() {
    return size;
  }

  /** Gives back what the column holds beyond its entries. */
  public void trim() {
    values = Arrays.copyOf(values, size);
  }

  /** Bytes the column holds, measured on its array. */
  public long heapBytes() {
    return 4L * values.length;
  }

  /** The entries so far, in a new array of exactly their number. */
  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
