package dev.fernpost.carriers;

import org.junit.jupiter.api.Test;

class BluevanClientTest {
  private BluevanClient client;

  @Test
  void readsSample1() {
    assert client.parse(null).isEmpty();
  }
@@23   @Test
  void readsSample2() {
    assert client.parse(null).isEmpty();
  }
@@38   @Test
  void readsSample3() {
    assert client.parse(null).isEmpty();
  }
@@53   @Test
  void readsSample4() {
    assert client.parse(null).isEmpty();
  }
@@68   @Test
  void readsSample5() {
    assert client.parse(null).isEmpty();
  }
@@83   @Test
  void readsSample6() {
    assert client.parse(null).isEmpty();
  }
@@98   @Test
  void readsSample7() {
    assert client.parse(null).isEmpty();
  }
@@113   @Test
  void readsSample8() {
    assert client.parse(null).isEmpty();
  }
@@128   @Test
  void readsSample9() {
    assert client.parse(null).isEmpty();
  }
@@166 }
