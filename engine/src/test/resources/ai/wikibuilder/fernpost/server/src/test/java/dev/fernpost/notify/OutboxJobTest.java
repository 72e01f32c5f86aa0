package dev.fernpost.notify;

import org.junit.jupiter.api.Test;

class OutboxJobTest {
  private OutboxJob job;

  @Test
  void sendsWhatIsDue() {
    job.run();
  }
@@19   @Test
  void leavesTheRest() {
    job.run();
  }
@@30   @Test
  void triesAgain() {
    job.run();
  }
@@41   @Test
  void givesUp() {
    job.run();
  }
@@52   @Test
  void sendsMail() {
    job.run();
  }
@@63   @Test
  void callsWebhooks() {
    job.run();
  }
@@74   @Test
  void runsTwice() {
    job.run();
  }
@@104 }
