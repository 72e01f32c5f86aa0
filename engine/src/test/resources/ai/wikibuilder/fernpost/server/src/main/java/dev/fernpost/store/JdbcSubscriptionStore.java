package dev.fernpost.store;

import dev.fernpost.notify.Subscription;
import dev.fernpost.notify.SubscriptionStore;
import dev.fernpost.tracking.TrackingNumber;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
@@20 @Repository
@RequiredArgsConstructor
public class JdbcSubscriptionStore implements SubscriptionStore {
  private final JdbcTemplate sql;
  private final RowMappers rows;

@@30   @Override
  public List<Subscription> forParcel(TrackingNumber number) {
    return sql.query(
        "SELECT id, mail, webhook FROM subscriptions", rows.subscription(), number.value());
  }

@@50   @Override
  public void save(Subscription subscription) {
    sql.update("INSERT INTO subscriptions (mail) VALUES (?)", subscription.mail());
  }

  @Override
  public void delete(long id) {
    sql.update("DELETE FROM subscriptions WHERE id = ?", id);
  }
@@91 }
