package dev.fernpost.shops;

@@12 public enum PlanLimits {
  SMALL,
  MEDIUM,
  LARGE;

@@46 }
