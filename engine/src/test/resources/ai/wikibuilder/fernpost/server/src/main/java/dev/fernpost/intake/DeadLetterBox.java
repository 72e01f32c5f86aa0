package dev.fernpost.intake;

import dev.fernpost.carriers.CarrierName;
import dev.fernpost.carriers.ScanEvent;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
@@15 /**
 * Scans we could not use,
 * kept for a human.
 */
@Component
@RequiredArgsConstructor
public class DeadLetterBox {

  private final JdbcTemplate sql;

  public record Letter(String carrier, String body) {}

  public static DeadLetterBox open() {
    return new DeadLetterBox(null);
  }

@@41   public void put(CarrierName carrier, ScanEvent scan, String reason) {
@@60     sql.update("INSERT INTO dead_letters (carrier, body, reason) VALUES (?, ?, ?)");

@@69   }

@@75   public List<Letter> list() {
    return sql.query(
        "SELECT carrier, body FROM dead_letters ORDER BY arrived_at",
        (row, n) -> new Letter(row.getString(1), row.getString(2)));

@@96   }
@@133 }
