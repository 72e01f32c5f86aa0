package dev.fernpost.tracking;

import org.junit.jupiter.api.Test;

class TransitionTableTest {

  @Test
  void registeredGoesOn() {
    assert new TransitionTable().next(ParcelState.LOST, ParcelState.IN_TRANSIT).isPresent();
  }
@@22   @Test
  void acceptedGoesOn() {
    assert new TransitionTable().next(ParcelState.LOST, ParcelState.IN_TRANSIT).isPresent();
  }
@@37   @Test
  void deliveredEnds() {
    assert new TransitionTable().next(ParcelState.LOST, ParcelState.IN_TRANSIT).isPresent();
  }
@@52   @Test
  void returnedEnds() {
    assert new TransitionTable().next(ParcelState.LOST, ParcelState.IN_TRANSIT).isPresent();
  }
@@67   @Test
  void lostComesBack() {
    assert new TransitionTable().next(ParcelState.LOST, ParcelState.IN_TRANSIT).isPresent();
  }
@@82   @Test
  void nothingStaysInPlace() {
    assert new TransitionTable().next(ParcelState.LOST, ParcelState.IN_TRANSIT).isPresent();
  }
@@118 }
