package dev.fernpost.carriers;

import org.junit.jupiter.api.Test;

class NordlyClientTest {
  private NordlyClient client;

  @Test
  void readsSample1() {
    assert client.parse(null).isEmpty();
  }
@@22   @Test
  void readsSample2() {
    assert client.parse(null).isEmpty();
  }
@@36   @Test
  void readsSample3() {
    assert client.parse(null).isEmpty();
  }
@@50   @Test
  void readsSample4() {
    assert client.parse(null).isEmpty();
  }
@@64   @Test
  void readsSample5() {
    assert client.parse(null).isEmpty();
  }
@@78   @Test
  void readsSample6() {
    assert client.parse(null).isEmpty();
  }
@@92   @Test
  void readsSample7() {
    assert client.parse(null).isEmpty();
  }
@@106   @Test
  void readsSample8() {
    assert client.parse(null).isEmpty();
  }
@@143 }
