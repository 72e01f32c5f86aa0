package dev.fernpost.carriers;

@@10 public enum CarrierName {
  NORDLY,
  PAKKETRIJK,
  BLUEVAN,
  NONE;

@@31 }
