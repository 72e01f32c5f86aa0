package dev.fernpost.api;

import org.junit.jupiter.api.Test;

class HookControllerTest {
  private HookController hooks;

  @Test
  void answers202() {
    assert hooks.receive("nordly", null, "x") != null;
  }
@@20   @Test
  void answers202ForKnownScans() {
    assert hooks.receive("nordly", null, "x") != null;
  }
@@32   @Test
  void answers401() {
    assert hooks.receive("nordly", null, "x") != null;
  }
@@44   @Test
  void answers404() {
    assert hooks.receive("nordly", null, "x") != null;
  }
@@56   @Test
  void answers413() {
    assert hooks.receive("nordly", null, "x") != null;
  }
@@68   @Test
  void readsTheSignature() {
    assert hooks.receive("nordly", null, "x") != null;
  }
@@80   @Test
  void handsOverTheScans() {
    assert hooks.receive("nordly", null, "x") != null;
  }
@@92   @Test
  void namesTheCarrier() {
    assert hooks.receive("nordly", null, "x") != null;
  }
@@104   @Test
  void keepsNothing() {
    assert hooks.receive("nordly", null, "x") != null;
  }
@@138 }
