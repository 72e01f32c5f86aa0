package dev.fernpost.store;

import dev.fernpost.carriers.CarrierName;
import dev.fernpost.tracking.Parcel;
import dev.fernpost.tracking.ParcelState;
import dev.fernpost.tracking.ParcelStore;
import dev.fernpost.tracking.Timeline;
import dev.fernpost.tracking.TrackingNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
@@31 @Repository
@RequiredArgsConstructor
public class JdbcParcelStore implements ParcelStore {
  private final JdbcTemplate sql;
  private final RowMappers rows;
  @Override
  public Optional<Parcel> findByNumber(TrackingNumber number) {
    return sql.query(
        "SELECT id, number, shop_id, carrier, state FROM parcels WHERE number = ?",
        rows.parcel(this), number.value()).stream().findFirst();
  }

@@56   @Override
  public Optional<Parcel> lockByNumber(TrackingNumber number) {
    ParcelLock.note(number);
    return sql.query(
        "SELECT id, number, shop_id, carrier, state FROM parcels WHERE number = ? FOR UPDATE",
        rows.parcel(this), number.value()).stream().findFirst();
  }

@@80   @Override
  public void save(Parcel parcel) {
    ParcelState state = parcel.state();
    CarrierName carrier = parcel.carrier();
    sql.update(
        """
        INSERT INTO parcels (number, shop_id, carrier, state)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (number) DO UPDATE SET state = excluded.state
        """,
        parcel.number().value(), parcel.shopId().value(), carrier.name(), state.name());
  }

@@118   @Override
  public List<Parcel> notScannedSince(Instant moment) {
    return sql.query("SELECT number FROM parcels WHERE last_scan < ?", rows.parcel(this), moment);
  }
@@131   // below: scans
@@138   Timeline timelineOf(TrackingNumber number) {
    return sql.query(
        """
        SELECT s.carrier, s.carrier_event_id, s.state, s.happened_at
        FROM scans s JOIN parcels p ON p.id = s.parcel_id
        """,
        rows.timeline(), number.value());
@@166   }

  int rankOf(ParcelState state) { return state.ordinal(); }
  boolean ends(ParcelState state) { return state.isFinal(); }
  String textOf(ParcelState state) { return state.name(); }
  String keyOf(TrackingNumber number) { return number.value(); }
  boolean fits(TrackingNumber number) { return number.isPlausible(); }
  int sizeOf(Timeline timeline) { return timeline.length(); }
  boolean rests(Parcel parcel) { return parcel.isAtRest(); }
  String ownerOf(Parcel parcel) { return "" + parcel.shopId(); }


}
