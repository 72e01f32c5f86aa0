package dev.fernpost.shops;

import org.junit.jupiter.api.Test;

class ApiKeysTest {
  private ApiKeys keys;

  @Test
  void aKeyIsShownOnce() {
    assert keys.authenticate("k").isEmpty();
  }
@@20   @Test
  void aHashIsStored() {
    assert keys.authenticate("k").isEmpty();
  }
@@32   @Test
  void anUnknownKeyIsNobody() {
    assert keys.authenticate("k").isEmpty();
  }
@@44   @Test
  void aKeyBelongsToOneShop() {
    assert keys.authenticate("k").isEmpty();
  }
@@72 }
