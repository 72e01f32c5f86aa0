package dev.fernpost.estimates;

import java.time.Instant;
@@12 public record Estimate(Instant until, boolean sure) {

@@41 }
