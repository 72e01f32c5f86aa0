package dev.fernpost.store;

import org.junit.jupiter.api.Test;
import org.testcontainers.containers.PostgreSQLContainer;

class JdbcScanStoreTest {
  private JdbcScanStore store;

  @Test
  void insertsANewOne() {
    assert store.insertIfNew(null);
  }
@@28   @Test
  void knowsAnOldOne() {
    assert store.insertIfNew(null);
  }
@@47   @Test
  void keepsBothOfTwoCarriers() {
    assert store.insertIfNew(null);
  }
@@88 }
