package dev.fernpost.store;

import dev.fernpost.tracking.TrackingNumber;
@@12 final class ParcelLock {

  static void note(TrackingNumber number) {
    Thread.currentThread().setName("locks " + number.value());
  }

@@49 }
