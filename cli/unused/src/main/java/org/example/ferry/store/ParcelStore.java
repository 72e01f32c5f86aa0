package org.example.ferry.store;

/** Where parcels are kept. */
public class ParcelStore {
  /** Keeps a parcel under its number. */
  public void save(String number) {
    System.out.println(number);
  }
}
