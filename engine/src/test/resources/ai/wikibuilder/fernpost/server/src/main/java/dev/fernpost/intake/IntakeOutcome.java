package dev.fernpost.intake;

@@10 public record IntakeOutcome(int received, int known) {

@@20   public int fresh() {
    return received - known;
  }
@@49 }
