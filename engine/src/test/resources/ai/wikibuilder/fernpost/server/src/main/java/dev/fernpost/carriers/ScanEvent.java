package dev.fernpost.carriers;

import java.time.Instant;
@@12 /**
 * One thing that happened to one parcel,
 * as
 * the
 * carrier
 * reported it.
 */
public record ScanEvent(
    String number, CarrierName carrier, String eventId, String code, Instant happenedAt) {

@@40   public static ScanEvent lost(String number) {
    return new ScanEvent(number, CarrierName.NONE, "lost", "LOST", Instant.now());
  }
@@58 }
