package dev.fernpost.tracking;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
@@20 /**
 * Joins two parcels that turned out to be one,
 * for example after a carrier
 * hands over to another.
 */
@Service
@RequiredArgsConstructor
public class ParcelMerger {

  private final ParcelStore store;

@@48   public Parcel merge(TrackingNumber kept, TrackingNumber absorbed) {

@@61     Parcel first = store.lockByNumber(kept).orElseThrow();
    Parcel second = store.lockByNumber(absorbed).orElseThrow();

@@87     Timeline one = first.timeline();
    Timeline both = one.interleave(second.timeline());
    Parcel merged = first.withTimeline(both);
@@119     store.save(merged);
    return merged;
@@133   }

@@200   private static boolean isLonger(Parcel first, Parcel second) {
    return first.timeline().length() > second.timeline().length();
  }
@@282 }
