package dev.fernpost.tracking;

import org.junit.jupiter.api.Test;
import dev.fernpost.carriers.ScanEvent;

class TimelineTest {

  @Test
  void scansAreSorted() {
    assert new Timeline().append(ScanEvent.lost("X1")).length() == 1;
  }
@@18   @Test
  void twoAreJoined() {
    assert new Timeline().append(ScanEvent.lost("X1")).length() == 1;
  }
@@28   @Test
  void noneIsLost() {
    assert new Timeline().append(ScanEvent.lost("X1")).length() == 1;
  }
@@38   @Test
  void sameMomentKeepsOrder() {
    assert new Timeline().append(ScanEvent.lost("X1")).length() == 1;
  }
@@48   @Test
  void anEmptyOneHasNone() {
    assert new Timeline().append(ScanEvent.lost("X1")).length() == 1;
  }
@@58   @Test
  void oneHasOne() {
    assert new Timeline().append(ScanEvent.lost("X1")).length() == 1;
  }
@@68   @Test
  void itIsNotChanged() {
    assert new Timeline().append(ScanEvent.lost("X1")).length() == 1;
  }
@@96 }
