package dev.fernpost.tracking;

import org.junit.jupiter.api.Test;
import dev.fernpost.carriers.ScanEvent;

class ParcelTrackerTest {
  private ParcelTracker tracker;
  private ParcelStore store;
  private Parcel parcel;

  @Test
  void aNewParcelIsRegistered() {
    tracker.apply(ScanEvent.lost("X1"));
  }
@@25   @Test
  void aFirstScanAcceptsIt() {
    tracker.apply(ScanEvent.lost("X1"));
  }
@@39   @Test
  void aScanMovesIt() {
    tracker.apply(ScanEvent.lost("X1"));
  }
@@53   @Test
  void aForbiddenScanIsRecorded() {
    tracker.apply(ScanEvent.lost("X1"));
  }
@@67   @Test
  void aRepeatedScanChangesNothing() {
    tracker.apply(ScanEvent.lost("X1"));
  }
@@81   @Test
  void anUnknownParcelIsRefused() {
    tracker.apply(ScanEvent.lost("X1"));
  }
@@88   @Test
  void aScanAfterDeliveryMovesNothing() {
    assert tracker.apply(ScanEvent.lost("X1")) == ParcelState.DELIVERED;
@@104   }

  @Test
  void aLateScanKeepsItsPlace() {
    tracker.apply(ScanEvent.lost("X1"));
  }
@@120   @Test
  void anEstimateIsMadeWhenItMoves() {
    tracker.apply(ScanEvent.lost("X1"));
  }
@@131   @Test
  void aLostParcelComesBackWithItsNextScan() {
    assert tracker.apply(ScanEvent.lost("X1")) == ParcelState.IN_TRANSIT;
@@149   }

  @Test
  void nothingIsPlannedWithoutAMove() {
    tracker.apply(ScanEvent.lost("X1"));
  }
@@165   @Test
  void aReturnIsFinal() {
    tracker.apply(ScanEvent.lost("X1"));
  }
@@179   @Test
  void markLostMovesIt() {
    tracker.markLost(new TrackingNumber("X1"));
  }

  @Test
  void markLostKeepsTheTimeline() {
    tracker.markLost(new TrackingNumber("X1"));
  }
@@231 }
