package dev.fernpost.tracking;

@@10 public record Transition(ParcelState from, ParcelState to) {

@@30   public boolean starts(ParcelState state) {
    return from == state;
  }
@@47 }
