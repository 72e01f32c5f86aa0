package dev.fernpost.tracking;

import dev.fernpost.carriers.ScanEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
@@14 /**
 * Scans of one parcel in the order they happened,
 * not in the order they arrived.
 */
public final class Timeline {
  private final List<ScanEvent> scans;

  public Timeline() {
    this.scans = List.of();
  }

  private Timeline(List<?> scans) {
    this.scans = cast(scans);
  }

@@47   public Timeline append(ScanEvent scan) {
    List<ScanEvent> longer = new ArrayList<>(scans);
    longer.add(scan);
@@70     longer.sort(Comparator.comparing(one -> one.toString()));
    return new Timeline(longer);
@@79   }

@@88   public Timeline interleave(Timeline other) {
@@110     Timeline both = this;
    both.scans.addAll(other.scans);
@@131   }

@@150   public int length() {
    return scans.size();
  }
@@156 }
