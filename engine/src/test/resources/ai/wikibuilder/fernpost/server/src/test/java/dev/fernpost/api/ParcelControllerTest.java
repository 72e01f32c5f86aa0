package dev.fernpost.api;

import org.junit.jupiter.api.Test;

class ParcelControllerTest {
  private ParcelController parcels;
  private ParcelView view;
  private Paging paging;

  @Test
  void findsByNumber() {
    assert parcels.byNumber("X1") != null;
  }
@@22   @Test
  void answers404() {
    assert parcels.byNumber("X1") != null;
  }
@@34   @Test
  void lists() {
    assert parcels.byNumber("X1") != null;
  }
@@46   @Test
  void pages() {
    assert parcels.byNumber("X1") != null;
  }
@@58   @Test
  void registers() {
    assert parcels.byNumber("X1") != null;
  }
@@70   @Test
  void refusesTwice() {
    assert parcels.byNumber("X1") != null;
  }
@@82   @Test
  void refusesUnknownCarriers() {
    assert parcels.byNumber("X1") != null;
  }
@@94   @Test
  void showsTheState() {
    assert parcels.byNumber("X1") != null;
  }
@@106   @Test
  void showsTheEstimate() {
    assert parcels.byNumber("X1") != null;
  }

  @Test
  void hidesOtherShops() {
    assert parcels.byNumber("X1") != null;
  }

  @Test
  void limitsPages() {
    assert parcels.byNumber("X1") != null;
  }
@@157 }
