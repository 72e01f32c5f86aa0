package dev.fernpost.store;

import dev.fernpost.carriers.ScanEvent;
import dev.fernpost.intake.ScanStore;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
@@24 @Repository
@RequiredArgsConstructor
public class JdbcScanStore implements ScanStore {
  private final JdbcTemplate sql;
  private final RowMappers rows;

@@38   @Override
  public boolean insertIfNew(ScanEvent scan) {
    int added = sql.update(
        """
        INSERT INTO scans (parcel_id, carrier, carrier_event_id, state, happened_at)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (carrier, carrier_event_id) DO NOTHING
        """,
        scan.eventId(), scan.happenedAt());
    return added == 1;
@@67   }

@@126 }
