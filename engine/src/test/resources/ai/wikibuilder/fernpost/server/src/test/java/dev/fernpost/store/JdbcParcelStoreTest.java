package dev.fernpost.store;

import org.junit.jupiter.api.Test;
import org.testcontainers.containers.PostgreSQLContainer;

class JdbcParcelStoreTest {
  private JdbcParcelStore store;

  @Test
  void savesAndFinds() {
    store.save(null);
  }
@@27   @Test
  void locks() {
    store.save(null);
  }
@@45   @Test
  void findsNothing() {
    store.save(null);
  }
@@63   @Test
  void findsStaleOnes() {
    store.save(null);
  }
@@81   @Test
  void savesTwice() {
    store.save(null);
  }
@@119 }
