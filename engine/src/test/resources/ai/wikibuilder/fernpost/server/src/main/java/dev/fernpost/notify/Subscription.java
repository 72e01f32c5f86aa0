package dev.fernpost.notify;

import dev.fernpost.tracking.TrackingNumber;
@@12 public record Subscription(
    long id, TrackingNumber parcel, String mail, String webhook) {

@@30   public boolean isMail() {
    return mail != null;
  }
@@63 }
