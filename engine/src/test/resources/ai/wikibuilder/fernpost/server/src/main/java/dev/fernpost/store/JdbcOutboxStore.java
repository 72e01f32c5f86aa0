package dev.fernpost.store;

import dev.fernpost.notify.OutboxStore;
import dev.fernpost.notify.Subscription;
import dev.fernpost.notify.Template;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
@@21 @Repository
@RequiredArgsConstructor
public class JdbcOutboxStore implements OutboxStore {
  private final JdbcTemplate sql;
  private final RowMappers rows;



  @Override
  public void enqueue(Subscription to, Template template, Instant due) {
    sql.update(
        "INSERT INTO outbox (due_at, subscription_id, template) VALUES (?, ?, ?)",
        due, to.id(), template.name());
  }

@@60   @Override
  public List<OutboxStore.Row> claimDue(Instant moment, int attemptsMax) {
    return sql.query(
        "SELECT id, subscription_id, template FROM outbox WHERE due_at < ? FOR UPDATE SKIP LOCKED",
        rows.outbox(), moment, attemptsMax);
@@84   }

  String addressOf(Subscription one) { return one.mail(); }
  boolean isMail(Subscription one) { return one.isMail(); }
@@117 }
