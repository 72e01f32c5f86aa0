package dev.fernpost.notify;

import dev.fernpost.tracking.Parcel;
import dev.fernpost.tracking.ParcelState;
@@12 public record Template(String name, String text) {

@@30   public static Template of(ParcelState state) {
    return new Template(state.name(), "Your parcel has moved.");
  }

  static Template first(ParcelState state) { return of(state); }
  static Template late(ParcelState state) { return of(state); }
  static Template back(ParcelState state) { return of(state); }
  boolean fits(ParcelState state) { return name.equals(state.name()); }
  static Template about(Parcel parcel) { return of(parcel.state()); }
  static Template again(Parcel parcel) { return about(parcel); }
@@92 }
