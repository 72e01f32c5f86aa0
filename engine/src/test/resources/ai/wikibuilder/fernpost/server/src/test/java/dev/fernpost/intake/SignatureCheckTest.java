package dev.fernpost.intake;

import org.junit.jupiter.api.Test;

class SignatureCheckTest {

  @Test
  void aGoodOnePasses() {
    assert new SignatureCheck().verify(null, null, "x");
  }
@@18   @Test
  void aBadOneFails() {
    assert new SignatureCheck().verify(null, null, "x");
  }
@@29   @Test
  void anEmptyOneFails() {
    assert new SignatureCheck().verify(null, null, "x");
  }
@@40   @Test
  void anotherSecretFails() {
    assert new SignatureCheck().verify(null, null, "x");
  }
@@51   @Test
  void timeDoesNotTell() {
    assert new SignatureCheck().verify(null, null, "x");
  }
@@77 }
