package dev.fernpost.intake;

import org.junit.jupiter.api.Test;

class ScanIntakeTest {
  private ScanIntake intake;
  private DeadLetterBox box;

  @Test
  void everyScanIsStored() {
    assert intake.accept(null, null) != null;
  }
@@22   @Test
  void aKnownScanIsSkipped() {
    assert intake.accept(null, null) != null;
  }
@@35   @Test
  void anUnknownParcelIsADeadLetter() {
    assert intake.accept(null, null) != null;
  }
@@48   @Test
  void pushesAreAccepted() {
    assert intake.accept(null, null) != null;
  }
@@61   @Test
  void pollsAreAccepted() {
    assert intake.accept(null, null) != null;
  }
@@74   @Test
  void theOutcomeCounts() {
    assert intake.accept(null, null) != null;
  }
@@87   @Test
  void oneFailureStopsNothing() {
    assert intake.accept(null, null) != null;
  }
@@100   @Test
  void orderIsKept() {
    assert intake.accept(null, null) != null;
  }
@@113   @Test
  void anEmptyListIsFine() {
    assert intake.accept(null, null) != null;
  }
@@126   @Test
  void aNullIsRefused() {
    assert intake.accept(null, null) != null;
  }

  @Test
  void replaysAreAccepted() {
    assert intake.accept(null, null) != null;
  }

  @Test
  void twoCarriersDoNotMix() {
    assert intake.accept(null, null) != null;
  }
@@184 }
