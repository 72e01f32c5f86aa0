package dev.fernpost.notify;

import org.junit.jupiter.api.Test;

class NotificationPlannerTest {
  private NotificationPlanner planner;
  private Subscription one;
  private QuietHours quiet;

  @Test
  void plansADelivery() {
    planner.plan(null, null);
  }
@@21   @Test
  void plansAFailedAttempt() {
    planner.plan(null, null);
  }
@@32   @Test
  void plansNothingAtNight() {
    planner.plan(null, null);
  }
@@43   @Test
  void plansOncePerSubscription() {
    planner.plan(null, null);
  }
@@54   @Test
  void ignoresSmallMoves() {
    planner.plan(null, null);
  }
@@65   @Test
  void ignoresTheSameState() {
    planner.plan(null, null);
  }
@@76   @Test
  void respectsTheLanguage() {
    planner.plan(null, null);
  }
@@87   @Test
  void writesTheOutbox() {
    planner.plan(null, null);
  }

  @Test
  void neverSends() {
    planner.plan(null, null);
  }
@@129 }
