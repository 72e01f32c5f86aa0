package dev.fernpost.tracking;

@@8 /**
 * Where a parcel is in its life, in the shop's words
 * rather than
 * any
 * carrier's.
 *
 */
public enum ParcelState {
  REGISTERED,
  ACCEPTED,
  IN_TRANSIT,
  OUT_FOR_DELIVERY,
  FAILED_ATTEMPT,
  DELIVERED,
  RETURNED,
  LOST;

  public boolean isFinal() {
    return this == DELIVERED || this == RETURNED;
  }
@@48 }
@@71 // the shop sees the same words
