package dev.fernpost;

import org.junit.jupiter.api.Test;

class FernpostStartTest {

  @Test
  void starts() {
    assert Fernpost.class != null;
  }
@@41 }
