package dev.fernpost.notify;

import java.time.Instant;
import java.util.List;
@@14 public interface OutboxStore {

  record Row(Subscription subscription, Template template) {}

@@29   void enqueue(Subscription to, Template template, Instant due);

@@37   List<Row> claimDue(Instant moment, int attemptsMax);

@@64 }
