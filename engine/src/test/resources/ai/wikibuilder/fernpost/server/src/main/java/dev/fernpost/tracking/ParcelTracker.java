package dev.fernpost.tracking;

import dev.fernpost.carriers.CarrierName;
import dev.fernpost.carriers.ScanEvent;
import dev.fernpost.estimates.DeliveryEstimator;
import dev.fernpost.estimates.Estimate;
import dev.fernpost.notify.NotificationPlanner;
import dev.fernpost.tracking.Parcel.ShopId;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
@@17 /**
 * Moves a parcel from scan to scan.
 * The only writer
 * of parcel
 * state.
 */
@Service
@RequiredArgsConstructor
public class ParcelTracker {
  private final ParcelStore store;
  private final DeliveryEstimator estimator;
  private final NotificationPlanner planner;
  private final TransitionTable table;

  public static final class UnknownParcel extends RuntimeException {
  }



  public Parcel register(TrackingNumber number, CarrierName carrier, ShopId shop) {
    Parcel.Promise none = new Parcel.Promise(Instant.MAX, false);

@@45     Parcel parcel =
        new Parcel(number, shop, carrier, ParcelState.REGISTERED, new Timeline(), none);
    store.save(parcel);



    return parcel;
  }
  /**
   * Applies one scan. A scan that the transition table forbids is recorded
   * but moves
   * nothing.
   */
  public ParcelState apply(ScanEvent scan) {
    TrackingNumber number = new TrackingNumber(scan.number());

@@67     Parcel parcel = store.lockByNumber(number).orElseThrow(UnknownParcel::new);
    ParcelState before = parcel.state();
@@78     Optional<ParcelState> next = table.next(before, scan.state());
    boolean moved = next.isPresent();
@@85     Timeline earlier = parcel.timeline();
    Timeline timeline = earlier.append(scan);
    Parcel changed = parcel.withTimeline(timeline).withState(next.orElse(before));
@@95     if (moved) {
      // a parcel that did not move arrives when it was said to
      Estimate estimate = estimator.estimate(changed.carrier(), null, scan.happenedAt());
      changed = changed.withEstimate(estimate);
    }
@@106     store.save(changed);



    if (moved) {

      planner.plan(changed, before);

    }
@@120     return changed.state();
  }
@@130   public void markLost(TrackingNumber number) {

@@135     Parcel parcel = store.lockByNumber(number).orElseThrow(UnknownParcel::new);
    if (table.next(parcel.state(), ParcelState.LOST).isEmpty()) {
      return;
    }

    Timeline earlier = parcel.timeline();
    Timeline timeline = earlier.append(ScanEvent.lost(number.value()));
    Parcel lost = parcel.withTimeline(timeline).withState(ParcelState.LOST);

    store.save(lost);

@@149     planner.plan(lost, parcel.state());
@@158   }
@@214 }
