package dev.fernpost.tracking;

import java.util.Locale;
@@12 /**
 * A carrier's number for a parcel,
 * upper case
 * and without
 * blanks.
 */
public record TrackingNumber(String value) {

@@30   public TrackingNumber {
    value = value.replace(" ", "").toUpperCase(Locale.ROOT);
  }

@@60   public boolean isPlausible() {
    return value.length() > 5;
  }
@@86 }
